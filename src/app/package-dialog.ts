/** `<package-dialog>`: saves papers as one package: which of them, and what goes along. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Storage } from '../storage/contract.ts';
import { download } from '../ui/download.ts';
import { recallHand } from './hand-memory.ts';
import { counted } from './library-entry.ts';
import { writtenBy, type LibraryPaper } from './library-paper.ts';
import { messageFor } from './messages.ts';
import type { PackageChoice } from './package-out.ts';

/** `chosen`: ids of those that are chosen to begin with. */
export interface PackageAsked {
  readonly papers: readonly LibraryPaper[];
  readonly chosen: readonly string[];
  readonly storage: Storage;
  readonly opener: HTMLElement | null;
}

const first: PackageChoice = { hasOriginals: true, hasNotebooks: true, purpose: 'continue', name: '' };

@customElement('package-dialog')
export class PackageDialog extends LitElement {
  @state() private asked: PackageAsked | null = null;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private choice = first;
  /** What is being done, or why it could not be. */
  @state() private said = '';
  @state() private isBusy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async ask(asked: PackageAsked): Promise<void> {
    this.asked = asked;
    this.chosen = new Set(asked.chosen);
    this.said = '';
    const { name = '' } = await recallHand(asked.storage, '');
    if (!this.choice.name) this.choice = { ...this.choice, name };
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    this.querySelector<HTMLElement>('[name=purpose]:checked')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    const count = this.chosen.size;
    return html`<dialog class="dialog package-dialog" aria-labelledby="package-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="package-title">Save as a package</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p class="hint">
        One file with the text, its pictures and its notebooks. Warrant opens it on any device.
      </p>
      ${asked.papers.length > 1 ? this.#papers(asked.papers) : nothing} ${this.#along()}
      <p role="status" class="hint">${this.said}</p>
      <div class="dialog-acts">
        <button
          type="button"
          class="main-button"
          ?disabled=${count === 0 || this.isBusy}
          @click=${() => void this.#save()}
        >
          ${count < 2 ? 'Save the package' : `Save ${counted(count, 'paper')} as a package`}
        </button>
      </div>
    </dialog>`;
  }

  #papers(papers: readonly LibraryPaper[]): TemplateResult {
    const isAll = papers.every(({ id }) => this.chosen.has(id));
    return html`<fieldset class="package-choice">
      <legend>Papers</legend>
      <label>
        <input
          type="checkbox"
          name="all"
          .checked=${isAll}
          .indeterminate=${!isAll && this.chosen.size > 0}
          @change=${() => (this.chosen = new Set(isAll ? [] : papers.map(({ id }) => id)))}
        />
        <span>All ${papers.length}</span>
      </label>
      <div class="package-list">
        ${papers.map(
          (paper) =>
            html`<label>
              <input
                type="checkbox"
                name="paper"
                value=${paper.id}
                .checked=${this.chosen.has(paper.id)}
                @change=${() => this.#toggle(paper.id)}
              />
              <span>${paper.front.title} <small>${writtenBy(paper.front)}</small></span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #along(): TemplateResult {
    const { hasNotebooks, hasOriginals, purpose, name } = this.choice;
    return html`<fieldset class="package-choice">
      <legend>What it is for</legend>
      ${this.#purpose('continue', 'To go on with it myself, on another device', purpose)}
      ${this.#purpose('share', 'For others to read', purpose)}
      ${
        purpose === 'share' && hasNotebooks
          ? html`<label class="field">
              <span>Your name, on your notes</span>
              <input
                name="name"
                maxlength="200"
                autocomplete="name"
                .value=${name}
                @input=${(event: Event) => this.#choose({ name: (event.target as HTMLInputElement).value })}
              />
            </label>`
          : nothing
      }
      ${this.#check('hasNotebooks', 'With my notes and my map', hasNotebooks)}
      ${this.#check('hasOriginals', 'With the files as they were given', hasOriginals)}
    </fieldset>`;
  }

  #purpose(value: PackageChoice['purpose'], words: string, now: string): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="purpose"
        value=${value}
        .checked=${value === now}
        @change=${() => this.#choose({ purpose: value })}
      />
      <span>${words}</span>
    </label>`;
  }

  #check(key: 'hasNotebooks' | 'hasOriginals', words: string, now: boolean): TemplateResult {
    return html`<label>
      <input type="checkbox" name=${key} .checked=${now} @change=${() => this.#choose({ [key]: !now })} />
      <span>${words}</span>
    </label>`;
  }

  #choose(patch: Partial<PackageChoice>): void {
    this.choice = { ...this.choice, ...patch };
  }

  #toggle(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  async #save(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    const papers = asked.papers.filter(({ id }) => this.chosen.has(id));
    this.isBusy = true;
    this.said = 'Packing …';
    try {
      const { makePackage, packageName } = await import('./package-out.ts');
      const bytes = await makePackage(papers, this.choice, asked.storage, (done) => {
        if (papers.length > 1) this.said = `Packing ${done} of ${papers.length} …`;
      });
      download(new Blob([bytes], { type: 'application/zip' }), packageName(papers));
      this.#close();
    } catch (error) {
      const { title, words } = messageFor(error);
      this.said = `${title}. ${words}`;
    } finally {
      this.isBusy = false;
    }
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    const opener = this.asked?.opener;
    this.asked = null;
    if (opener?.isConnected) opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'package-dialog': PackageDialog;
  }
}
