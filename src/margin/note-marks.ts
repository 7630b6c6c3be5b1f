/** `<note-marks>`: the reader's marks in one note, beneath its words; lights the words of the one that is open. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { annotationsIn } from '../desk/passages.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { Note } from '../model/paper.ts';
import './annotation-card.ts';

/** Follows the session by itself, so that the note around it need not. */
@customElement('note-marks')
export class NoteMarks extends LitElement {
  @property({ attribute: false }) note: Note | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property() home: 'popover' | 'list' = 'popover';

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings, session }) => [layers, placings, session.focus, session.editing, session.note],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Where popover and list both show the note, its marks are opened and written in the popover. */
  protected override render(): TemplateResult | typeof nothing {
    const { note, store } = this;
    if (!note || !store) return nothing;
    const { desk } = store;
    const isAway = this.home === 'list' && desk.session.note === note.id;
    return html`<div class="note-marks" role="group" aria-label="Your marks in note ${note.label}">
      ${annotationsIn(desk, note.id).map(
        (mark) =>
          html`<annotation-card
            .annotation=${mark}
            .desk=${desk}
            .store=${store}
            .home=${this.home}
            .open=${desk.session.focus?.id === mark.id && !isAway}
          ></annotation-card>`,
      )}
    </div>`;
  }

  protected override updated(): void {
    const lit = this.store?.desk.session.focus?.id ?? null;
    for (const words of this.parentElement?.querySelectorAll('note-words') ?? []) words.lit = lit;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-marks': NoteMarks;
  }
}
