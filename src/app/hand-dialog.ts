/** `<hand-dialog>`: a notebook into a file, for a class (handed out) or back to a teacher (handed in). */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownLayer, type Desk, type Layer } from '../desk/desk.ts';
import { marksOf, openedIn } from '../desk/layers.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { mostBefore } from '../notebook/file.ts';
import type { Storage } from '../storage/contract.ts';
import { download } from '../ui/download.ts';
import { handFields, type HandFields } from './hand-fields.ts';
import { chosenRecords, handFile, handFileName, type HandChoice } from './hand-file.ts';
import { keepHand, recallHand } from './hand-memory.ts';

const first: HandChoice = {
  way: 'out',
  name: '',
  title: '',
  tags: null,
  withMarks: true,
  withClaims: true,
  withSupplied: true,
  withText: false,
  before: 0,
  instructions: '',
  answers: null,
};

const handoutsOn = (desk: Desk): readonly Layer[] =>
  openedIn(desk.layers).filter((layer) => layer.kind === 'handout');

/** @fires announce - The file was made. */
@customElement('hand-dialog')
export class HandDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) storage: Storage | null = null;
  @state() private isOpen = false;
  @state() private choice: HandChoice = first;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks what is to go into the file; the focus goes back to `opener`. */
  async ask(way: 'out' | 'in', opener: HTMLElement | null): Promise<void> {
    const { store, storage } = this;
    if (!store || !storage) return;
    this.#opener = opener;
    const remembered = await recallHand(storage, store.desk.paper.id);
    const [handout] = handoutsOn(store.desk).slice(-1);
    this.choice = { ...first, ...remembered, way, answers: handout?.id ?? null };
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, choice } = this;
    if (!store || !this.isOpen) return nothing;
    const { desk } = store;
    const records = chosenRecords(desk, choice);
    const marks = records.filter(({ kind }) => kind === 'annotation' || kind === 'claim').length;
    const isOut = choice.way === 'out';
    return html`<dialog class="dialog hand-dialog" aria-labelledby="hand-title" @close=${this.#onClose}>
      <form method="dialog" @submit=${this.#onSubmit}>
        <div class="dialog-head">
          <h2 id="hand-title">${isOut ? 'Hand out your notebook' : 'Hand in your notebook'}</h2>
        </div>
        <p class="hint">
          ${
            isOut
              ? 'One file for a class. Whoever opens it sees your marks as a layer of their own beside theirs, and cannot change them.'
              : 'One file with what you made on this paper: nothing of the handout, nothing of anyone else.'
          }
          Nothing is sent anywhere: you give the file to whom you like.
        </p>
        ${handFields(this.#fields(desk))}
        <p class="hand-sum" role="status">
          ${marks === 1 ? '1 mark or claim goes' : `${marks} marks and claims go`} into
          <span class="hand-file">${handFileName(desk, choice)}</span>
        </p>
        <div class="card-actions">
          <button type="submit" class="main-button" ?disabled=${!choice.name.trim()}>
            ${isOut ? 'Make the handout' : 'Make the file'}
          </button>
          <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
        </div>
      </form>
    </dialog>`;
  }

  #fields(desk: Desk): HandFields {
    return {
      desk,
      choice: this.choice,
      handouts: handoutsOn(desk),
      change: (patch) => (this.choice = { ...this.choice, ...patch }),
    };
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { store, storage, choice } = this;
    if (!store || !storage || !choice.name.trim()) return;
    const sound = { ...choice, before: Math.min(mostBefore, Math.max(0, Math.round(choice.before) || 0)) };
    const name = handFileName(store.desk, sound);
    download(
      new Blob([handFile(store.desk, sound, new Date().toISOString())], { type: 'application/json' }),
      name,
    );
    void keepHand(storage, store.desk.paper.id, sound);
    this.#close();
    const own = marksOf(ownLayer(store.desk));
    const few = choice.way === 'in' && own === 0 ? ' It has no mark of yours yet.' : '';
    this.dispatchEvent(new Announce(`Made ${name}.${few}`));
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hand-dialog': HandDialog;
  }
}
