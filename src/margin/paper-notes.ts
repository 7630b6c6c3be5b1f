/** `<paper-notes>`: the notes on the paper as a whole, at the top of the margin, and the way to write one. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { blankPaperNote } from '../desk/annotation-commands.ts';
import type { Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { paperNotes, rootOf } from '../desk/threads.ts';
import type { Annotation } from '../model/records.ts';
import './annotation-card.ts';

/** Begins a note on the paper: it becomes a record with its first word. */
export function beginPaperNote(store: Store): void {
  const proposed = blankPaperNote();
  store.setSession({ proposed, editing: proposed.id });
  store.reveal({ kind: 'annotation', id: proposed.id }, 'margin');
}

/** The note that is being written and no record yet; null where none is. */
function begun({ session }: Desk): Annotation | null {
  const { proposed, editing } = session;
  const isNote = proposed?.id === editing && proposed?.targets.length === 0 && proposed.replyTo === null;
  return isNote ? proposed : null;
}

@customElement('paper-notes')
export class PaperNotes extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  #wasWriting = false;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, session.focus, session.editing, session.proposed],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const { desk } = store;
    const known = paperNotes(desk);
    const proposed = begun(desk);
    const notes = proposed && !known.some(({ id }) => id === proposed.id) ? [...known, proposed] : known;
    const { focus } = desk.session;
    const open = focus && rootOf(desk, focus.id);
    return html`${notes.length > 0 ? html`<h3 class="margin-heading">On the paper</h3>` : nothing}
    ${repeat(
      notes,
      ({ id }) => id,
      (note) =>
        html`<annotation-card
          .annotation=${note}
          .desk=${desk}
          .store=${store}
          .open=${note.id === open}
        ></annotation-card>`,
    )}
    ${
      proposed
        ? nothing
        : html`<button
            type="button"
            class="link-button write-paper-note"
            @click=${() => beginPaperNote(store)}
          >
            Write a note on the paper
          </button>`
    }`;
  }

  /** Where nothing came of a note the focus goes back to where it was begun. */
  protected override updated(): void {
    const isWriting = Boolean(this.store && begun(this.store.desk));
    const isLost = this.#wasWriting && !isWriting && document.activeElement === document.body;
    if (isLost) this.querySelector<HTMLElement>('.write-paper-note')?.focus();
    this.#wasWriting = isWriting;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-notes': PaperNotes;
  }
}
