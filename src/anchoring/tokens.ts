/** A text as words, for comparing: where each stands and a hash of how it counts. Pure, in typed arrays. */
import { alone, foldedOf, gap, kindOf, learnUnit, letter, silent, units, wide } from './letters.ts';

/** The words of a text in order; positions are UTF-16 units of it. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Uint32Array;
  /** Exclusive. */
  readonly ends: Uint32Array;
  /** Equal for words that count as equal; never 0. */
  readonly hashes: Uint32Array;
}

/** A run of letters that is longer is several words: nobody speaks it. */
const longest = 64;

const apostrophes: ReadonlySet<number> = new Set([0x27, 0x2019, 0x02bc, 0xff07]);

const basis = 0x811c9dc5 | 0;

/** Spreads the bits of a hash over all of it. */
function mixed(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread ^= spread >>> 13;
  return spread >>> 0 || 1;
}

class Builder {
  starts: Uint32Array;
  ends: Uint32Array;
  hashes: Uint32Array;
  count = 0;

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.hashes = new Uint32Array(capacity);
  }

  add(start: number, end: number, hash: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.hashes[this.count] = mixed(hash);
    this.count += 1;
  }

  #grow(): void {
    const grown = (old: Uint32Array): Uint32Array => {
      const next = new Uint32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.hashes = grown(this.hashes);
  }
}

const prime = 0x01000193;

/** What a UTF-16 unit is or counts as. */
function seenAs(unit: number): number {
  const seen = units[unit] as number;
  return seen === 0 ? learnUnit(unit) : seen;
}

/** Reads a text as words from its beginning to its end, a word at each step. */
class Reader {
  readonly #text: string;
  readonly #build: Builder;

  constructor(text: string) {
    this.#text = text;
    this.#build = new Builder((text.length >> 2) + 16);
  }

  read(): Tokens {
    const text = this.#text;
    const { length } = text;
    let at = 0;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const seen = seenAs(unit);
      if (seen > wide) at = this.#word(at);
      else if (seen === gap || seen === silent) at += 1;
      else at = this.#other(at);
    }
    const { count, starts, ends, hashes } = this.#build;
    return { text, count, starts, ends, hashes };
  }

  /** A word of plain letters, or the beginning of another one. */
  #word(start: number): number {
    const text = this.#text;
    let hash = basis;
    let at = start;
    let seen = wide + 1;
    const limit = Math.min(start + longest, text.length);
    while (at < limit) {
      seen = seenAs(text.charCodeAt(at));
      if (seen <= wide) break;
      hash = Math.imul(hash ^ seen, prime);
      at += 1;
    }
    const isOver = seen > wide || (seen === gap && !apostrophes.has(text.charCodeAt(at)));
    if (!isOver) return this.#rest(start, at, hash);
    this.#build.add(start, at, hash);
    return at;
  }

  /** What a word goes on with behind its plain letters: marks, joiners, letters that count as several, apostrophes. */
  #rest(start: number, from: number, known: number): number {
    const text = this.#text;
    let hash = known;
    let at = from;
    let end = from;
    while (at < text.length && at - start < longest) {
      const point = text.codePointAt(at) ?? 0;
      const kind = kindOf(point);
      const next = at + (point > 0xffff ? 2 : 1);
      if (kind === letter) for (const unit of foldedOf(point)) hash = Math.imul(hash ^ unit, prime);
      else if (kind === alone || (kind === gap && !this.#isJoint(point, next))) break;
      if (kind !== gap) end = next;
      at = next;
    }
    this.#build.add(start, end, hash);
    return end;
  }

  /** True for an apostrophe before a letter: "don’t" is a word. */
  #isJoint(point: number, next: number): boolean {
    return apostrophes.has(point) && kindOf(this.#text.codePointAt(next) ?? 0x20) === letter;
  }

  /** A character that only its code point tells. */
  #other(at: number): number {
    const point = this.#text.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    const next = at + (point > 0xffff ? 2 : 1);
    if (kind === letter) return this.#rest(at, at, basis);
    if (kind === alone) {
      let hash = basis;
      for (const unit of foldedOf(point)) hash = Math.imul(hash ^ unit, prime);
      this.#build.add(at, next, hash);
    }
    return next;
  }
}

/** Reads a text as words; one pass. */
export const tokenise = (text: string): Tokens => new Reader(text).read();

/** How many words begin before a position (UTF-16 units): the index of the first that begins there or later. */
export function tokenAt({ starts, count }: Tokens, unit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
