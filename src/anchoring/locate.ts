/** Finds a target's passage in a text that may have changed, and says how sure it is. Pure. */
import type { Target } from '../model/record-parts.ts';
import { agreementOf, isAltered, type Agreement } from './agreement.ts';
import { rangeOf } from './edges.ts';
import { isWordless, literalPlace } from './literal.ts';
import { changesOf, mapOf, type Change } from './match.ts';
import { queryOf, type Query } from './query.ts';
import { placesOf, type Chain } from './seeds.ts';
import type { TextIndex } from './text-index.ts';
import type { Suggestion, Verdict } from './verdict.ts';
import { verify } from './verify.ts';

/** A place that was read: its range in code points. */
export interface Candidate extends Agreement {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly Change[];
  /** 0 to 1: how near it is to where the passage is expected. */
  readonly nearness: number;
}

const orphan: Verdict = { how: 'orphan', start: 0, end: 0, confidence: 0, suggestions: [] };

/** So far from its stored position a passage is still near: text that was put in or taken out moves it. */
const drift = (length: number): number => 2_000 + length * 0.05;
/** And so far from a hint. */
const hinted = 1_000;

/** What nearness adds to agreement where places are compared. */
const nearBonus = 0.08;

/** A quotation of no more words rests on its context. */
const few = 3;
/** A place where less of the quotation stands is none. */
const leastQuote = 0.4;

/** How places are compared: quotation and context as a whole, and either for itself. */
export function rank({ whole, strict, quote, mildContext, nearness }: Candidate): number {
  return (whole + strict + (quote + mildContext) / 2) / 3 + nearness * nearBonus;
}

/** The places of some chains, best first. */
export function candidatesOf(
  index: TextIndex,
  query: Query,
  chains: readonly Chain[],
  hint: number | null,
): Candidate[] {
  const near = hint ?? query.target.start;
  const room = hint === null ? drift(index.text.length) : hinted;
  const found: Candidate[] = [];
  for (const chain of chains) {
    const map = mapOf(index, query, chain);
    const changes = changesOf(index, query, map);
    const range = rangeOf(index.tokens, query, map, changes);
    if (!range) continue;
    const [start, end] = [index.points.toPoint(range.start), index.points.toPoint(range.end)];
    if (found.some((one) => one.start < end && start < one.end)) continue;
    const nearness = Math.max(0, 1 - Math.abs(start - near) / room);
    found.push({ start, end, changes, nearness, ...agreementOf(index, query, map, changes) });
  }
  return found.sort((one, other) => rank(other) - rank(one));
}

/** Words in place of few others, between words that are all the same, are a changed quotation. */
const isReplaced = ({ first, last }: Query, { context, start, end }: Candidate): boolean =>
  last - first <= few && context >= 0.7 && end - start <= 60;

/** The best place first that has something of the quotation; those that have not are only suggested. */
function told(query: Query, candidates: readonly Candidate[]): { real: Candidate[]; others: Candidate[] } {
  const isReal = (one: Candidate): boolean => one.quote >= leastQuote || isReplaced(query, one);
  return { real: candidates.filter(isReal), others: candidates.filter((one) => !isReal(one)) };
}

/**
 * Where the passage of a target stands in the index's text. `hint` is where it is expected, in code points (null:
 * at its stored position); it decides among places that are alike, and never alone.
 */
export function locate(index: TextIndex, target: Target, hint: number | null = null): Verdict {
  if (verify(index.text, target)) {
    return { how: 'placed', start: target.start, end: target.end, confidence: 1, suggestions: [] };
  }
  if (target.exact === '') return orphan;
  const query = queryOf(index, target);
  const near = hint ?? target.start;
  const { only, chains } = placesOf(index, query, index.points.toUnit(near));
  if (only >= 0) {
    const [start, end] = [index.points.toPoint(only + query.from), index.points.toPoint(only + query.to)];
    return {
      how: start === target.start ? 'placed' : 'moved',
      start,
      end,
      confidence: 0.99,
      suggestions: [],
    };
  }
  const verdict = judged(index, query, candidatesOf(index, query, chains, hint));
  return verdict.how === 'orphan' && isWordless(query) ? (literally(index, query) ?? verdict) : verdict;
}

/** The verdict on a quotation that is not made of words. */
function literally(index: TextIndex, query: Query): Verdict | null {
  const place = literalPlace(index.text.text, query);
  if (!place) return null;
  const [start, end] = [index.points.toPoint(place.start), index.points.toPoint(place.end)];
  const how = place.isSure ? 'moved' : 'doubtful';
  return { how, start, end, confidence: place.isSure ? 0.9 : 0.6, suggestions: [] };
}

/** What a place must agree to be the passage for sure, and to be it probably: near where it is expected, and elsewhere. */
const sure = { near: 0.76, far: 0.84, short: 0.83 };
const probable = { near: 0.55, far: 0.8 };
/** Near-copies of a text agree less than this. */
const aboveCopies = 0.86;
/** So much of a quotation that is this long (in bits) stands for itself, whatever is around it. */
const telling = { share: 0.9, bits: 48 };

/** How much worse the second best place must be: what it lacks, compared with what the best one lacks. */
const margin = { sure: 0.6, probable: 0.8 };

/** So much any place may lack: among places that lack less, none is better. */
const grain = 0.04;

/** What a place lacks, in agreement and nearness. */
const lack = (one: Candidate): number => 1 + nearBonus + grain - rank(one);

/** What the best place lacks, compared with the second best: near 1 they are twins. */
const rivalry = (best: Candidate, second: Candidate | undefined): number =>
  second ? lack(best) / lack(second) : 0;

/** True where the quotation stands for itself: it is long, and nowhere else. */
const isTelling = (best: Candidate, second: Candidate | undefined): boolean =>
  best.quote >= telling.share && best.bits >= telling.bits && (second?.quote ?? 0) < telling.share;

function isProbable(best: Candidate, second: Candidate | undefined): boolean {
  if (isTelling(best, second)) return true;
  if (best.whole < (best.nearness > 0 ? probable.near : probable.far)) return false;
  // Of near-copies that are alike none is the passage: it went, and its twins stayed.
  return rivalry(best, second) <= margin.probable || best.whole >= aboveCopies;
}

const isSure = (best: Candidate, second: Candidate | undefined, isShort: boolean): boolean =>
  best.whole >= (isShort ? sure.short : best.nearness > 0 ? sure.near : sure.far) &&
  best.quote >= 0.7 &&
  rivalry(best, second) <= margin.sure;

function judged(index: TextIndex, query: Query, candidates: readonly Candidate[]): Verdict {
  const { real, others } = told(query, candidates);
  const [best, second] = real;
  const suggestions = [...real, ...others].map(suggestion);
  if (!best || !isProbable(best, second)) return { ...orphan, suggestions };
  const isOther = isAltered(index, query, best.changes);
  // Another name or number in other surroundings is another sentence of the same kind.
  if (isOther && best.context < 0.5) return { ...orphan, suggestions };
  const { start, end, whole } = best;
  const isHere = start === query.target.start && index.text.slice(start, end) === query.target.exact;
  const isClear = !isOther && isSure(best, second, query.last - query.first <= few);
  const how = !isClear ? 'doubtful' : isHere ? 'placed' : 'moved';
  return { how, start, end, confidence: whole, suggestions: suggestions.slice(1) };
}

const suggestion = ({ start, end, whole }: Candidate): Suggestion => ({ start, end, confidence: whole });
