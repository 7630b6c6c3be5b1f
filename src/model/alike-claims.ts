/** Which claims of two arguments say the same: by their id, by the passages that they share, by their words. Pure. */
import type { Claim } from './argument-records.ts';

/** A range in code points of the paper text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A claim with what tells it: where it stands, and its words, folded, each once. */
export interface ToldClaim {
  readonly claim: Claim;
  readonly spans: readonly Span[];
  readonly words: ReadonlySet<string>;
}

/** Two claims that are taken for the same. */
export interface Pair {
  readonly left: Claim;
  readonly right: Claim;
  /** What speaks for it most: the same record, the same passage, or the same words. */
  readonly by: 'id' | 'passage' | 'wording';
  /** 0 to 1. */
  readonly likeness: number;
}

/** From so much on two claims are taken for the same. */
const enough = 0.5;

/** Words that more than this share of all claims have tell nothing, where there are enough claims to know. */
const common = 0.25;
const few = 12;

const length = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

const shared = (one: readonly Span[], other: readonly Span[]): number =>
  one.reduce(
    (sum, a) =>
      sum +
      other.reduce((all, b) => all + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );

/** How far two claims stand on the same words of the paper, 0 to 1. One inside the other counts, a little less. */
function samePassage(one: ToldClaim, other: ToldClaim): number {
  const both = shared(one.spans, other.spans);
  if (both === 0) return 0;
  const [a, b] = [length(one.spans), length(other.spans)];
  return Math.max(both / (a + b - both), (0.8 * both) / Math.min(a, b));
}

/** Weighs words: rare ones tell more (inverse document frequency), common ones nothing. */
class Lexicon {
  readonly #weights = new Map<string, number>();
  readonly index = new Map<string, number[]>();

  constructor(left: readonly ToldClaim[], right: readonly ToldClaim[]) {
    const counts = new Map<string, number>();
    for (const { words } of [...left, ...right])
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const total = left.length + right.length;
    for (const [word, count] of counts) {
      const isCommon = total > few && count > total * common;
      this.#weights.set(word, isCommon ? 0 : Math.log(1 + total / count));
    }
    right.forEach(({ words }, at) => {
      for (const word of words) {
        if (this.weight(word) === 0) continue;
        const known = this.index.get(word);
        if (known) known.push(at);
        else this.index.set(word, [at]);
      }
    });
  }

  weight(word: string): number {
    return this.#weights.get(word) ?? 0;
  }

  sum(words: ReadonlySet<string>): number {
    let sum = 0;
    for (const word of words) sum += this.weight(word);
    return sum;
  }
}

interface Candidate extends Pair {
  readonly at: readonly [number, number];
}

/** Passages and words together: either may do alone, both are surer. */
const together = (passage: number, words: number): number => 1 - (1 - passage * 0.95) * (1 - words * 0.95);

/** The right claims that could be meant by a left one: those that share words or a passage with it. */
function candidatesFor(
  one: ToldClaim,
  at: number,
  right: readonly ToldClaim[],
  lexicon: Lexicon,
  sums: readonly number[],
): Candidate[] {
  const words = new Map<number, number>();
  for (const word of one.words)
    for (const to of lexicon.index.get(word) ?? [])
      words.set(to, (words.get(to) ?? 0) + lexicon.weight(word));
  if (one.spans.length > 0)
    right.forEach((other, to) => {
      if (!words.has(to) && other.spans.length > 0 && shared(one.spans, other.spans) > 0) words.set(to, 0);
    });
  const own = lexicon.sum(one.words);
  return [...words].flatMap(([to, weight]): Candidate[] => {
    const other = right[to] as ToldClaim;
    const inWords = weight === 0 ? 0 : (2 * weight) / (own + (sums[to] as number));
    const inText = samePassage(one, other);
    const likeness = together(inText, inWords);
    if (likeness < enough) return [];
    const by = inText >= inWords ? 'passage' : 'wording';
    return [{ left: one.claim, right: other.claim, by, likeness, at: [at, to] }];
  });
}

/**
 * Pairs the claims of two arguments, each at most once: the same record first, then whatever is most alike. In the
 * order of the left ones.
 */
export function pairClaims(left: readonly ToldClaim[], right: readonly ToldClaim[]): readonly Pair[] {
  const byId = new Map(right.map(({ claim }) => [claim.id, claim]));
  const pairs = new Map<string, Pair>();
  for (const { claim } of left) {
    const other = byId.get(claim.id);
    if (other) pairs.set(claim.id, { left: claim, right: other, by: 'id', likeness: 1 });
  }
  const taken = new Set(pairs.keys());
  const [open, free] = [left, right].map((side) => side.filter(({ claim }) => !taken.has(claim.id))) as [
    ToldClaim[],
    ToldClaim[],
  ];
  const lexicon = new Lexicon(open, free);
  const sums = free.map(({ words }) => lexicon.sum(words));
  const candidates = open
    .flatMap((one, at) => candidatesFor(one, at, free, lexicon, sums))
    .sort((a, b) => b.likeness - a.likeness || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  const used = new Set<string>();
  for (const { left: one, right: other, by, likeness } of candidates) {
    if (pairs.has(one.id) || used.has(other.id)) continue;
    used.add(other.id);
    pairs.set(one.id, { left: one, right: other, by, likeness });
  }
  return left.flatMap(({ claim }) => pairs.get(claim.id) ?? []);
}
