/** Puts the parts of the margin beside their passages: the notes on the paper at the top, then a row each. */
import { lineGap } from './crowding.ts';
import { gap, isWholeCard, type MarginFolding } from './margin-folding.ts';
import { closeColumn, moveTo } from './margin-more.ts';
import type { Row } from './margin-rows.ts';
import { stack, type Box } from './stack.ts';

/** What stands in the margin now. */
export interface Standing {
  readonly rows: readonly Row[];
  /** Id of the open card; null where none is. */
  readonly open: string | null;
  /** Where each row would stand, in px, by the id of its item. */
  readonly wishes: ReadonlyMap<string, number>;
}

/** The elements that have a place: that at the top, then those of the rows. */
const partsOf = (column: HTMLElement): HTMLElement[] => [
  ...column.querySelectorAll<HTMLElement>(
    ':scope > :is(paper-notes, claim-card, annotation-card, step-card, attack-card, .mark-run)',
  ),
];

/** Where a part would stand, and its size; what is no row stands at the top. */
function boxOf(
  part: HTMLElement,
  row: Row | undefined,
  { open, wishes }: Standing,
  folding: MarginFolding,
): Box {
  const height = part.offsetHeight;
  if (!row) return { wish: 0, height };
  if (isWholeCard(row, open)) folding.see(row.item.id, height, part.offsetWidth);
  const isLine = row.kind === 'run' || row.isFolded;
  return { wish: wishes.get(row.item.id) ?? 0, height, ...(isLine ? { gap: lineGap } : {}) };
}

/**
 * Moves every part of the column to its place; the open card exactly to its own. Answers the open card, null where
 * none is open; undefined, and moves nothing, where the column does not show these rows yet.
 */
export function arrangeRows(
  column: HTMLElement,
  standing: Standing,
  folding: MarginFolding,
): HTMLElement | null | undefined {
  const { rows, open } = standing;
  const parts = partsOf(column);
  if (parts.length !== rows.length + 1) return undefined;
  const boxes = parts.map((part, at) => boxOf(part, rows[at - 1], standing, folding));
  const fixed = rows.findIndex((row) => row.kind === 'card' && row.item.id === open) + 1 || -1;
  const tops = stack(boxes, gap, fixed);
  tops.forEach((top, at) => moveTo(parts[at], top));
  closeColumn(column, tops[1] ?? 0, (tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0), gap);
  return parts[fixed] ?? null;
}
