/** The lines of the outline that stand, with the spaces between them and the row of its field. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk/desk.ts';
import { lineView, type OutlineState } from './outline-item.ts';
import { fieldKey, type OutlineRow } from './outline-rows.ts';
import type { Piece } from './outline-window.ts';

/** The rows of a piece with their indexes, or the piece itself where it is a gap. */
const standing = (
  piece: Piece,
  rows: readonly OutlineRow[],
): readonly (Piece | { readonly row: OutlineRow; readonly at: number })[] =>
  piece.isGap ? [piece] : rows.slice(piece.from, piece.to).map((row, at) => ({ row, at: piece.from + at }));

/** The space of lines that do not stand now. */
const gapView = ({ from, to }: Piece): TemplateResult =>
  html`<div class="map-gap" role="none" data-from=${from} data-to=${to}></div>`;

/** The row in which a new line is written. */
const fieldRow = (level: number, index: number, field: TemplateResult | null): TemplateResult =>
  html`<div
    class="map-row map-writing"
    role="none"
    data-key=${fieldKey}
    data-index=${index}
    data-level=${Math.min(level, 12)}
  >
    <span class="map-twisty" aria-hidden="true"></span>
    <span class="map-words">
      <span role="treeitem" aria-level=${level} aria-selected="false">${field ?? nothing}</span>
    </span>
  </div>`;

/** The one field of the outline stands in the row that is its own, where there is one. */
export const linesView = (
  pieces: readonly Piece[],
  rows: readonly OutlineRow[],
  desk: Desk,
  state: OutlineState,
): unknown =>
  repeat(
    pieces.flatMap((piece) => standing(piece, rows)),
    (one) => ('isGap' in one ? `gap ${one.from}` : one.row.key),
    (one) => {
      if ('isGap' in one) return gapView(one);
      const { row, at } = one;
      return row.placed ? lineView(row.placed, at, desk, state) : fieldRow(row.level, at, state.field());
    },
  );
