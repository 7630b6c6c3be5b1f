/** `<front-paste>`: a field for a reference to fill in the details of a paper: pasted, dropped, or chosen as a file. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FrontFields } from './front-fields.ts';

/** A reference was read: the fields as it has them. */
export class FrontFilled extends Event {
  readonly fields: FrontFields;

  constructor(fields: FrontFields) {
    super('front-filled', { bubbles: true });
    this.fields = fields;
  }
}

/** Largest file that is taken in, in bytes. */
const largest = 8_000_000;

/** @fires front-filled - What is pasted says these details. */
@customElement('front-paste')
export class FrontPaste extends LitElement {
  /** The fields as they are: what a reference does not say stays. */
  @property({ attribute: false }) fields: FrontFields | null = null;
  @state() private text = '';
  @state() private said = '';
  @state() private isOver = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<details class="front-paste">
      <summary>Fill in from a reference …</summary>
      <label class="field ${this.isOver ? 'is-over' : ''}">
        <span>BibTeX, RIS, CSL-JSON or a DOI <small>(paste it, or drop a file)</small></span>
        <textarea
          name="reference"
          rows="4"
          spellcheck="false"
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          @paste=${() => setTimeout(() => void this.#fill(''))}
          @dragover=${this.#onOver}
          @dragleave=${() => (this.isOver = false)}
          @drop=${this.#onDrop}
        ></textarea>
      </label>
      <p class="dialog-acts">
        <button
          type="button"
          class="plain-button"
          ?disabled=${this.text.trim() === ''}
          @click=${() => void this.#fill('')}
        >
          Fill in
        </button>
        <label class="plain-button front-file">
          Choose a file …
          <input
            type="file"
            class="visually-hidden"
            accept=".bib,.bibtex,.ris,.json,.txt"
            @change=${this.#onFile}
          />
        </label>
      </p>
      <p class="hint" role="status">${this.said}</p>
    </details>`;
  }

  async #fill(name: string): Promise<void> {
    const { text } = this;
    if (text.trim() === '') return;
    const { fillFrom } = await import('./front-filling.ts');
    // Another text may have come meanwhile.
    if (text !== this.text || !this.fields) return;
    const { fields, words } = await fillFrom(text, name, this.fields);
    this.said = words;
    if (fields) this.dispatchEvent(new FrontFilled(fields));
  }

  readonly #onOver = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.#open(file);
    else this.#take(event.dataTransfer?.getData('text/plain') ?? '', '');
  };

  readonly #onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void this.#open(file);
  };

  async #open(file: File): Promise<void> {
    if (file.size > largest) this.said = `${file.name} is larger than 8 MB and was not read.`;
    else this.#take(await file.text(), file.name);
  }

  #take(text: string, name: string): void {
    this.text = text;
    void this.#fill(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-paste': FrontPaste;
  }
  interface HTMLElementEventMap {
    'front-filled': FrontFilled;
  }
}
