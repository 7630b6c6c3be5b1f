/** The first and last rows of a page, where running heads, feet and folios stand. Part of `furniture.ts`. */
import { pulse } from '../../model/beat.ts';
import { labelOf } from './labels.ts';
import { chunksOf, sizeOf, type Chunk } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** A chunk's place: the same chunk made anew has the same. */
export const placeOf = ({ x, y }: Chunk): string => `${x} ${y}`;

/** A chunk at the edge of a page. */
export interface Edge {
  readonly chunk: Chunk;
  readonly text: string;
  /** Where it stands, and its words with all numbers alike. */
  readonly key: string;
  readonly page: number;
  readonly isTop: boolean;
  /** Parted from the text by more than the usual space. */
  readonly isApart: boolean;
}

const textOf = ({ runs }: Chunk): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

const fewRows = 12;

/** The gap between most rows of a page; 0 where there are too few to tell. */
function usualGap(rows: readonly number[]): number {
  if (rows.length < fewRows) return 0;
  const gaps = rows.slice(1).map((y, at) => y - (rows[at] as number));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/** Rows from the edge inwards up to the first gap wider than `wide`; `isApart` where there is one among the first few. */
function outer(
  rows: readonly number[],
  wide: number,
): { readonly rows: ReadonlySet<number>; readonly isApart: boolean } {
  for (let at = 1; at <= Math.min(3, rows.length - 1); at += 1)
    if (Math.abs((rows[at] as number) - (rows[at - 1] as number)) > wide)
      return { rows: new Set(rows.slice(0, at)), isApart: true };
  return { rows: new Set(rows.slice(0, 2)), isApart: rows.length === 1 };
}

/** A label stands raised before it, or it is that label: the last note of a page is no running foot. */
function isNoteLine(chunk: Chunk, chunks: readonly Chunk[]): boolean {
  const isLabelOf = (small: Chunk, base: Chunk): boolean =>
    small.size < base.size * 0.88 &&
    Math.abs(small.y - base.y) < base.size * 0.8 &&
    small.y < base.y &&
    Math.abs(small.right - base.x) < base.size &&
    labelOf(textOf(small)) !== null;
  return chunks.some((other) => isLabelOf(other, chunk) || isLabelOf(chunk, other));
}

/** The chunks of the first and last rows of a page. */
export function edgesOf(page: PdfPage): Edge[] {
  pulse();
  const chunks = chunksOf(page);
  const rows = [...new Set(chunks.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const wide = Math.max(1.6 * sizeOf(page.runs), 1.35 * usualGap(rows));
  const top = outer(rows, wide);
  const bottom = outer([...rows].reverse(), wide);
  return chunks.flatMap((chunk) => {
    const y = Math.round(chunk.y);
    const isTop = top.rows.has(y) && y < page.height * 0.25;
    const isBottom = bottom.rows.has(y) && y > page.height * 0.75;
    if ((!isTop && !isBottom) || isNoteLine(chunk, chunks)) return [];
    const text = textOf(chunk);
    const digits = text.replace(/\d+/gu, '#').replace(/(?<=^|\s)[ivxlc]+(?=$|\s)/gu, '#');
    const { isApart } = isTop ? top : bottom;
    return [{ chunk, text, key: `${isTop ? 'top' : 'bottom'} ${digits}`, page: page.index, isTop, isApart }];
  });
}
