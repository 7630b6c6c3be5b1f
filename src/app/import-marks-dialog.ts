/** `<import-marks-dialog>`: annotations of other programs and people: chosen, dropped or pasted, looked at, taken in as one. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { ReadAnnotations } from '../formats/annotations.ts';
import type { ImportPlan } from './import-plan.ts';
import { broughtBy, planFindings, planSentences } from './import-preview.ts';
import { messageFor, type Message } from './messages.ts';

/** What was read, and what it would do. */
interface Looked {
  readonly read: ReadAnnotations;
  readonly plan: ImportPlan;
}

/** @fires announce - What was taken in, with an offer to undo it. */
@customElement('import-marks-dialog')
export class ImportMarksDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private isOver = false;
  @state() private isReading = false;
  @state() private looked: Looked | null = null;
  @state() private trouble: Message | null = null;
  @state() private name = '';
  #opener: HTMLElement | null = null;
  #serial = 0;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens; the focus goes back to `opener`. */
  async ask(opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.#forget();
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.store || !this.isOpen) return nothing;
    const count = this.looked?.plan.put.length ?? 0;
    return html`<dialog
      class="dialog marks-dialog ${this.isOver ? 'over' : ''}"
      aria-labelledby="import-marks-title"
      @close=${this.#onClose}
      @dragover=${this.#onOver}
      @dragleave=${() => (this.isOver = false)}
      @drop=${this.#onDrop}
    >
      <div class="dialog-head"><h2 id="import-marks-title">Import annotations</h2></div>
      <p class="hint">
        Web Annotations (JSON-LD), an export of Hypothesis, or annotations of Zotero as JSON. Nothing is
        changed before you have seen what is in the file; Undo takes all of it back.
      </p>
      ${this.#source()}
      <div class="marks-sum" role="status">${this.#state()}</div>
      ${this.looked ? planFindings(this.looked.plan) : nothing}
      <div class="card-actions">
        <button type="button" class="main-button" ?disabled=${count === 0} @click=${this.#take}>
          ${this.looked && count > 0 ? `Take in ${broughtBy(this.looked.plan)}` : 'Take in'}
        </button>
        <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
      </div>
    </dialog>`;
  }

  /** The ways in: a file, or words. */
  #source(): TemplateResult {
    return html`<div class="marks-row marks-source">
        <label class="plain-button file-button"
          >Choose a file …
          <input
            type="file"
            class="visually-hidden"
            accept=".json,.jsonld,.annotations,.txt"
            @change=${this.#onFile}
          />
        </label>
        <span class="hint">${this.name || 'or drop it here, or paste:'}</span>
      </div>
      <label class="field"
        ><span class="visually-hidden">Annotations as JSON</span
        ><textarea rows="3" spellcheck="false" placeholder="{ … }" @input=${this.#onInput}></textarea>
      </label>`;
  }

  #state(): TemplateResult | typeof nothing {
    if (this.isReading) return html`<p>Reading …</p>`;
    if (this.trouble) return html`<p><strong>${this.trouble.title}.</strong> ${this.trouble.words}</p>`;
    if (!this.looked) return nothing;
    const [first, ...others] = planSentences(this.looked.plan, this.looked.read);
    return html`<p><strong>${first}</strong></p>
      ${others.map((words) => html`<p>${words}</p>`)}`;
  }

  #forget(): void {
    this.#serial += 1;
    this.looked = null;
    this.trouble = null;
    this.isReading = false;
    this.name = '';
  }

  /** Reads a file, or a text; what was begun before is forgotten. */
  async #look(source: Blob | string, name: string): Promise<void> {
    this.#forget();
    const serial = this.#serial;
    const { store } = this;
    if (!store || (typeof source === 'string' && source.trim() === '')) return;
    this.name = name;
    this.isReading = true;
    try {
      const { lookAt } = await import('./import-look.ts');
      const looked = await lookAt(store.desk, source, name, () => serial !== this.#serial);
      if (serial === this.#serial) this.looked = looked;
    } catch (error) {
      if (serial === this.#serial) this.trouble = messageFor(error);
    }
    if (serial === this.#serial) this.isReading = false;
  }

  readonly #onInput = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(value, ''), 200);
  };

  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#look(file, file.name);
    // The same file may be chosen again, after it was mended.
    input.value = '';
  };

  readonly #onOver = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.#look(file, file.name);
    else void this.#look(event.dataTransfer?.getData('text/plain') ?? '', '');
  };

  readonly #take = (): void => {
    const { looked, store } = this;
    if (!looked || !store || looked.plan.put.length === 0) return;
    const brought = broughtBy(looked.plan);
    this.#close();
    if (store.run(() => ({ label: 'Import annotations', put: looked.plan.put })))
      this.dispatchEvent(new Announce(`Took in ${brought}`, 'undo'));
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    clearTimeout(this.#timer);
    this.#forget();
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'import-marks-dialog': ImportMarksDialog;
  }
}
