/** Which word of one text is which of another, in a stretch of both: equal ends first, the rest by the best alignment. Pure. */

/** A stretch of two lists of words (hashes): `a0` to before `a1` of the one, `b0` to before `b1` of the other. */
export interface Stretch {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Which ends of a stretch hang on words that are known to be the same; at a free end nothing needs to agree. */
export type Held = 'both' | 'start' | 'end';

const [match, other, gap] = [6, -2, -2];
/** Larger stretches are left as they are. */
const mostCells = 65_536;

const scores = new Int32Array(2 * 65_537);
const ways = new Uint8Array(mostCells * 2);
const [stop, both, left, up] = [0, 1, 2, 3];

/** The first row of the table: what comes before a free start costs nothing. */
function firstRow(width: number, isFree: boolean): void {
  for (let j = 0; j < width; j += 1) {
    scores[j] = isFree ? 0 : j * gap;
    ways[j] = isFree ? stop : left;
  }
}

/** A row of the table for one word; the row before begins at `last`, this one at `row`. */
function nextRow(
  hash: number,
  b: Uint32Array,
  b0: number,
  width: number,
  i: number,
  last: number,
  row: number,
): void {
  for (let j = 1; j < width; j += 1) {
    const diagonal = (scores[last + j - 1] as number) + (hash === b[b0 + j - 1] ? match : other);
    const above = (scores[last + j] as number) + gap;
    const beside = (scores[row + j - 1] as number) + gap;
    const score = Math.max(diagonal, above, beside);
    scores[row + j] = score;
    ways[i * width + j] = score === diagonal ? both : score === above ? up : left;
  }
}

/** The best way through a rectangle to its end, or to the best place where that is free; ways are in `ways`. */
function fillTable(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Stretch, held: Held) {
  const [height, width] = [a1 - a0, b1 - b0 + 1];
  const isFreeStart = held === 'end';
  let [last, row] = [0, width];
  firstRow(width, isFreeStart);
  let best = { score: 0, i: 0, j: 0 };
  for (let i = 1; i <= height; i += 1) {
    scores[row] = isFreeStart ? 0 : i * gap;
    ways[i * width] = isFreeStart ? stop : up;
    nextRow(a[a0 + i - 1] as number, b, b0, width, i, last, row);
    for (let j = 1; held === 'start' && j < width; j += 1) {
      const score = scores[row + j] as number;
      if (score > best.score) best = { score, i, j };
    }
    [last, row] = [row, last];
  }
  return held === 'start' ? best : { score: 0, i: height, j: width - 1 };
}

/** Writes the pairs of the best way to `i`, `j` into `map`. */
function trace(
  a: Uint32Array,
  b: Uint32Array,
  { a0, b0, b1 }: Stretch,
  i: number,
  j: number,
  map: Int32Array,
): void {
  const width = b1 - b0 + 1;
  while (i > 0 || j > 0) {
    const way = ways[i * width + j];
    if (way === stop) return;
    if (way !== left) i -= 1;
    if (way !== up) j -= 1;
    if (way === both && a[a0 + i] === b[b0 + j]) map[a0 + i] = b0 + j;
  }
}

/** Fills in `map` which words of `b` those of `a` are within a stretch; what has no counterpart is left as it was. */
export function align(a: Uint32Array, b: Uint32Array, stretch: Stretch, held: Held, map: Int32Array): void {
  let { a0, a1, b0, b1 } = stretch;
  if (held !== 'end') {
    for (; a0 < a1 && b0 < b1 && a[a0] === b[b0]; a0 += 1, b0 += 1) map[a0] = b0;
  }
  if (held !== 'start') {
    for (; a1 > a0 && b1 > b0 && a[a1 - 1] === b[b1 - 1]; a1 -= 1, b1 -= 1) map[a1 - 1] = b1 - 1;
  }
  if (a0 === a1 || b0 === b1 || (a1 - a0 + 1) * (b1 - b0 + 1) > mostCells) return;
  const rest = { a0, a1, b0, b1 };
  const { i, j } = fillTable(a, b, rest, held);
  trace(a, b, rest, i, j, map);
}
