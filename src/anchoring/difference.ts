/** The difference of two texts: which word of the one is which of the other, moved paragraphs too. Pure; its time is bounded. */
import { align } from './align.ts';
import { pairEnds, pairRuns, type Pairing } from './shared-runs.ts';
import type { Tokens } from './tokens.ts';

/** Runs of so many words that stand once in each text are the same, wherever they went. */
const runs = [12, 6];
/** Texts that share less than this of their words after that, and are longer, have nothing to do with each other. */
const leastShared = 0.04;
const fewest = 400;
/** Between what is the same no more words than these are compared. */
const widest = 600;
/** And no more pairs of words in all. */
const mostCells = 40_000_000;

/** Fills what lies between words that are paired already, from the beginning to the end. */
function fill(one: Tokens, two: Tokens, { there, back }: Pairing): void {
  let cells = mostCells;
  let [a, b] = [-1, -1];
  for (let at = 0; at <= one.count && cells > 0; at += 1) {
    const to = at === one.count ? two.count : (there[at] as number);
    if (to < 0) continue;
    const stretch = { a0: a + 1, a1: at, b0: b + 1, b1: to };
    [a, b] = [at, to];
    if (stretch.a0 === stretch.a1) continue;
    const isOrdered = stretch.b0 <= to && to - stretch.b0 <= widest;
    const rest = isOrdered
      ? stretch
      : { ...stretch, b1: freeUntil(back, stretch.b0, stretch.a1 - stretch.a0 + 12) };
    cells -= (rest.a1 - rest.a0) * (rest.b1 - rest.b0);
    align(one.hashes, two.hashes, rest, isOrdered ? 'both' : 'start', there);
    for (let index = rest.a0; index < rest.a1; index += 1)
      if ((there[index] as number) >= 0) back[there[index] as number] = index;
  }
}

/** How far from `from` on, at most `most` words, nothing is paired. */
function freeUntil(back: Int32Array, from: number, most: number): number {
  let to = from;
  while (to < back.length && to - from < most && back[to] === -1) to += 1;
  return to;
}

/** For each word of the old text its word in the new one, -1 where it has none; null where the texts have too little in common. */
export function wordsThere(one: Tokens, two: Tokens): Int32Array | null {
  const pairing = { there: new Int32Array(one.count).fill(-1), back: new Int32Array(two.count).fill(-1) };
  pairEnds(one, two, pairing);
  for (const size of runs) pairRuns(one, two, pairing, size);
  const shared = pairing.there.reduce((count, to) => count + (to < 0 ? 0 : 1), 0);
  const smaller = Math.min(one.count, two.count);
  if (smaller > fewest && shared < smaller * leastShared) return null;
  fill(one, two, pairing);
  return pairing.there;
}
