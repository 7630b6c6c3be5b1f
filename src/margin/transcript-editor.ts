/** `<transcript-editor>`: the words of a note while somebody takes them down from another copy. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ownRecords } from '../desk/own-records.ts';
import type { Store } from '../desk/store.ts';
import { transcribe } from '../desk/supply-commands.ts';
import type { Note } from '../model/paper.ts';
import type { Transcript } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { textIn } from '../ui/form-text.ts';

/**
 * What is typed is kept as it is typed; a new transcript comes to be with its first words.
 *
 * @fires editing-done - Done, Escape or Ctrl+Enter; everything is kept already.
 */
@customElement('transcript-editor')
export class TranscriptEditor extends LitElement {
  @property({ attribute: false }) note: Note | null = null;
  /** Id of the transcript, also of one that is still to be made. */
  @property({ attribute: false }) record = '';
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());
  /** What was there when the writing began; undefined before. */
  #known: Transcript | null | undefined;
  /** Whence and by whom, before anything is typed: as in the transcript that was made last. */
  #start: { readonly copy: string; readonly by: string } = { copy: '', by: '' };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.#known !== undefined || !this.store) return;
    const own = ownRecords(this.store.desk, 'transcript');
    this.#known = own.find((one) => one.id === this.record) ?? null;
    const last = this.#known ?? own.at(-1);
    this.#start = { copy: last?.copy ?? '', by: last?.by ?? '' };
  }

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { note } = this;
    if (!note) return nothing;
    const { copy, by } = this.#start;
    return html`<form
      class="card-editor supply-editor"
      aria-label="Words of note ${note.label}"
      @submit=${this.#draft.done}
      @keydown=${this.#draft.onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>Words of note ${note.label}, as they are printed</span>
        <textarea name="text" rows="5" maxlength="100000" .value=${this.#known?.text ?? ''}></textarea>
      </label>
      <label>
        <span>From which copy <small>(edition, library, year, page)</small></span>
        <input name="copy" autocomplete="off" maxlength="500" .value=${copy} />
      </label>
      <label>
        <span>Transcribed by</span>
        <input name="by" autocomplete="name" maxlength="200" .value=${by} />
      </label>
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter. Saved as you type.</span>
      </div>
    </form>`;
  }

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.note) return;
    const data = new FormData(form);
    const text = textIn(data, 'text');
    const copy = textIn(data, 'copy');
    // What stood there from the start is nobody's writing: with no words it leaves no record.
    const isBare = !this.#known && !text.trim() && copy === this.#start.copy;
    const written = { text, copy: isBare ? '' : copy, by: textIn(data, 'by') };
    this.store?.run(transcribe(this.note.id, this.record, written, this.#writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transcript-editor': TranscriptEditor;
  }
}
