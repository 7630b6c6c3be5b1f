/** Counts how answers compare with the right ones. */
import type { Verdict } from '../../../src/anchoring/verdict.ts';
import type { Passage } from './case.ts';
import type { Range } from './draft.ts';

export interface Tally {
  /** How many passages stand in the edited text, and how many do not. */
  standing: number;
  gone: number;
  /** Found in their place, surely or doubtfully; then how many of these surely. */
  found: number;
  sure: number;
  /** Found, with an end that is off. */
  rough: number;
  /** Put in a place that is not theirs: surely, doubtfully. */
  wrong: number;
  doubtfullyWrong: number;
  /** Not found, though they stand there. */
  lost: number;
  /** Altered passages that were called the same, wherever. */
  deceived: number;
  /** Of those that are gone: how many were put somewhere surely, how many doubtfully. */
  anchored: number;
  doubted: number;
}

export const emptyTally = (): Tally => ({
  standing: 0,
  gone: 0,
  found: 0,
  sure: 0,
  rough: 0,
  wrong: 0,
  doubtfullyWrong: 0,
  lost: 0,
  deceived: 0,
  anchored: 0,
  doubted: 0,
});

/** An answer, in code points; null where nothing was found. */
export type Answer = (Range & { readonly isSure: boolean }) | null;

/** A verdict as an answer. */
export const answerOf = ({ how, start, end }: Verdict): Answer =>
  how === 'orphan' ? null : { start, end, isSure: how !== 'doubtful' };

/** How far two ranges are the same: what they share of what they cover together. */
export function sharedOf(one: Range, other: Range): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return Math.max(0, shared) / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Up to so many signs at the ends (a quotation mark, a full stop, an article) nobody minds. */
const slack = 4;
const isNear = (one: Range, other: Range): boolean =>
  sharedOf(one, other) >= 0.8 ||
  (sharedOf(one, other) > 0 && Math.abs(one.start - other.start) + Math.abs(one.end - other.end) <= slack);

/** Counts one answer in. */
export function count(tally: Tally, { fate, truth }: Passage, answer: Answer): void {
  if (!truth) {
    tally.gone += 1;
    if (answer?.isSure) tally.anchored += 1;
    else if (answer) tally.doubted += 1;
    return;
  }
  tally.standing += 1;
  if (fate === 'altered' && answer?.isSure) tally.deceived += 1;
  if (!answer) tally.lost += 1;
  else if (isNear(answer, truth)) {
    tally.found += 1;
    if (answer.isSure) tally.sure += 1;
  } else if (sharedOf(answer, truth) > 0) tally.rough += 1;
  else if (answer.isSure) tally.wrong += 1;
  else tally.doubtfullyWrong += 1;
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
}
