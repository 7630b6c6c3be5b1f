/** One authority in the list of sources: its share, the claims it carries, its passages and notes, what leans on it. */
import { html, nothing, type TemplateResult } from 'lit';
import { backing, ledgerOf, nameOfAuthority } from '../desk/backing.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { supported, type Passage } from '../desk/passages.ts';
import { leaningOn, nobody, ofRole, type Row } from '../model/authorities.ts';
import { placeAt } from '../model/paper.ts';
import { quoting, type Quoting } from '../model/quoting.ts';
import type { ClaimRole } from '../model/argument-records.ts';
import { notePeek, shorten } from './note-details.ts';
import { sliced, type Slices } from './source-slices.ts';
import { claimButton, count, shareBar } from './source-words.ts';

/** What a row can do. */
export interface RowActs {
  readonly slices: Slices;
  readonly toggle: (authority: string) => void;
  readonly without: (authority: string) => void;
  readonly light: (authority: string | null) => void;
  readonly go: (claim: string) => void;
  /** What a reader can supply to the authority. */
  readonly supply: (authority: string) => TemplateResult;
}

/** How an authority's words come into the text, as a sign and in words. */
const ways: Readonly<Record<Quoting, { readonly sign: string; readonly words: string }>> = {
  quotation: { sign: '“ ”', words: 'Quoted' },
  mixed: { sign: '“…', words: 'Partly quoted' },
  paraphrase: { sign: '≈', words: 'In the author’s words' },
};

function passageView(desk: Desk, { start, end, record }: Passage): TemplateResult {
  const way = record.kind === 'support' ? ways[quoting(record)] : ways.paraphrase;
  return html`<span class="source-way" title=${way.words} aria-hidden="true">${way.sign}</span
    ><span class="visually-hidden">${way.words}: </span
    ><a class="passage-link" href="#/${encodeURIComponent(desk.paper.id)}?at=${start}"
      ><q>${shorten(desk.paper.text.slice(start, end), 110)}</q></a
    >
    <span class="card-place">${placeAt(desk.paper, start)}</span>`;
}

function noteLinks(desk: Desk, row: Row, { slices }: RowActs): TemplateResult {
  const all = new Set(row.notes);
  const notes = desk.paper.notes.filter((note) => all.has(note.id));
  return html`<section class="source-notes">
    <h4>Notes</h4>
    ${sliced(slices, `notes ${row.authority}`, notes, (note) => notePeek(desk, note))}
  </section>`;
}

function passagesOf(desk: Desk, row: Row, { slices }: RowActs): TemplateResult | typeof nothing {
  const all = new Set(row.notes);
  const found = supported(desk).filter((one) => all.has(one.id));
  if (found.length === 0) return nothing;
  return html`<section>
    <h4>${found.length === 1 ? 'Passage' : 'Passages'}</h4>
    ${sliced(slices, `passages ${row.authority}`, found, (one) => passageView(desk, one))}
  </section>`;
}

const reached: readonly ClaimRole[] = ['conclusion', 'determinant', 'issue'];

/** What stands on the claims that the authority carries: the heads of the argument by name, the rest as a number. */
function leaning(desk: Desk, row: Row, { go }: RowActs): TemplateResult {
  const graph = argument(desk);
  const all = leaningOn(graph, row.claims);
  const heads = reached.flatMap((role) => ofRole(graph, all, role));
  return html`<section>
    <h4>Leaning on these</h4>
    <p class="sources-small">
      ${all.length === 0 ? 'Nothing else.' : `${count(all.length, 'claim')} through steps of the argument${heads.length > 0 ? ', among them:' : '.'}`}
    </p>
    ${
      heads.length > 0
        ? html`<ul>
            ${heads.map((id) => html`<li>${claimButton(desk, id, go)}</li>`)}
          </ul>`
        : nothing
    }
  </section>`;
}

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of));

/** The share in words: of what it is a part, so that nobody has to guess. */
export function shareWords(desk: Desk, row: Row): string {
  const { named, noted } = ledgerOf(desk);
  const notes =
    row.authority === nobody
      ? `${row.notes.length} of the ${count(desk.paper.notes.length, 'note')}`
      : `${row.notes.length} of the ${count(named, 'note')} with a name behind ${named === 1 ? 'it' : 'them'}`;
  return `${notes}; ${row.claims.length} of the ${count(noted, 'claim')} that rest on notes (${percent(row.claims.length, noted)} %).`;
}

function body(desk: Desk, row: Row, acts: RowActs, id: string): TemplateResult {
  const isAway = desk.session.without.has(row.authority);
  const { kind } = backing(desk).backers.get(row.authority) ?? { kind: 'named' };
  return html`<div class="source-body" id=${id}>
    ${
      row.authority === nobody
        ? html`<p class="sources-small">
            For these notes the text names
            nobody${desk.paper.notes.some((note) => note.text === null) ? ', and the words of some are missing from this copy' : ''}.
          </p>`
        : nothing
    }
    ${kind === 'supplied' ? html`<p class="sources-small">Supplied by a reader: the text names nobody.</p>` : nothing}
    <p class="sources-small">${shareWords(desk, row)}</p>
    <button
      type="button"
      class="plain-button source-without"
      aria-pressed=${isAway}
      @click=${() => acts.without(row.authority)}
    >
      ${row.authority === nobody ? 'Without these notes' : 'Without this source'}
    </button>
    <section>
      <h4>Carries</h4>
      ${
        row.claims.length === 0
          ? html`<p class="sources-small">No claim.</p>`
          : sliced(acts.slices, `claims ${row.authority}`, row.claims, (one) =>
              claimButton(desk, one, acts.go),
            )
      }
    </section>
    ${row.claims.length > 0 ? leaning(desk, row, acts) : nothing} ${passagesOf(desk, row, acts)}
    ${row.notes.length > 0 ? noteLinks(desk, row, acts) : nothing} ${acts.supply(row.authority)}
  </div>`;
}

/** The row. Its content is made only while it is open. */
export function sourceRow(desk: Desk, row: Row, isOpen: boolean, acts: RowActs): TemplateResult {
  const { authority } = row;
  const id = `source-${encodeURIComponent(authority)}`;
  const { kind } = backing(desk).backers.get(authority) ?? { kind: 'named' };
  const light = (): void => acts.light(authority);
  const out = (): void => acts.light(null);
  return html`<div
    class="source-row"
    data-source=${authority}
    ?data-away=${desk.session.without.has(authority)}
    @pointerenter=${light}
    @pointerleave=${out}
    @focusin=${light}
    @focusout=${out}
  >
    <h3 class="source-head">
      <button
        type="button"
        class="source-toggle"
        id=${id}
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? `${id}-body` : nothing}
        @click=${() => acts.toggle(authority)}
      >
        <span class="source-label"
          >${nameOfAuthority(desk, authority)}${kind === 'supplied' ? html` <em class="card-own">supplied</em>` : nothing}${
            desk.session.without.has(authority) ? html` <em class="source-away">taken away</em>` : nothing
          }</span
        >
        <span class="source-counts"
          >${count(row.notes.length, 'note')} · ${count(row.claims.length, 'claim')}</span
        >
        ${shareBar([['share', ledgerOf(desk).noted === 0 ? 0 : row.claims.length / ledgerOf(desk).noted]])}
      </button>
    </h3>
    ${isOpen ? body(desk, row, acts, `${id}-body`) : nothing}
  </div>`;
}
