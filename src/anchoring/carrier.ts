/** Carries positions of one version of a text over into another, by the difference of the two. Pure. */
import { readCodePoints, type CodePoints } from './code-points.ts';
import { wordsThere } from './difference.ts';
import { rangeBetween, signsBetween, type End, type Quoted, type Units } from './edges.ts';
import { tokenAt, tokenise, type Tokens } from './tokens.ts';

/** Where a range went, in code points of the new text. */
export interface Carried {
  readonly start: number;
  readonly end: number;
  /** False where part of the passage was changed, taken out, or something put in; white space does not count. */
  readonly isWhole: boolean;
}

/** The way from an old text into a new one. */
export interface Carrier {
  /** Where a range of the old text (code points) stands in the new one; null where (nearly) all of it is gone. */
  carry(start: number, end: number): Carried | null;
}

/** Of a passage's words so many must have stayed together. */
const leastKept = 0.4;

/** The words of a range that stayed together in the new text: from which to which, and how many. */
interface Kept {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  readonly count: number;
}

/** A group goes on where no more than this was put in between. */
const widest = 600;

/** The largest group of words that went to the same place. */
function keptOf(there: Int32Array, first: number, last: number): Kept | null {
  const groups: { first: number; last: number; count: number }[] = [];
  for (let at = first; at < last; at += 1) {
    const to = there[at] as number;
    if (to < 0) continue;
    const group = groups.find((one) => {
      const ahead = to - (there[one.last] as number);
      return ahead > 0 && ahead <= (at - one.last) * 2 + widest;
    });
    if (group) Object.assign(group, { last: at, count: group.count + 1 });
    else groups.push({ first: at, last: at, count: 1 });
  }
  return groups.reduce<Kept | null>((best, one) => (best && best.count >= one.count ? best : one), null);
}

/** Nothing more than this may have been put in place of a passage's first or last words. */
const slack = 8;

/** What the text says, white space aside. */
const said = (text: string): string => text.replace(/\s+/gu, ' ').trim();

class Difference implements Carrier {
  readonly #one: Tokens;
  readonly #two: Tokens;
  readonly #there: Int32Array;
  readonly #points: readonly [CodePoints, CodePoints];

  constructor(one: Tokens, two: Tokens, there: Int32Array) {
    this.#one = one;
    this.#two = two;
    this.#there = there;
    this.#points = [readCodePoints(one.text), readCodePoints(two.text)];
  }

  carry(start: number, end: number): Carried | null {
    const [old, fresh] = this.#points;
    if (!(start >= 0 && start < end && end <= old.length)) return null;
    const quoted = quotedIn(this.#one, old.toUnit(start), old.toUnit(end));
    const range = this.#range(quoted);
    if (!range) return null;
    const now = this.#two.text.slice(range.start, range.end);
    return {
      start: fresh.toPoint(range.start),
      end: fresh.toPoint(range.end),
      isWhole: said(now) === said(this.#one.text.slice(quoted.from, quoted.to)),
    };
  }

  #range(quoted: Quoted): Units | null {
    const { first, last } = quoted;
    if (first === last) return signsBetween(this.#two, quoted, this.#there);
    const kept = keptOf(this.#there, first, last);
    if (!kept || kept.count < (last - first) * leastKept) return null;
    return rangeBetween(
      this.#two,
      quoted,
      this.#end(kept.first, first, -1),
      this.#end(kept.last, last - 1, 1),
    );
  }

  /** The word at one end: that of the quotation, or what stands in its place beside a word that is the same. */
  #end(kept: number, wanted: number, by: 1 | -1): End {
    const word = this.#there[kept] as number;
    if (kept === wanted) return { word, isSame: true };
    const beyond = this.#there[wanted + by] ?? -1;
    const room = (beyond - word) * by - 1;
    const isBeside = beyond >= 0 && room >= 0 && room <= Math.abs(wanted - kept) + slack;
    return { word: isBeside ? beyond - by : word, isSame: false };
  }
}

function quotedIn(tokens: Tokens, from: number, to: number): Quoted {
  let first = tokenAt(tokens, from);
  if (first > 0 && (tokens.ends[first - 1] as number) > from) first -= 1;
  return { tokens, from, to, first, last: Math.max(first, tokenAt(tokens, to)) };
}

const nowhere: Carrier = { carry: () => null };

/**
 * Reads the difference of two texts once; carrying is cheap then. Paragraphs that moved are followed. Texts that have
 * too little in common carry nothing.
 */
export function carrier(oldText: string, newText: string): Carrier {
  const [one, two] = [tokenise(oldText), tokenise(newText)];
  const there = wordsThere(one, two);
  return there ? new Difference(one, two, there) : nowhere;
}
