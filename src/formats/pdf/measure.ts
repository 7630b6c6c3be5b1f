/** The measures of a text: the size and leading of its body, and the edges of its columns. */
import { sizeOf, type Line } from './lines.ts';

export interface Measure {
  /** Of the body's letters, in points. */
  readonly size: number;
  /** From baseline to baseline in a paragraph. */
  readonly leading: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** What most of some values are, to a tenth; 0 where there are none. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value * 10) / 10;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let [best, most] = [0, 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

/** Gaps between lines that follow one another in the same size. */
function leadings(lines: readonly Line[], size: number): readonly number[] {
  return lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const gap = above ? line.y - above.y : 0;
    const isPlain = above?.page === line.page && line.size === size && above.size === size;
    return isPlain && gap > 0.8 * size && gap < 3.5 * size ? [gap] : [];
  });
}

/** The measure of lines that are mostly body. Sizes are weighed by letters in the upper two thirds of pages. */
export function measureOf(lines: readonly Line[], heights: readonly number[]): Measure {
  const upper = lines.filter(({ y, page }) => y < (heights[page] ?? 0) * 0.66);
  const sample = upper.length > 20 ? upper : lines;
  const size = sizeOf(sample.map((line) => ({ text: line.text, size: line.size })));
  const leading = commonest(leadings(lines, size)) || size * 1.2;
  const pieces = sample.flatMap((line) => (line.size === size ? line.pieces : []));
  const letters = (fits: (piece: Line['pieces'][number]) => boolean): number =>
    pieces.reduce((sum, piece) => sum + (fits(piece) ? piece.text.length : 0), 0);
  const all = letters(() => true);
  return {
    size,
    leading,
    isBold: letters(({ isBold }) => isBold) > all * 0.6,
    isItalic: letters(({ isItalic }) => isItalic) > all * 0.6,
  };
}
