/**
 * Which of many numbers in a text are the markers of its notes: the chain 1, 2, 3 … that fits best, found by dynamic
 * programming over candidates that were scored one by one (by `marker-candidates.ts`, or by how they are set in a PDF).
 * Labels stay what is printed; the chain never numbers anything. Pure; its time grows with the number of candidates.
 */
import { beat } from '../model/beat.ts';

/** A number that may be a marker, or several that touch. */
export interface MarkerCandidate {
  /** Where it begins and ends in a text of the caller's, in the caller's units; candidates may overlap. */
  readonly at: number;
  readonly end: number;
  /** Its turn in the series, from 1 (`c` and `iii` are 3). */
  readonly value: number;
  /** The turn of the last, where several touch (`1112` may be 11 and 12); absent for one. */
  readonly last?: number;
  /** How much it looks like a marker by itself: about 2 for a good one, 0 for a number that may be anything. */
  readonly score: number;
  /** Whether it is printed as only a marker is: glued to a word or its punctuation, or raised. */
  readonly isGlued: boolean;
  /** What it costs to begin the series again here; absent where it cannot. */
  readonly restart?: number;
}

/** A candidate of the chain. */
export interface MarkerLink<C extends MarkerCandidate = MarkerCandidate> {
  readonly candidate: C;
  /** From 0 to 1: by its own score, and by how far it is ahead of what else could have its turn. */
  readonly certainty: number;
  /** What else could have its turn, best first: three at most. */
  readonly others: readonly C[];
  /** Whether the series begins here, for the first time or again. */
  readonly isFirst: boolean;
  /** The turns left out just before it. */
  readonly missing: readonly number[];
}

export interface MarkerChain<C extends MarkerCandidate = MarkerCandidate> {
  readonly links: readonly MarkerLink<C>[];
  /** The mean of the scores. */
  readonly mean: number;
  /** The share of links that are glued. */
  readonly glued: number;
}

export interface ChainRules {
  /** What is taken off each score: what scores less is worth a turn only to fill a hole. */
  readonly bar: number;
  /** What a turn costs that is left out. */
  readonly gap: number;
  /** No more turns in a row are left out. */
  readonly widest: number;
  /** What a beginning with a turn other than 1 costs at most. */
  readonly lateStart: number;
}

/** Fitted on no document; a hole costs about as much as the worst marker that is still one. */
export const usualRules: ChainRules = { bar: 0.5, gap: 1.6, widest: 6, lateStart: 5 };

const none = -1;

interface Table {
  /** Of each candidate: the worth of the best chain that ends with it, and the candidate before it; none for the first. */
  readonly worth: Float64Array;
  readonly before: Int32Array;
}

/** The best chain so far that ends with each turn, and the best of all; what overlaps is held back. */
class Ends {
  readonly byTurn = new Map<number, number>();
  best = none;
  readonly #candidates: readonly MarkerCandidate[];
  readonly #worth: Float64Array;
  readonly #byEnd: readonly number[];
  #released = 0;

  constructor(candidates: readonly MarkerCandidate[], worth: Float64Array) {
    this.#candidates = candidates;
    this.#worth = worth;
    this.#byEnd = candidates.map((_, index) => index).sort((a, b) => this.#end(a) - this.#end(b));
  }

  #end(index: number): number {
    return (this.#candidates[index] as MarkerCandidate).end;
  }

