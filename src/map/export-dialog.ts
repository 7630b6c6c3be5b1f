/** `<export-dialog>`: how the map is to be saved as a picture, with a look at what it will be. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ExportArgumentRequest } from '../desk/argument-requests.ts';
import { Fault } from '../model/fault.ts';
import { download } from '../ui/download.ts';
import { chosenPart } from './chosen-part.ts';
import { exportFields } from './export-fields.ts';
import { firstChoice, hasPixels, type ExportChoice } from './export-choice.ts';
import { exportFile, pictureOf, scaleOf, type ExportFile } from './export-picture.ts';
import type { ExportSource } from './export-source.ts';

/** Longer than this (ms) and what is going on is said. */
const patience = 400;

/** Something was chosen about exported pictures: worth remembering. */
export class PictureChosen extends Event {
  readonly choice: ExportChoice;

  constructor(choice: ExportChoice) {
    super('picture-chosen', { bubbles: true });
    this.choice = choice;
  }
}

/**
 * @fires picture-chosen - A field of the choice was changed.
 * @fires export-argument-request - The argument is wanted in a file that is no picture.
 */
@customElement('export-dialog')
export class ExportDialog extends LitElement {
  /** What was chosen last. */
  @property({ attribute: false }) choice: ExportChoice = firstChoice;
  @state() private source: ExportSource | null = null;
  @state() private preview: { url: string; width: number; height: number } | null = null;
  @state() private note = '';
  @state() private isBusy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  #drawing = 0;
  #abort: AbortController | null = null;

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
        <p class="map-export-other">
          As text or data, for other programs:
          <button type="button" class="link-button" @click=${() => this.#askForData()}>
            Argdown, AIF, tables …
          </button>
        </p>
        <p class="map-export-note" role="status">${this.note}</p>
        <div class="map-export-buttons">
          <button type="button" class="plain-button" @click=${() => this.dialog.close()}>Cancel</button>
          ${
            canCopy
              ? html`<button
                  type="button"
                  class="plain-button"
                  ?disabled=${this.isBusy}
                  @click=${() => void this.#make(copy)}
                >
                  Copy picture
                </button>`
              : nothing
          }
          <button type="submit" class="main-button" ?disabled=${this.isBusy}>Download</button>
        </div>
      </form>
    </dialog>`;
  }

  /** The same argument in another kind of file: another dialog. */
  #askForData(): void {
    this.dialog.close();
    this.dispatchEvent(new ExportArgumentRequest());
  }

  #parts(): (readonly [ExportChoice['part'], string])[] {
    const { source } = this;
    const isFolded = source !== null && source.whole !== source.shown;
    const hasSelected = source !== null && chosenPart(source.whole, source.selected) !== null;
    return [
      ['whole', 'The whole map'],
      ...(isFolded ? [['folded', 'As it is folded'] as const] : []),
      ...(source?.view ? [['view', 'What shows now'] as const] : []),
      ...(hasSelected ? [['selection', 'What is selected'] as const] : []),
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
    const { choice } = this;
    const scale = scaleOf(choice, width, height);
    const size = `${Math.floor(width * scale)} × ${Math.floor(height * scale)} px`;
    return hasPixels(choice.format) && scale < choice.scale
      ? `${size}: the most that can be made of it in this format`
      : size;
  }

  #choose(part: Partial<ExportChoice>): void {
    this.choice = { ...this.choice, ...part };
    this.dispatchEvent(new PictureChosen(this.choice));
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
    void this.#make(save);
  };

  /** Makes the picture and does something with it; the dialog's closing gives it up. */
  async #make(use: Use): Promise<void> {
    const { source } = this;
    if (!source || this.isBusy) return;
    const choice: ExportChoice = use === copy ? { ...this.choice, format: 'png' } : this.choice;
    this.isBusy = true;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const begun = performance.now();
    const onProgress = (share: number): void => {
      const isLong = performance.now() - begun > patience;
      if (isLong) this.note = `Drawing the picture: ${Math.floor(share * 100)} %`;
    };
    try {
      const file = await exportFile(source, choice, new Date(), { onProgress, signal });
      const done = await use(file);
      const isLess = hasPixels(choice.format) && file.scale < choice.scale;
      const size = isLess ? `, at ${file.scale.toFixed(2)}×: no larger picture can be made` : '';
      this.note = [`${done}${size}`, file.remark]
        .filter(Boolean)
        .map((words) => `${words}.`)
        .join(' ');
    } catch (cause) {
      if (!signal.aborted) this.note = excuse(cause);
    } finally {
      this.isBusy = false;
    }
  }

  #dropPreview(): void {
    if (this.preview) URL.revokeObjectURL(this.preview.url);
    this.preview = null;
  }

  #closed(): void {
    this.#drawing += 1;
    this.#abort?.abort();
    this.#dropPreview();
    this.source = null;
  }
}

/** What is done with a picture; answers how to say it. */
type Use = (file: ExportFile) => Promise<string>;

/** Hands a file to the browser's downloads. */
const save: Use = ({ blob, name }) => {
  download(blob, name);
  return Promise.resolve(`Saved ${name}`);
};

/** Not every browser writes pictures to the clipboard. */
const canCopy = 'ClipboardItem' in globalThis && 'write' in (navigator.clipboard ?? {});

/** Puts a PNG on the clipboard, which takes no other pictures. */
const copy: Use = async ({ blob }) => {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  return 'Copied as PNG';
};

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
  interface HTMLElementEventMap {
    'picture-chosen': PictureChosen;
  }
}
