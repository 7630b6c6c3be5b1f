/** `<library-packages>`: opens packages of papers, tells what became of each paper, and takes it all back when asked. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fetchPaper, listPapers } from './corpus.ts';
import { counted } from './library-entry.ts';
import { tellLibrary } from './library-news.ts';
import { messageFor } from './messages.ts';
import { storage } from './own-storage.ts';
import type { TakenPackage, TakenPaper } from './package-in.ts';
import { formatRoute } from './routes.ts';

/** A package that was opened, or why it was not. */
interface Outcome {
  readonly file: string;
  readonly taken: TakenPackage | null;
  readonly why: string;
}

/** Larger files are not even read, in bytes. */
const largest = 400 * 1024 * 1024;

/** What came with a paper, in words. */
function alongWords({ notebooks: { own, layers, refused } }: TakenPaper): string {
  return [
    own > 0 ? `${counted(own, 'record')} of your own notebook` : '',
    layers > 0
      ? `${counted(layers, 'notebook')} of others, open as ${layers === 1 ? 'a layer' : 'layers'}`
      : '',
    refused > 0 ? `${counted(refused, 'notebook')} could not be read` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

const fateWords = { added: 'added', known: 'was here already and stayed as it was' } as const;

@customElement('library-packages')
export class LibraryPackages extends LitElement {
  @state() private doing = '';
  @state() private outcomes: readonly Outcome[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="plain-button"
        ?disabled=${this.doing !== ''}
        @click=${this.#choose}
      >
        Open a package of papers …
      </button>
      <div role="status" class="package-outcomes">
        ${this.doing ? html`<p class="hint">${this.doing}</p>` : nothing}
        ${this.outcomes.map((outcome) => this.#outcome(outcome))}
      </div>
      ${this.outcomes.length > 0 && !this.doing ? this.#acts() : nothing}`;
  }

  #outcome({ file, taken, why }: Outcome): TemplateResult {
    if (!taken) return html`<p class="library-refusal">${file}: ${why}</p>`;
    return html`<p>${file}:</p>
      <ul class="package-papers">
        ${taken.papers.map((paper) => html`<li>${this.#paper(paper)}</li>`)}
      </ul>`;
  }

  #paper(paper: TakenPaper): TemplateResult {
    const { fate, id, title, fault } = paper;
    if (fate === 'refused' || id === null) return html`“${title}” was left out. ${messageFor(fault).words}`;
    const along = alongWords(paper);
    return html`<a href=${formatRoute(id, { to: 'start' })}>${title}</a>
      ${fateWords[fate]}${along ? `; ${along}` : ''}.`;
  }

  #acts(): TemplateResult {
    const canUndo = this.outcomes.some(({ taken }) => taken?.back);
    return html`<p class="dialog-acts">
      <button type="button" class="plain-button" @click=${() => (this.outcomes = [])}>Done</button>
      ${canUndo ? html`<button type="button" class="plain-button" @click=${() => void this.#undo()}>Undo</button>` : nothing}
    </p>`;
  }

  readonly #choose = (): void => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.accept = '.zip';
    field.addEventListener('change', () => void this.take([...(field.files ?? [])]));
    field.click();
  };

  /** Opens packages, one after the other; does nothing while others are being opened. */
  async take(files: readonly File[]): Promise<void> {
    if (this.doing || files.length === 0) return;
    this.outcomes = [];
    for (const file of files) {
      this.doing = `Opening ${file.name} …`;
      const outcome = await this.#open(file);
      this.outcomes = [...this.outcomes, outcome];
      tellLibrary();
    }
    this.doing = '';
  }

  async #open(file: File): Promise<Outcome> {
    try {
      const [{ inPackageWorker }, { PackageTaking }, kept, listed] = await Promise.all([
        import('./package-worker-link.ts'),
        import('./package-in.ts'),
        storage(),
        listPapers(),
      ]);
      if (file.size > largest)
        return { file: file.name, taken: null, why: 'It is larger than 400 MB, and was not read.' };
      const whole = await inPackageWorker({ say: 'read', file, name: file.name });
      const taking = new PackageTaking(kept, { ids: listed.map(({ id }) => id), xml: fetchPaper });
      const taken = await taking.take(whole, (done) => {
        this.doing = `Opening ${file.name}: ${done} of ${counted(whole.papers.length, 'paper')} …`;
      });
      return { file: file.name, taken, why: '' };
    } catch (error) {
      return { file: file.name, taken: null, why: messageFor(error).words };
    }
  }

  async #undo(): Promise<void> {
    const { outcomes } = this;
    this.doing = 'Taking it back …';
    try {
      for (const { taken } of outcomes.toReversed()) await taken?.back?.();
      this.outcomes = [];
    } catch (error) {
      this.outcomes = [{ file: 'Undo', taken: null, why: messageFor(error).words }];
    }
    this.doing = '';
    tellLibrary();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-packages': LibraryPackages;
  }
}
