/** `<notes-list>`: all notes of the paper after its text, each with its status and its ways back. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { sources, supports, type Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { placeAt, type Note, type Paper } from '../model/paper.ts';
import type { Point } from '../model/paper-text.ts';
import type { Claim } from '../model/records.ts';
import { claimsOn, noteDetails } from './note-details.ts';

@customElement('notes-list')
export class NotesList extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null until the desk is open: labels, status and back-links stand before. */
  @property({ attribute: false }) store: Store | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.layers, desk.session.focus, desk.session.note],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this;
    if (!paper || paper.notes.length === 0) return nothing;
    const markers = new Map<string, Point[]>();
    for (const point of paper.text.markers) {
      const note = String(point.node.attrs['note']);
      markers.set(note, [...(markers.get(note) ?? []), point]);
    }
    return html`<section role="doc-endnotes" class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" tabindex="-1">Notes</h2>
      ${this.#summary(paper)}
      <ol class="notes-items" role="list">
        ${repeat(
          paper.notes,
          (note) => note.id,
          (note) => this.#item(paper, note, markers.get(note.id) ?? []),
        )}
      </ol>
    </section>`;
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

  #item(paper: Paper, note: Note, markers: readonly Point[]): TemplateResult {
    const desk = this.store?.desk;
    const focused = desk !== undefined && isLit(desk, note);
    return html`<li
      id=${note.anchor}
      class=${focused ? 'lit' : ''}
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

/** A note is lit while it is open beside the text, or pointed at from elsewhere. */
const isLit = ({ session }: Desk, note: Note): boolean =>
  session.note === note.id || (session.focus?.kind === 'note' && session.focus.id === note.id);

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
