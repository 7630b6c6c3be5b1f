/** `<work-import>`: works pasted or dropped as BibTeX, RIS or CSL-JSON: what was read, what was not, and the way in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { citedIn, worksBy } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import { addWorks, type Attachment } from '../desk/supply-commands.ts';
import type { CslItem } from '../model/csl.ts';
import { DraftController } from '../ui/draft.ts';
import { draftFor, keepDraft } from './work-draft.ts';
import { readFindings, readItems, readSummary, type ReadWorks } from './work-preview.ts';

/** Reads works from a text; `name` is the file's, or empty. Never rejects. */
export type ReadReferences = (text: string, name: string) => Promise<ReadWorks>;

/** Largest file that is taken in, in bytes. */
const largest = 8_000_000;

/** All that an item says, in an order of its own: equal where two items say the same. */
const saidBy = (item: CslItem): string =>
  JSON.stringify(Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const nothingRead: ReadWorks = { items: [], findings: [] };

/**
 * What is pasted is kept for the note or authority until all of it was taken in, or was cleared.
 *
 * @fires works-added - Works were taken in; `detail` is their number.
 */
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
  /** What was cleared last, so that it can be put back. */
  @state() private cleared = '';
  @state() private isLasting = true;

  readonly #draft = new DraftController(this, () => this.#keep());
  #hasBegun = false;
  #serial = 0;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Goes on with what was pasted for the same note or authority before. */
  protected override willUpdate(): void {
    const { store, to } = this;
    if (this.#hasBegun || !store || !to) return;
    this.#hasBegun = true;
    this.text = draftFor(store.desk.paper.id, to);
    if (this.text) void this.#look('');
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
      <div role="status">${readSummary(this.found)}</div>
      ${readItems(this.found, this.left, this.#attached(), (at) => this.#toggle(at))}
      ${readFindings(this.found)}
      <div class="card-actions">
        <button type="button" class="main-button" ?disabled=${this.#kept.length === 0} @click=${this.#take}>
          ${this.#words()}
        </button>
        ${this.#clearing()} ${this.text ? html`<span class="hint">${this.#lasting()}</span>` : nothing}
      </div>
    </div>`;
  }

  #lasting(): string {
    return this.isLasting
      ? 'Kept in this tab until it is attached or cleared.'
      : 'Too long to be kept over a reload; kept until then.';
  }

  /** One button: it clears the field, and then puts back what stood there. */
  #clearing(): TemplateResult | typeof nothing {
    if (!this.text && !this.cleared) return nothing;
    return html`<button type="button" class="plain-button" @click=${this.text ? this.#clear : this.#putBack}>
      ${this.text ? 'Clear' : 'Put it back'}
    </button>`;
  }

  readonly #clear = (): void => {
    const { text } = this;
    this.#write('');
    this.cleared = text;
  };

  readonly #putBack = (): void => this.#write(this.cleared);

  /** Puts a text into the field, keeps it and reads it. */
  #write(text: string, name = ''): void {
    this.text = text;
    this.cleared = '';
    this.#keep();
    void this.#look(name);
  }

  #keep(): void {
    const { store, to } = this;
    if (store && to) this.isLasting = keepDraft(store.desk.paper.id, to, this.text);
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

  #toggle(at: number): void {
    const left = new Set(this.left);
    if (!left.delete(at)) left.add(at);
    this.left = left;
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.cleared = '';
    this.#draft.later();
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
    this.left = this.#attached();
  }

  /** Where in what was read the works stand that are attached already: they wait unchecked. */
  #attached(): ReadonlySet<number> {
    const { store, to } = this;
    if (!store || !to) return new Set();
    const all = [
      ...(to.note === null ? [] : citedIn(store.desk, to.note)),
      ...(to.source === null ? [] : worksBy(store.desk, to.source)),
    ];
    const known = new Set(all.map(({ work }) => saidBy(work.item)));
    return new Set(this.found.items.flatMap((item, at) => (known.has(saidBy(item)) ? [at] : [])));
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
    this.#add(await file.text(), file.name);
  }

  /** What was there already stays in front of it. */
  #add(text: string, name: string): void {
    this.#write(this.text.trim() ? `${this.text.trimEnd()}\n\n${text}` : text, name);
  }

  readonly #take = (): void => {
    const { length } = this.#kept;
    if (!this.store?.run(addWorks(this.#kept, this.to))) return;
    // What was left out or not understood may still be mended: then the text waits here.
    const isAll = this.#attached().size === this.found.items.length && this.found.findings.length === 0;
    if (isAll) this.#write('');
    this.dispatchEvent(new CustomEvent('works-added', { bubbles: true, detail: length }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'work-import': WorkImport;
  }
}
