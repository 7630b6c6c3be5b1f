/** `<note-body>`: all there is of one note, in the popover and in the list: the copy's words, and apart from them what was supplied. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { remove } from '../desk/remove-commands.ts';
import type { Desk } from '../desk/desk.ts';
import { noteWords, type NoteWords as Words } from '../desk/note-words.ts';
import { annotationsIn, passagesIn } from '../desk/passages.ts';
import { Announce, WorkRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Note, NoteSpan } from '../model/paper.ts';
import type { Transcript } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { noteActions, unfoldButton } from './note-actions.ts';
import { noteSupport } from './note-details.ts';
import { isSame, noteFingerprint } from './note-fingerprint.ts';
import { furtherNotes } from './further-notes.ts';
import { noteSources } from './note-sources.ts';
import './note-marks.ts';
import './note-words.ts';
import type { NoteWords } from './note-words.ts';
import { standsFor } from './stands-for.ts';
import { suppliedBy } from './supplied-by.ts';
import './support-editor.ts';
import './transcript-editor.ts';

/** Words of which none is set apart. */
const unset: readonly NoteSpan[] = [];

/** What is being supplied: a transcript, also one that is still to be made under this id, or what the note supports. */
type Open = { readonly what: 'transcript'; readonly id: string } | { readonly what: 'support' };

/**
 * Drawn anew only when something of its own note has changed: a list has a thousand of them.
 *
 * @fires work-request - A work is to be attached, or edited.
 * @fires passage-request - The passage that the note is for is to be chosen in the text.
 * @fires announce - What was done, with an offer to undo it.
 */
@customElement('note-body')
export class NoteBody extends LitElement {
  @property({ attribute: false }) note: Note | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  /** In the list what can be supplied waits behind a button, and marks are written in the popover while that is open. */
  @property() home: 'popover' | 'list' = 'popover';
  @state() private open: Open | null = null;
  @state() private isUnfolded = false;

  #drawn: readonly unknown[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const { desk, note } = this;
    if (!desk || !note) return false;
    const now = noteFingerprint(desk, note);
    const isOnlyDesk = changed.size === 1 && changed.has('desk');
    if (isOnlyDesk && isSame(now, this.#drawn)) return false;
    this.#drawn = now;
    return true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, store, note } = this;
    if (!desk || !store || !note) return nothing;
    const all = noteWords(desk, note.id);
    return html`${
      all.some((one) => one.transcript === null)
        ? nothing
        : html`<p class="note-missing">
            <span class="note-missing-sign" aria-hidden="true"></span>
            ${this.home === 'list' ? 'Words missing' : 'The words of this note are not in this copy.'}
          </p>`
    }
    ${all.map((one) => (one.transcript ? this.#supplied(desk, note, one, one.transcript) : this.#words(desk, note, one)))}
    ${furtherNotes(desk, note)} ${standsFor(desk, note)}
    ${this.open?.what === 'transcript' ? this.#transcriptEditor(note, this.open.id) : nothing}
    ${annotationsIn(desk, note.id).length > 0 ? html`<note-marks .note=${note} .store=${store} .home=${this.home}></note-marks>` : nothing}
    ${noteSupport(desk, note)} ${this.open?.what === 'support' ? this.#supportEditor(note) : nothing}
    ${noteSources(desk, store, note)} ${this.#actions(note, all)}`;
  }

  #words(desk: Desk, note: Note, words: Words): TemplateResult {
    const marks = passagesIn(desk, note.id).filter((one) => one.words.text === words.text);
    const whose = words.transcript ? 'Supplied words' : 'Words';
    return html`<note-words
      class="note-words"
      contenteditable="true"
      lang=${ifDefined(desk.paper.language ?? undefined)}
      .words=${words}
      .marks=${marks}
      .spans=${words.transcript ? unset : (note.spans ?? unset)}
      .label="${whose} of note ${note.label}"
      .stop=${this.home === 'popover'}
      @mark-pressed=${(event: CustomEvent<string>) =>
        this.store?.reveal({ kind: 'annotation', id: event.detail }, 'margin')}
    ></note-words>`;
  }

  #supplied(desk: Desk, note: Note, words: Words, transcript: Transcript): TemplateResult | typeof nothing {
    if (this.open?.what === 'transcript' && this.open.id === transcript.id) return nothing;
    const isOwn = words.layer?.readOnly === false;
    return html`<div class="note-supplied" role="group" aria-label="Words supplied for note ${note.label}">
      ${
        transcript.text.trim()
          ? this.#words(desk, note, words)
          : html`<p class="hint">A transcription was begun; there are no words yet.</p>`
      }
      <p class="supplied-by">${suppliedBy(transcript, words.layer)}</p>
      ${
        isOwn
          ? html`<div class="card-actions">
              <button
                type="button"
                class="plain-button"
                aria-label="Edit the words of note ${note.label}"
                @click=${() => (this.open = { what: 'transcript', id: transcript.id })}
              >
                Edit
              </button>
              <button
                type="button"
                class="plain-button danger"
                aria-label="Delete the supplied words of note ${note.label}"
                @click=${() => this.#remove(transcript)}
              >
                Delete
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #transcriptEditor(note: Note, id: string): TemplateResult {
    return html`${keyed(
      id,
      html`<transcript-editor
        .note=${note}
        .record=${id}
        .store=${this.store}
        @editing-done=${() => this.#done('Transcribe')}
      ></transcript-editor>`,
    )}`;
  }

  #supportEditor(note: Note): TemplateResult {
    return html`<support-editor
      .note=${note}
      .store=${this.store}
      @editing-done=${() => this.#done('Correct what it supports')}
    ></support-editor>`;
  }

  #actions(note: Note, all: readonly Words[]): TemplateResult {
    if (this.home === 'list' && !this.isUnfolded) return unfoldButton(note, this.#unfold);
    return noteActions(note, {
      transcribe: () => this.supply('transcript'),
      attach: () => this.dispatchEvent(new WorkRequest({ note: note.id, source: null })),
      correct: () => this.supply('support'),
      // By Tab the caret comes in the popover only: a list would have a thousand stops more.
      mark: this.home === 'list' && all.length > 0 ? this.#toWords : null,
      hasTranscript: all.some((one) => one.layer?.readOnly === false),
    });
  }

  readonly #unfold = (): void => {
    this.isUnfolded = true;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.note-actions button')?.focus());
  };

  readonly #toWords = (): void => this.querySelector<NoteWords>('note-words')?.focusAt(0);

  /** Opens an editor as its button does: for commands that are not pressed here. */
  supply(what: Open['what']): void {
    this.open = what === 'support' ? { what } : { what, id: newId() };
  }

  #done(action: string): void {
    this.open = null;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus(),
    );
  }

  #remove(transcript: Transcript): void {
    if (!this.store?.run(remove(transcript.id))) return;
    this.dispatchEvent(new Announce('Supplied words deleted', 'undo'));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-action=Transcribe]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-body': NoteBody;
  }
}
