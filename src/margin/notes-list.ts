/** `<notes-list>`: all notes of the paper after its text, each with its status and its ways back. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { claimsOn, sources, supports } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { markersOf, notesOf, placeAt, type Note, type Paper } from '../model/paper.ts';
import type { Point } from '../model/paper-text.ts';
import type { Claim } from '../model/records.ts';
import { rested } from '../ui/slices.ts';
import { noteDetails } from './note-details.ts';

/** So many notes are rendered at a time: most papers' at once, a thousand of them while the page rests. */
const batch = 120;

@customElement('notes-list')
export class NotesList extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null until the desk is open: labels, status and back-links stand before. */
  @property({ attribute: false }) store: Store | null = null;

  /** How many notes stand so far. */
  @state() private count = batch;
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
    if (changed.has('paper') || changed.has('store')) this.count = batch;
  }

  protected override updated(): void {
    this.#light();
    if (this.#isWhole) this.#waiting.splice(0).forEach((resolve) => resolve());
    else if (this.paper) void rested().then(() => (this.count += batch));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this;
    if (!paper || paper.notes.length === 0) return nothing;
    const notes = paper.notes.slice(0, this.count);
    return html`<section role="doc-endnotes" class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" tabindex="-1">Notes</h2>
      ${this.#summary(paper)}
      <ol class="notes-items" role="list">
        ${repeat(
          notes,
          (note) => note.id,
          (note) => guard(this.#needs(paper, note), () => this.#item(paper, note)),
        )}
      </ol>
    </section>`;
  }

  /** What an item shows: while all of it is the same, the item is. */
  #needs(paper: Paper, note: Note): unknown[] {
    const desk = this.store?.desk;
    if (!desk) return [paper];
    return [paper, this.store, supports(desk), sources(desk), ...claimsOn(desk, note.id)];
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
    const missing = paper.notes.filter((note) => note.text === null).length;
    const named = this.store
      ? [...supports(this.store.desk).values()].filter((support) => support.sources.length > 0).length
      : null;
    return html`<p class="notes-summary">
      ${paper.notes.length} notes; the words of ${missing === paper.notes.length ? 'all' : missing} are
      missing from this
      copy.${
        named === null
          ? nothing
          : html` The text itself names a source for ${named}, by ${sources(this.store!.desk).size} names.`
      }
    </p>`;
  }

  #item(paper: Paper, note: Note): TemplateResult {
    const desk = this.store?.desk;
    const markers = markersOf(paper.text, note.id);
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
            ? noteDetails(desk, note, true)
            : html`<p class="note-missing">${note.text ?? 'Words missing'}</p>`
        }
        ${desk ? this.#carries(claimsOn(desk, note.id)) : nothing}
        <p class="note-back">
          ${markers.map((marker, at) => backLink(paper, note, marker, markers.length, at))}
        </p>
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

/** Drawn, not typed: no face on every machine has the sign. */
const backArrow = html`<svg class="icon back-arrow" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M8 5 4 9l4 4" />
  <path d="M4 9h7a4 4 0 0 1 4 4v2" />
</svg>`;

function backLink(paper: Paper, note: Note, marker: Point, count: number, at: number): TemplateResult {
  const place = placeAt(paper, Math.max(0, marker.offset - 1));
  return html`<a
    role="doc-backlink"
    href="#/${encodeURIComponent(paper.id)}?marker=${String(marker.node.attrs['id']).slice('marker-'.length)}"
    aria-label="Back to marker ${note.label}${count > 1 ? `, place ${at + 1}` : ''}: ${place}"
    >${backArrow} ${place}</a
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-list': NotesList;
  }
}
