/** The buttons for what a reader can supply to a note. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Note } from '../model/paper.ts';

/** What the buttons do; null where there is nothing to do it with. */
export interface NoteActions {
  transcribe(): void;
  attach(): void;
  correct(): void;
  readonly mark: (() => void) | null;
  /** True where the reader has transcribed one copy already. */
  readonly hasTranscript: boolean;
}

const button = (words: string, act: () => void, action = words): TemplateResult =>
  html`<button type="button" class="plain-button" data-action=${action} @click=${act}>${words}</button>`;

/** All of them, as a group. */
export const noteActions = (note: Note, actions: NoteActions): TemplateResult =>
  html`<div class="card-actions note-actions" role="group" aria-label="What to supply for note ${note.label}">
    ${button(actions.hasTranscript ? 'Transcribe another copy' : 'Transcribe', () => actions.transcribe(), 'Transcribe')}
    ${button('Attach a source', () => actions.attach())}
    ${button('Correct what it supports', () => actions.correct())}
    ${actions.mark ? button('Mark words', actions.mark) : nothing}
  </div>`;

/** One button in their place, for long lists. */
export const unfoldButton = (note: Note, unfold: () => void): TemplateResult =>
  html`<p class="note-actions">
    <button
      type="button"
      class="link-button"
      aria-expanded="false"
      aria-label="Supply for note ${note.label}"
      @click=${unfold}
    >
      Supply …
    </button>
  </p>`;
