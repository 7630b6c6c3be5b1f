/** `<library-files>`: opens handouts and notebooks from the library: each finds the desk of its paper, or says that there is none. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isOnPaper, layerTypes, readLayerFile } from './layer-files.ts';
import { messageFor } from './messages.ts';
import { formatRoute } from './routes.ts';
import { leaveFiles } from './waiting-files.ts';

/** Why files were not opened: a sentence for each. */
type Refusals = readonly string[];

@customElement('library-files')
export class LibraryFiles extends LitElement {
  @property({ attribute: false }) papers: readonly { readonly id: string; readonly title: string }[] = [];
  @state() private isBusy = false;
  @state() private refusals: Refusals = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="plain-button" ?disabled=${this.isBusy} @click=${this.#choose}>
        Open a handout or notebooks …
      </button>
      <div role="status">
        ${this.isBusy ? html`<p class="hint">Reading …</p>` : nothing}
        ${this.refusals.map((why) => html`<p class="library-refusal">${why}</p>`)}
      </div>`;
  }

  readonly #choose = (): void => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.accept = layerTypes;
    field.addEventListener('change', () => void this.take([...(field.files ?? [])]));
    field.click();
  };

  /**
   * Takes files to the desk of the first paper that one of them is about: there it is told what became of each.
   * Where none is about a paper of this library, it is told here.
   */
  async take(files: readonly File[]): Promise<void> {
    if (this.isBusy || files.length === 0) return;
    this.isBusy = true;
    const refusals: string[] = [];
    let paper: string | null = null;
    for (const file of files) {
      const found = await this.#paperOf(file);
      if ('why' in found) refusals.push(`${file.name}: ${found.why}`);
      else paper ??= found.paper;
    }
    this.isBusy = false;
    this.refusals = paper === null ? refusals : [];
    if (paper === null || !this.isConnected) return;
    leaveFiles(paper, files);
    location.hash = formatRoute(paper, { to: 'start' });
  }

  async #paperOf(file: File): Promise<{ readonly paper: string } | { readonly why: string }> {
    try {
      const { paper } = (await readLayerFile(file)).notebook;
      const known = this.papers.find(({ id, title }) => isOnPaper(paper, id, title));
      return known
        ? { paper: known.id }
        : { why: `It is about “${paper.title}”, and no such paper is in this library. Nothing was changed.` };
    } catch (error) {
      return { why: messageFor(error).words };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-files': LibraryFiles;
  }
}
