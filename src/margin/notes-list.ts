/** `<notes-list>`: all notes of the paper after its text, each with its status and its ways back. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { claimsOn, sources, supports } from '../desk/desk.ts';
import { noteWords } from '../desk/note-words.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { markersOf, notesOf, type Note, type Paper } from '../model/paper.ts';
import type { Claim } from '../model/argument-records.ts';
import { rested } from '../ui/slices.ts';
import { backLinks } from './back-links.ts';
import './note-body.ts';
import { noteFingerprint } from './note-fingerprint.ts';

/** So many notes stand at once: those of most papers. */
const first = 120;

/** So many of a thousand more come at a time, while the page rests. Together they are passed over while no record changes. */
const batch = 20;

/** @cssproperty --notes - How many notes there are; set by script. */
@customElement('notes-list')
export class NotesList extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null until the desk is open: labels, status and back-links stand before. */
  @property({ attribute: false }) store: Store | null = null;

  /** How many notes stand so far. */
  @state() private count = first;
  #lit: HTMLElement | null = null;
  #waiting: (() => void)[] = [];

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.layers],
    );
    // A note is lit by hand: four thousand need not be rendered again for one.
    new StoreController(
      this,
      () => this.store,
      ({ session }) => [session.focus, session.note],
      () => this.#light(),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Resolves when every note stands. */
  get whole(): Promise<void> {
    return this.#isWhole ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  get #isWhole(): boolean {
    return !this.isUpdatePending && this.paper !== null && this.count >= this.paper.notes.length;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paper') || changed.has('store')) this.count = first;
    const { length } = this.paper?.notes ?? [];
    this.toggleAttribute('long', length > first);
    this.style.setProperty('--notes', String(length));
  }

  protected override updated(): void {
    this.#light();
    if (this.#isWhole) this.#waiting.splice(0).forEach((resolve) => resolve());
    else if (this.paper) void rested().then(() => (this.count += batch));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this;
    if (!paper || paper.notes.length === 0) return nothing;
    const { store } = this;
    const starts = Array.from({ length: Math.ceil(this.count / batch) }, (_, at) => at * batch);
    return html`<section role="doc-endnotes" class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" tabindex="-1">Notes</h2>
      ${this.#summary(paper)}
      <ol class="notes-items" role="list">
        ${starts.map((at) => guard([paper, store, store?.desk.layers], () => this.#items(paper, at)))}
      </ol>
    </section>`;
  }

  /** The batch of notes from a number on. */
  #items(paper: Paper, from: number): unknown {
    return repeat(
      paper.notes.slice(from, from + batch),
      (note) => note.id,
      (note) => guard(this.#needs(paper, note), () => this.#item(paper, note)),
    );
  }

  /** What an item shows: while all of it is the same, the item is. */
  #needs(paper: Paper, note: Note): unknown[] {
    const desk = this.store?.desk;
    if (!desk) return [paper];
    const supplied = noteFingerprint(desk, note);
    return [paper, this.store, supports(desk), sources(desk), ...supplied, ...claimsOn(desk, note.id)];
  }

  /** The item of the note that is open beside the text, or pointed at from elsewhere; null where it is none. */
  get #named(): HTMLElement | null {
    const { note = null, focus = null } = this.store?.desk.session ?? {};
    const id = note ?? (focus?.kind === 'note' ? focus.id : null);
    const found = this.paper && id !== null ? notesOf(this.paper, [id])[0] : null;
    return found ? this.querySelector<HTMLElement>(`#${CSS.escape(found.anchor)}`) : null;
  }

  #light(): void {
    const item = this.#named;
    if (item !== this.#lit) this.#lit?.classList.remove('lit');
    item?.classList.add('lit');
    this.#lit = item;
  }

  #summary(paper: Paper): TemplateResult {
    const missing = paper.notes.filter((note) => note.text === null);
    const desk = this.store?.desk;
    const named = desk ? [...supports(desk).values()].filter((one) => one.sources.length > 0).length : 0;
    const words = missing.length === paper.notes.length ? 'all' : String(missing.length);
    return html`<p class="notes-summary">
      ${paper.notes.length} notes;
      ${
        missing.length === 0
          ? 'the words of all are in this copy.'
          : html`the words of ${words} are missing from this copy${this.#supplied(missing)}.`
      }${desk ? html` The text itself names a source for ${named}, by ${sources(desk).size} names.` : nothing}
    </p>`;
  }

  /** How many of the missing notes somebody has words for. */
  #supplied(missing: readonly Note[]): string {
    const desk = this.store?.desk;
    if (!desk) return '';
    const having = missing.filter((note) => noteWords(desk, note.id).some((one) => one.text.text.trim()));
    const mine = having.filter((note) =>
      noteWords(desk, note.id).some((one) => one.layer?.readOnly === false && one.text.text.trim()),
    );
    if (having.length === 0) return '';
    const others = having.length - mine.length;
    const parts = [
      mine.length > 0 && `you supplied ${mine.length}`,
      others > 0 && `others supplied ${others}`,
    ];
    return `; ${parts.filter(Boolean).join(', ')}`;
  }

  #item(paper: Paper, note: Note): TemplateResult {
    const desk = this.store?.desk;
    return html`<li
      id=${note.anchor}
      tabindex="-1"
      @pointerenter=${() => this.store?.hover({ kind: 'note', id: note.id })}
      @pointerleave=${() => this.store?.hover(null)}
    >
      <span class="note-label">${note.label}</span>
      <div class="note-body">
        ${
          desk
            ? html`<note-body home="list" .note=${note} .desk=${desk} .store=${this.store}></note-body>`
            : html`<p class="note-missing">${note.text ?? 'Words missing'}</p>`
        }
        ${desk ? this.#carries(claimsOn(desk, note.id)) : nothing}
        ${backLinks(paper, note, markersOf(paper.text, note.id))}
      </div>
    </li>`;
  }

  #carries(claims: readonly Claim[]): TemplateResult | typeof nothing {
    if (claims.length === 0) return nothing;
    return html`<p class="note-carries">
      Carries:
      ${claims.map(
        (claim, at) =>
          html`${at > 0 ? '; ' : ''}<button
              type="button"
              class="link-button"
              @click=${() => this.store?.reveal({ kind: 'claim', id: claim.id }, 'margin')}
            >
              ${claim.wording}
            </button>`,
      )}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-list': NotesList;
  }
}
