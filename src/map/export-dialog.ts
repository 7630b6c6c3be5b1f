/** `<export-dialog>`: how the map is to be saved as a picture, with a look at what it will be. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Fault } from '../model/fault.ts';
import { exportFields } from './export-fields.ts';
import { exportFile, firstChoice, pictureOf, type ExportChoice } from './export-picture.ts';
import type { ExportSource } from './export-source.ts';
import { possibleScale } from './png.ts';

/** Longer than this (ms) and what is going on is said. */
const patience = 400;

/** Opened by `show`; what was chosen is kept until the page is left. */
@customElement('export-dialog')
export class ExportDialog extends LitElement {
  @state() private source: ExportSource | null = null;
  @state() private choice: ExportChoice = firstChoice;
  @state() private preview: { url: string; width: number; height: number } | null = null;
  @state() private note = '';
  @state() private isBusy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  #drawing = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  /** Opens on a map. */
  async show(source: ExportSource): Promise<void> {
    this.source = source;
    this.note = '';
    if (!this.#parts().some(([part]) => part === this.choice.part))
      this.choice = { ...this.choice, part: 'whole' };
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    await this.#look();
  }

  override render(): TemplateResult {
    return html`<dialog
      class="dialog map-export"
      aria-labelledby="map-export-title"
      @close=${() => this.#closed()}
    >
      <form method="dialog" @submit=${this.#onSubmit}>
        <h2 id="map-export-title">Export the map</h2>
        ${this.#preview()}
        <div class="map-choices">
          ${exportFields(this.choice, this.#parts(), (part) => this.#choose(part))}
        </div>
        <p class="map-export-note" role="status">${this.note}</p>
        <div class="map-export-buttons">
          <button type="button" class="plain-button" @click=${() => this.dialog.close()}>Cancel</button>
          <button type="submit" class="main-button" ?disabled=${this.isBusy}>Download</button>
        </div>
      </form>
    </dialog>`;
  }

  #parts(): (readonly [ExportChoice['part'], string])[] {
    const { source } = this;
    const isFolded = source !== null && source.whole !== source.shown;
    return [
      ['whole', 'The whole map'],
      ...(isFolded ? [['folded', 'As it is folded'] as const] : []),
      ...(source?.view ? [['view', 'What shows now'] as const] : []),
    ];
  }

  #preview(): TemplateResult {
    const { preview } = this;
    return html`<figure
      class="map-preview"
      data-theme=${this.choice.theme}
      ?data-clear=${this.choice.isTransparent}
    >
      ${preview ? html`<img src=${preview.url} alt="The picture as it will be" />` : nothing}
      <figcaption>${preview ? this.#size(preview.width, preview.height) : 'Drawing…'}</figcaption>
    </figure>`;
  }

  #size(width: number, height: number): string {
    const { format, scale: wanted } = this.choice;
    const scale = format === 'png' ? possibleScale(wanted, width, height) : 1;
    const size = `${Math.floor(width * scale)} × ${Math.floor(height * scale)} px`;
    return scale < wanted && format === 'png' ? `${size}: the most that this browser can draw` : size;
  }

  #choose(part: Partial<ExportChoice>): void {
    this.choice = { ...this.choice, ...part };
    this.note = '';
    void this.#look();
  }

  /** Draws the preview; the last wish wins. */
  async #look(): Promise<void> {
    const { source } = this;
    if (!source) return;
    this.#drawing += 1;
    const drawing = this.#drawing;
    try {
      const { svg, width, height } = await pictureOf(source, this.choice, new Date());
      if (drawing !== this.#drawing) return;
      this.#dropPreview();
      this.preview = { url: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), width, height };
    } catch {
      if (drawing === this.#drawing) this.note = 'The picture could not be drawn.';
    }
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#download();
  };

  async #download(): Promise<void> {
    const { source, choice } = this;
    if (!source || this.isBusy) return;
    this.isBusy = true;
    const waiting = setTimeout(() => (this.note = 'Drawing the picture…'), patience);
    try {
      const file = await exportFile(source, choice, new Date());
      save(file.blob, file.name);
      const isLess = choice.format === 'png' && file.scale < choice.scale;
      this.note = isLess
        ? `Saved ${file.name}, at ${file.scale.toFixed(2)}×: this browser can draw no larger picture.`
        : `Saved ${file.name}.`;
    } catch (cause) {
      this.note = excuse(cause);
    } finally {
      clearTimeout(waiting);
      this.isBusy = false;
    }
  }

  #dropPreview(): void {
    if (this.preview) URL.revokeObjectURL(this.preview.url);
    this.preview = null;
  }

  #closed(): void {
    this.#drawing += 1;
    this.#dropPreview();
    this.source = null;
  }
}

/** Hands a file to the browser's downloads. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn; a minute is ample and frees the memory in the end.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function excuse(cause: unknown): string {
  if (cause instanceof Fault && cause.code === 'export/too-large') {
    return 'The picture is too large for this browser. A smaller scale, the current view, or SVG will work.';
  }
  return 'The picture could not be made. SVG, or a smaller scale, may work.';
}

declare global {
  interface HTMLElementTagNameMap {
    'export-dialog': ExportDialog;
  }
}
