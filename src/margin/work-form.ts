/** `<work-form>`: a work while somebody types it in, field by field. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { works } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import { writeWork, type Attachment } from '../desk/supply-commands.ts';
import type { CslItem } from '../model/csl.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { textIn } from '../ui/form-text.ts';
import { fieldsOfWork, lineFields, workFromFields, workTypes, type WorkFields } from './work-fields.ts';

/**
 * What is typed is kept as it is typed; a new work comes to be, attached, with its first words.
 *
 * @fires editing-done - Done or Ctrl+Enter; everything is kept already.
 */
@customElement('work-form')
export class WorkForm extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Id of the work's record, also of one that is still to be made. */
  @property({ attribute: false }) record = '';
  /** What a new work is attached to; null for nothing. */
  @property({ attribute: false }) to: Attachment | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());
  /** The work when the writing began; undefined before. */
  #before: CslItem | null | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.#before === undefined && this.store)
      this.#before = works(this.store.desk).get(this.record)?.item ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#before === undefined) return nothing;
    const now = fieldsOfWork(this.#before);
    return html`<form
      class="work-form"
      aria-label="The work"
      @submit=${this.#draft.done}
      @keydown=${this.#onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      ${this.#type(now.type)} ${this.#people('author', 'Authors', now.author)}
      ${lineFields.slice(0, 2).map(([name, , words]) => this.#line(name, words, now[name], 'wide'))}
      ${this.#people('editor', 'Editors', now.editor)} ${this.#line('year', 'Year', now.year)}
      ${lineFields.slice(2).map(([name, , words]) => this.#line(name, words, now[name]))}
      ${this.#line('DOI', 'DOI', now.DOI)} ${this.#line('URL', 'Address (URL)', now.URL, 'wide')}
      ${this.#line('note', 'Remark', now.note, 'wide')}
      <div class="card-actions wide">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter. Saved as you type.</span>
      </div>
    </form>`;
  }

  #type(now: string): TemplateResult {
    const known = Object.hasOwn(workTypes, now);
    return html`<label class="field wide">
      <span>Kind</span>
      <select name="type">
        ${known ? nothing : html`<option value=${now} selected>${now}</option>`}
        ${Object.entries(workTypes).map(
          ([type, words]) => html`<option value=${type} ?selected=${type === now}>${words}</option>`,
        )}
      </select>
    </label>`;
  }

  #people(name: 'author' | 'editor', words: string, now: string): TemplateResult {
    return html`<label class="field wide">
      <span>${words} <small>(one a line: Family, Given)</small></span>
      <textarea name=${name} rows="2" maxlength="20000" .value=${now}></textarea>
    </label>`;
  }

  #line(name: keyof WorkFields, words: string, now: string, width = ''): TemplateResult {
    return html`<label class="field ${width}">
      <span>${words}</span>
      <input name=${name} autocomplete="off" maxlength="5000" .value=${now} />
    </label>`;
  }

  /** Escape closes the dialog around it, which keeps what was typed; Enter with Ctrl is Done. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#draft.done(event);
  };

  /** Keeps what is pending, now: for a dialog that closes. */
  keep(): void {
    this.#draft.now();
  }

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.store) return;
    const data = new FormData(form);
    const typed = Object.fromEntries(
      Object.keys(fieldsOfWork(null)).map((name) => [name, textIn(data, name)]),
    ) as unknown as WorkFields;
    const item = workFromFields(typed, this.record, this.#before ?? null);
    if (item) this.store.run(writeWork(this.record, item, this.to, this.#writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'work-form': WorkForm;
  }
}
