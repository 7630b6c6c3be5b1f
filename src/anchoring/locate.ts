/** Finds a target's passage in a text that may have changed, and says how sure it is. Pure. */
import type { Target } from '../model/records.ts';
import { agreementOf, isAltered, type Agreement } from './agreement.ts';
import { rangeOf } from './edges.ts';
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
}

const orphan: Verdict = { how: 'orphan', start: 0, end: 0, confidence: 0, suggestions: [] };

/** The places of some chains, best first. */
export function candidatesOf(index: TextIndex, query: Query, chains: readonly Chain[]): Candidate[] {
  const found: Candidate[] = [];
  for (const chain of chains) {
    const map = mapOf(index, query, chain);
    const changes = changesOf(index, query, map);
    const range = rangeOf(index, query, map, changes);
    if (!range) continue;
    const [start, end] = [index.points.toPoint(range.start), index.points.toPoint(range.end)];
    if (found.some((one) => one.start < end && start < one.end)) continue;
    found.push({ start, end, changes, ...agreementOf(index, query, map, changes) });
  }
  return found.sort((one, other) => other.whole - one.whole);
}

/**
 * Where the passage of a target stands in the index's text. `hint` is where it is expected, in code points (null:
 * at its stored position); it decides among places that are alike, and never alone.
 */
export function locate(index: TextIndex, target: Target, hint: number | null = null): Verdict {
  if (verify(index.text, target)) {
    return { how: 'placed', start: target.start, end: target.end, confidence: 1, suggestions: [] };
  }
  const query = queryOf(index, target);
  if (query.first === query.last) return orphan;
  const { only, chains } = placesOf(index, query, index.points.toUnit(hint ?? target.start));
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
  return judged(index, query, candidatesOf(index, query, chains));
}

/** A place that agrees less is none, only a suggestion. */
const isPlausible = ({ quote, whole }: Candidate): boolean => quote >= 0.4 && whole >= 0.45;

/** True where a place agrees well, and clearly better than any other. */
const isClear = (best: Candidate, second: Candidate | undefined): boolean =>
  best.whole >= 0.75 && best.quote >= 0.6 && 1 - best.whole <= (1 - (second?.whole ?? 0)) * 0.6;

function judged(index: TextIndex, query: Query, [best, ...others]: readonly Candidate[]): Verdict {
  if (!best) return orphan;
  const suggestions = others.map(suggestion);
  if (!isPlausible(best)) return { ...orphan, suggestions: [suggestion(best), ...suggestions] };
  const isSure = isClear(best, others[0]) && !isAltered(index, query, best.changes);
  const { start, end } = best;
  const isHere = start === query.target.start && best.isSame;
  const how = !isSure ? 'doubtful' : isHere ? 'placed' : 'moved';
  return { how, start, end, confidence: best.whole, suggestions };
}

const suggestion = ({ start, end, whole }: Candidate): Suggestion => ({ start, end, confidence: whole });
