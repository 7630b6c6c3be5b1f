/** `<work-import>`: works pasted or dropped as BibTeX, RIS or CSL-JSON: what was read, what was not, and the way in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../desk/store.ts';
import { addWorks, type Attachment } from '../desk/supply-commands.ts';
import { workLine } from '../desk/work-line.ts';
import type { CslItem } from '../model/csl.ts';

/** What could be read of a text, and what could not, in sentences that name entry and line. */
export interface ReadWorks {
  readonly items: readonly CslItem[];
  readonly findings: readonly string[];
}

/** Reads works from a text; `name` is the file's, or empty. Never rejects. */
export type ReadReferences = (text: string, name: string) => Promise<ReadWorks>;

/** Largest file that is taken in, in bytes. */
const largest = 8_000_000;

const nothingRead: ReadWorks = { items: [], findings: [] };

/** What is pasted stays in its field until it was taken in. */
@customElement('work-import')
export class WorkImport extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** What the works are attached to; null for nothing. */
  @property({ attribute: false }) to: Attachment | null = null;
  @property({ attribute: false }) read: ReadReferences | null = null;
  @state() private text = '';
  @state() private found = nothingRead;
  @state() private left: ReadonlySet<number> = new Set();
  @state() private isOver = false;

  #serial = 0;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div
      class="work-import ${this.isOver ? 'over' : ''}"
      @dragover=${this.#onOver}
      @dragleave=${() => (this.isOver = false)}
      @drop=${this.#onDrop}
    >
      <label class="field">
        <span>BibTeX, RIS or CSL-JSON <small>(paste it, or drop a file here)</small></span>
        <textarea rows="6" spellcheck="false" .value=${this.text} @input=${this.#onInput}></textarea>
      </label>
      <label class="plain-button file-button"
        >Choose a file …
        <input
          type="file"
          class="visually-hidden"
          accept=".bib,.bibtex,.ris,.json,.txt"
          @change=${this.#onFile}
        />
      </label>
      <div role="status">${this.#summary()}</div>
      ${this.#items()} ${this.#findings()}
      <div class="card-actions">
        <button type="button" class="main-button" ?disabled=${this.#kept.length === 0} @click=${this.#take}>
          ${this.#words()}
        </button>
      </div>
    </div>`;
  }

  get #kept(): readonly CslItem[] {
    return this.found.items.filter((_, at) => !this.left.has(at));
  }

  #words(): string {
    const count = this.#kept.length;
    const what = count === 1 ? 'this work' : `these ${count} works`;
    if (count === 0) return 'Attach';
    return this.to ? `Attach ${what}` : `Keep ${what}`;
  }

  #summary(): TemplateResult | typeof nothing {
    const { items, findings } = this.found;
    if (items.length + findings.length === 0) return nothing;
    const works = `${items.length} ${items.length === 1 ? 'work' : 'works'} read`;
    return html`<p class="hint">
      ${works}${findings.length > 0 ? `; ${findings.length} not understood` : ''}.
    </p>`;
  }

  #items(): TemplateResult | typeof nothing {
    if (this.found.items.length === 0) return nothing;
    return html`<ul class="work-preview" aria-label="What was read">
      ${this.found.items.map(
        (item, at) =>
          html`<li>
            <label
              ><input type="checkbox" .checked=${!this.left.has(at)} @change=${() => this.#toggle(at)} />
              <span>${workLine(item)}</span></label
            >
          </li>`,
      )}
    </ul>`;
  }

  #findings(): TemplateResult | typeof nothing {
    if (this.found.findings.length === 0) return nothing;
    return html`<div class="work-findings">
      <h3>Not understood</h3>
      <ul>
        ${this.found.findings.map((words) => html`<li>${words}</li>`)}
      </ul>
    </div>`;
  }

  #toggle(at: number): void {
    const left = new Set(this.left);
    if (!left.delete(at)) left.add(at);
    this.left = left;
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(''), 200);
  };

  async #look(name: string): Promise<void> {
    this.#serial += 1;
    const serial = this.#serial;
    const found = this.text.trim() && this.read ? await this.read(this.text, name) : nothingRead;
    // A later text may have been read sooner.
    if (serial !== this.#serial) return;
    this.found = found;
    this.left = new Set();
  }

  readonly #onOver = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.#open(file);
    else void this.#add(event.dataTransfer?.getData('text/plain') ?? '', '');
  };

  readonly #onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void this.#open(file);
  };

  async #open(file: File): Promise<void> {
    if (file.size > largest) {
      this.found = { items: [], findings: [`${file.name} is larger than 8 MB and was not read.`] };
      return;
    }
    await this.#add(await file.text(), file.name);
  }

  /** What was there already stays in front of it. */
  async #add(text: string, name: string): Promise<void> {
    this.text = this.text.trim() ? `${this.text.trimEnd()}\n\n${text}` : text;
    await this.#look(name);
  }

  readonly #take = (): void => {
    if (!this.store?.run(addWorks(this.#kept, this.to))) return;
    this.dispatchEvent(new CustomEvent('works-added', { bubbles: true, detail: this.#kept.length }));
    this.text = '';
    this.found = nothingRead;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'work-import': WorkImport;
  }
}
