/** Runs of words that two texts share wherever they stand in each: what a difference of texts hangs on. Pure. */
import { gramHash } from './grams.ts';
import type { Tokens } from './tokens.ts';

/** Which word of the one text is which of the other; -1 where it is none. */
export interface Pairing {
  readonly there: Int32Array;
  readonly back: Int32Array;
}

const many = -2;
const none = -1;

/** Where a run of words stands in each text, if only once in each. */
class Table {
  readonly #keys: Uint32Array;
  readonly #places: readonly [Int32Array, Int32Array];
  readonly #mask: number;

  constructor(total: number) {
    const slots = 1 << Math.max(4, 32 - Math.clz32(total * 2));
    this.#mask = slots - 1;
    this.#keys = new Uint32Array(slots);
    this.#places = [new Int32Array(slots).fill(none), new Int32Array(slots).fill(none)];
  }

  #slot(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }

  add(side: 0 | 1, hash: number, at: number): void {
    const slot = this.#slot(hash);
    this.#keys[slot] = hash;
    const places = this.#places[side];
    places[slot] = places[slot] === none ? at : many;
  }

  /** Its place in the second text; negative where it is not once in each. */
  find(hash: number): number {
    const slot = this.#slot(hash);
    return (this.#places[0][slot] as number) < 0 ? none : (this.#places[1][slot] as number);
  }
}

/** Calls for each run of `size` words none of which is paired yet. */
function forFree(
  hashes: Uint32Array,
  count: number,
  taken: Int32Array,
  size: number,
  call: (hash: number, at: number) => void,
) {
  let free = 0;
  for (let at = 0; at < count; at += 1) {
    free = taken[at] === none ? free + 1 : 0;
    if (free >= size) call(gramHash(hashes, at - size + 1, size), at - size + 1);
  }
}

/** True where a line ends before a word. */
function isLineStart({ text, starts, ends }: Tokens, at: number): boolean {
  if (at === 0) return true;
  for (let unit = ends[at - 1] as number; unit < (starts[at] as number); unit += 1) {
    if (text.charCodeAt(unit) === 10) return true;
  }
  return false;
}

/** Pairs a word and its neighbours in the same line as far as they are the same; beyond the line another may stand now. */
function extend(one: Tokens, two: Tokens, pairing: Pairing, a: number, b: number): void {
  const { there, back } = pairing;
  const isSame = (i: number, j: number): boolean =>
    i >= 0 &&
    j >= 0 &&
    i < one.count &&
    j < two.count &&
    there[i] === none &&
    back[j] === none &&
    one.hashes[i] === two.hashes[j];
  const isStart = (i: number, j: number): boolean => isLineStart(one, i) || isLineStart(two, j);
  for (let by = 0; isSame(a + by, b + by) && !(by > 0 && isStart(a + by, b + by)); by += 1)
    pair(there, back, a + by, b + by);
  for (let by = 1; isSame(a - by, b - by) && !isStart(a - by + 1, b - by + 1); by += 1)
    pair(there, back, a - by, b - by);
}

function pair(there: Int32Array, back: Int32Array, a: number, b: number): void {
  there[a] = b;
  back[b] = a;
}

/** Pairs the words of all runs of `size` words that stand once in each text, with what goes on alike around them. */
export function pairRuns(one: Tokens, two: Tokens, pairing: Pairing, size: number): void {
  const table = new Table(one.count + two.count);
  forFree(one.hashes, one.count, pairing.there, size, (hash, at) => {
    table.add(0, hash, at);
  });
  forFree(two.hashes, two.count, pairing.back, size, (hash, at) => {
    table.add(1, hash, at);
  });
  const found: [number, number][] = [];
  forFree(one.hashes, one.count, pairing.there, size, (hash, at) => {
    const place = table.find(hash);
    if (place >= 0) found.push([at, place]);
  });
  for (const [a, b] of found)
    if (pairing.there[a] === none && pairing.back[b] === none) extend(one, two, pairing, a, b);
}

/** Lines that begin with so many same words are no longer the same by chance. */
const chance = 64;

/** How many words texts begin alike with (or end, seen from there), whole lines of them; `isSame` and `isLine` count from that end. */
function shared(limit: number, isSame: (at: number) => boolean, isLine: (at: number) => boolean): number {
  let [count, lines] = [0, 0];
  while (count < limit && isSame(count)) {
    count += 1;
    if (isLine(count)) lines = count;
  }
  return Math.max(lines, count - chance);
}

/** Pairs the lines that both texts begin with, and those that both end with. */
export function pairEnds(one: Tokens, two: Tokens, { there, back }: Pairing): void {
  const isLine = (a: number, b: number): boolean =>
    (a === one.count || isLineStart(one, a)) && (b === two.count || isLineStart(two, b));
  const limit = Math.min(one.count, two.count);
  const head = shared(
    limit,
    (at) => one.hashes[at] === two.hashes[at],
    (at) => isLine(at, at),
  );
  const tail = shared(
    limit - head,
    (at) => one.hashes[one.count - 1 - at] === two.hashes[two.count - 1 - at],
    (at) => isLine(one.count - at, two.count - at),
  );
  for (let at = 0; at < head; at += 1) pair(there, back, at, at);
  for (let at = 1; at <= tail; at += 1) pair(there, back, one.count - at, two.count - at);
}