  /** Lets in what ends at `at` or before. */
  release(at: number): void {
    for (; this.#released < this.#byEnd.length; this.#released += 1) {
      const index = this.#byEnd[this.#released] as number;
      if (this.#end(index) > at) return;
      const { value, last = value } = this.#candidates[index] as MarkerCandidate;
      const there = this.byTurn.get(last) ?? none;
      if (this.worthOf(index) > this.worthOf(there)) this.byTurn.set(last, index);
      if (this.worthOf(index) > this.worthOf(this.best)) this.best = index;
    }
  }

  worthOf(index: number): number {
    return index === none ? -Infinity : (this.#worth[index] as number);
  }
}

function search(candidates: readonly MarkerCandidate[], rules: ChainRules): Table {
  const worth = new Float64Array(candidates.length).fill(-Infinity);
  const before = new Int32Array(candidates.length).fill(none);
  const ends = new Ends(candidates, worth);
  candidates.forEach((candidate, index) => {
    beat();
    ends.release(candidate.at);
    const { value, restart } = candidate;
    let [best, from] = [-Math.min(rules.gap * (value - 1), rules.lateStart), none];
    for (let left = 0; left <= rules.widest && left < value; left += 1) {
      const earlier = ends.byTurn.get(value - 1 - left) ?? none;
      const sum = ends.worthOf(earlier) - rules.gap * left;
      if (sum > best) [best, from] = [sum, earlier];
    }
    if (restart !== undefined && value <= 1 + rules.widest) {
      const sum = ends.worthOf(ends.best) - restart - rules.gap * (value - 1);
      if (sum > best) [best, from] = [sum, ends.best];
    }
    const turns = (candidate.last ?? value) - value + 1;
    worth[index] = best + candidate.score * turns - rules.bar * turns;
    before[index] = from;
  });
  return { worth, before };
}

/** The candidates of the best chain, in order. */
function bestChain<C extends MarkerCandidate>(candidates: readonly C[], { worth, before }: Table): C[] {
  let at = worth.reduce(
    (best, one, index) => (best === none || one > (worth[best] as number) ? index : best),
    none,
  );
  if (at === none || (worth[at] as number) <= 0) return [];
  const chain: C[] = [];
  for (; at !== none; at = before[at] as number) chain.push(candidates[at] as C);
  return chain.reverse();
}

/** From 0 to 1; a half for what is not ahead at all. */
const certaintyOf = (ahead: number): number => 1 / (1 + Math.exp(-1.6 * ahead));

/** How sure a link is: what it is ahead of the next best for its turn, and of leaving its turn out. */
function certainty(
  candidate: MarkerCandidate,
  rival: MarkerCandidate | undefined,
  rules: ChainRules,
): number {
  const asHole = candidate.score - rules.bar + rules.gap - 0.6;
  const asRival = rival ? candidate.score - rival.score : Infinity;
  return certaintyOf(Math.min(asHole, asRival));
}

/** The candidates by their turns, each list in order. */
function byTurn<C extends MarkerCandidate>(candidates: readonly C[]): ReadonlyMap<number, readonly C[]> {
  const turns = new Map<number, C[]>();
  for (const candidate of candidates) {
    const list = turns.get(candidate.value);
    if (list) list.push(candidate);
    else turns.set(candidate.value, [candidate]);
  }
  return turns;
}

/** Those of a list that lie between two places, without overlapping either. */
function between<C extends MarkerCandidate>(list: readonly C[], from: number, to: number): C[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as C).at < from) low = middle + 1;
    else high = middle;
  }
  const found: C[] = [];
  for (let index = low; index < list.length && (list[index] as C).at < to; index += 1)
    if ((list[index] as C).end <= to) found.push(list[index] as C);
  return found;
}

function linked<C extends MarkerCandidate>(
  chain: readonly C[],
  all: readonly C[],
  rules: ChainRules,
): MarkerLink<C>[] {
  const turns = byTurn(all);
  return chain.map((candidate, index) => {
    beat();
    const [before, after] = [chain[index - 1], chain[index + 1]];
    const { value } = candidate;
    const earlier = before ? (before.last ?? before.value) : 0;
    const isFirst = !before || earlier >= value;
    const others = between(turns.get(value) ?? [], before?.end ?? -Infinity, after?.at ?? Infinity)
      .filter((one) => one !== candidate)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3);
    const start = isFirst ? 0 : earlier;
    const missing = Array.from(
      { length: Math.min(value - start - 1, rules.widest) },
      (_, hole) => start + 1 + hole,
    );
    return { candidate, certainty: certainty(candidate, others[0], rules), others, isFirst, missing };
  });
}

/**
 * The best chain of `candidates`, which stand in the order of `at`; empty where none is worth anything. Whether it is one
 * is another question: see `isMarkerChain`.
 */
export function markerChain<C extends MarkerCandidate>(
  candidates: readonly C[],
  rules: ChainRules = usualRules,
): MarkerChain<C> {
  const chain = bestChain(candidates, search(candidates, rules));
  const count = Math.max(1, chain.length);
  return {
    links: linked(chain, candidates, rules),
    mean: chain.reduce((sum, { score }) => sum + score, 0) / count,
    glued: chain.filter(({ isGlued }) => isGlued).length / count,
  };
}

/** Fewer links than these must all be beyond doubt: a few numbers in a row are soon found. */
const few = 4;

/**
 * Whether a chain can be believed: numbers of pages, lines and chapters make chains as well, but poor ones. `isBacked`:
 * notes with these labels are in the text.
 */
export function isMarkerChain({ links, mean, glued }: MarkerChain, isBacked = false): boolean {
  if (links.length === 0) return false;
  if (isBacked) return mean >= 0.8 && glued >= 0.4;
  const holes = links.reduce((sum, { missing }) => sum + missing.length, 0);
  if (holes > links.length / 2) return false;
  return links.length < few ? mean >= 1.9 && glued === 1 : mean >= 1.5 && glued >= 0.6;
}
