/**
 * The numbers of a plain text that may be markers, each scored by what stands before and after it. Part of the chain of
 * markers (`marker-chain.ts`). Pure; one pass.
 */
import { beat } from '../model/beat.ts';
import type { MarkerCandidate } from './marker-chain.ts';

/** A number of a text; `at` and `end` are UTF-16 units. */
export interface NumberCandidate extends MarkerCandidate {
  /** As it is printed. Where several touch: the first. */
  readonly label: string;
  /** Where the second begins, where two touch. */
  readonly second?: number;
}

/** A run of digits; longer ones are split by `suffixes`. */
const runs = /(?<!\d)\d{1,8}(?!\d)/gu;
const raised = /[⁰¹²³⁴-⁹]{1,3}/gu;
/** Words before a number that say what it counts. */
const counted =
  /(?:^|[\s(“"])(?:art(?:icle)?s?|pp?|nos?|vols?|chs?|chap(?:ter)?s?|secs?|sections?|figs?|figures?|tables?|pages?|parts?|lines?|notes?|nn?|ff?|cols?|about|of|to|than|over|from|between|and|in|by|at|until|since|before|after|the|act|scene|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s*$/iu;
/** Words behind it that it counts. */
const units =
  /^\s+(?:per ?cent|percent|million|billion|thousand|hundred|years?|days?|months?|weeks?|hours?|minutes?|miles?|km|kilomet|met(?:er|re)s?|feet|tons?|men|women|people|persons|dollars|pounds|times|of|and|to|or|january|february|march|april|may|june|july|august|september|october|november|december|[-–—])\b/iu;
const abbreviated =
  /(?:^|[\s([])(?:pp?|nos?|vols?|art|ch|chap|secs?|figs?|nn?|cf|ff?|st|col|p|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu;
const year = /(?:^|[^\d,.])(?:1\d|20)\d\d$/u;

/** What may stand before a number, the first that fits, and what it counts: from 2 for the end of a sentence; null forbids it. */
const befores: readonly (readonly [RegExp, number | null])[] = [
  [/[-–—−/#$€£¥&+=<>*^_~@\\'‘([{]$/u, null],
  // Leaders of a table or a list of contents.
  [/\.{4,}\s*$|(?:\. ){3,}\.?$/u, null],
  [year, 0.3],
  [/\d$/u, null],
  [/(?:^|[^\d,.])(?:1\d|20)\d\d[.,:]$/u, 1.2],
  [/\s\d{1,2}[.,]$/u, -1.5],
  [/\d[.,:]$/u, -3.2],
  [abbreviated, -2],
  [/[.,;:!?)\]”’"»…]$/u, 2],
  [/%$/u, 0.8],
  [/(?:^|[^\p{L}])\p{L}$/u, -1],
  [/\p{Ll}$/u, 1.5],
  [/(?:^|[\s(])\p{Lu}{1,3}$/u, -0.6],
  [/\p{L}$|\p{M}$/u, 1],
  [/^$|\n$/u, -2.2],
  [/\S$/u, -1],
];

function before(text: string): number | null {
  const found = befores.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  const bare = text.trimEnd();
  const spaced = counted.test(text) ? -2.7 : -1.1;
  return /[.!?][”’"»)]?$/u.test(bare) && !abbreviated.test(bare) ? spaced + 0.9 : spaced;
}

/** What stands behind it counts; null where that forbids it. */
function behind(text: string): number | null {
  if (/^[%°½¼¾\p{Ll}/$€£]/u.test(text) || /^[.,:]\d/u.test(text) || /^[-–—−]\d/u.test(text)) return null;
  if (units.test(text)) return -1.5;
  return /^(?:\s+[“"‘(]?\p{Lu}|\p{Lu}|\s*(?:\n|$))/u.test(text) ? 0.5 : 0;
}

/** Where in a run of digits a marker may begin: at its beginning, or behind a year. */
const suffixes = (run: string): readonly number[] => {
  const whole = run.length <= 4 || (run.length <= 8 && parted(run) !== null) ? [0] : [];
  return /^(?:1\d|20)\d\d/u.test(run) && run.length > 4 ? [...whole, 4] : whole;
};

/** How a run may be two numbers in a row: where the second begins; null where it cannot. */
function parted(run: string): number | null {
  for (let at = 1; at <= 4 && at < run.length; at += 1)
    if (Number(run.slice(at)) === Number(run.slice(0, at)) + 1 && run[at] !== '0') return at;
  return null;
}

const near = 40;

function scored(text: string, at: number, end: number): number | null {
  const one = before(text.slice(Math.max(0, at - near), at));
  const other = behind(text.slice(end, end + 24));
  return one === null || other === null ? null : one + other;
}

function plainCandidates(text: string, run: string, start: number): NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const end = start + run.length;
  for (const from of suffixes(run)) {
    const at = start + from;
    const digits = run.slice(from);
    const score = digits.startsWith('0') ? null : scored(text, at, end);
    if (score === null) continue;
    const isGlued = !/\s/u.test(text[at - 1] ?? '\n');
    const part = digits.length > 1 && isGlued ? parted(digits) : null;
    const common = { at, end, score, isGlued };
    if (part !== null) {
      const label = digits.slice(0, part);
      found.push({ ...common, value: Number(label), last: Number(label) + 1, label, second: at + part });
    }
    if (digits.length <= 4) found.push({ ...common, value: Number(digits), label: digits });
  }
  return found;
}

/** What is matched in a text, line after line, so that a long one is never searched in one go. */
function* byLines(text: string, pattern: RegExp): Generator<{ readonly words: string; readonly at: number }> {
  let from = 0;
  for (const line of text.split('\n')) {
    beat();
    for (const match of line.matchAll(pattern)) {
      beat();
      yield { words: match[0], at: from + match.index };
    }
    from += line.length + 1;
  }
}

/** The candidates of a text in order; blocks are parted by line feeds. `restarts` tells where a series may begin again, and what that costs. */
export function numberCandidates(
  text: string,
  restarts: (at: number) => number | undefined = () => undefined,
): NumberCandidate[] {
  const found: NumberCandidate[] = [];
  for (const match of byLines(text, runs)) found.push(...plainCandidates(text, match.words, match.at));
  for (const { words: signs, at: index } of byLines(text, raised)) {
    const label = signs.normalize('NFKC');
    found.push({
      at: index,
      end: index + signs.length,
      value: Number(label),
      label,
      score: 3,
      isGlued: true,
    });
  }
  found.sort((a, b) => a.at - b.at);
  return found.map((one) => {
    // Two that touch begin no series: `12` behind 11 is no 1 and 2.
    const restart = one.value <= 2 && one.last === undefined ? restarts(one.at) : undefined;
    return restart === undefined ? one : { ...one, restart };
  });
}
