/** Describes a passage so that it can be found again: quotation, context, position. Pure. */
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/record-parts.ts';
import { codePointsOf } from './code-points.ts';

/** A range without white space at its ends; null where nothing else is in it. */
export function trimRange(
  text: PlainText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const isSpace = (at: number): boolean => /\s/u.test(text.slice(at, at + 1));
  let from = Math.max(0, start);
  let to = Math.min(end, text.length);
  while (from < to && isSpace(from)) from += 1;
  while (to > from && isSpace(to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** A context that is wide enough is taken from these (UTF-16 units on each side); the last where none is. */
const widths = [32, 64, 128, 256];
const widest = 256;
/** A quotation of fewer units stands on its context alone: it has the second width at least. */
const short = 32;

/** What belongs to the character before it: marks, joiners, tones of emoji, the second half of a pair. */
const follows = /^[\p{M}\p{EMod}\u200d\udc00-\udfff]/u;

/** True where a text may be cut: not within a character, nor within what is seen as one. */
const isCut = (text: string, at: number): boolean =>
  !follows.test(text.slice(at, at + 2)) && text[at - 1] !== '\u200d';

/** True where a text may be cut and no word is. */
const isWordCut = (text: string, at: number): boolean =>
  isCut(text, at) &&
  !(/[\p{L}\p{N}\p{M}]$/u.test(text.slice(at - 2, at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)));

/** No more of a word is left out of a context to end it between words. */
const longestWord = 20;

/** Where a context of at most `width` units ends that goes backwards or forwards from `at`. */
function contextEnd(text: string, at: number, width: number, by: 1 | -1): number {
  const limit = at + by * width;
  if (limit <= 0) return 0;
  if (limit >= text.length) return text.length;
  const least = Math.min(longestWord, width / 2);
  for (let cut = 0; cut < least; cut += 1) if (isWordCut(text, limit - by * cut)) return limit - by * cut;
  let to = limit;
  while (to !== at && !isCut(text, to)) to -= by;
  return to;
}

/** True where a string stands in a text but once. */
function isUnique(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return !text.includes(part, first + 1);
}

/**
 * The selectors of a range in code points. The context is as wide as it must be for quotation and context together to
 * stand in the text but once, 32 to 256 UTF-16 units on each side, and ends between words where it can.
 * Throws where the range is empty or outside the text.
 */
export function describe(text: PlainText, start: number, end: number): Target {
  if (!(start >= 0 && end > start && end <= text.length)) {
    throw new RangeError(`Cannot describe the range ${start}–${end} of a text of ${text.length}.`);
  }
  const points = codePointsOf(text);
  const whole = text.text;
  const [from, to] = [points.toUnit(start), points.toUnit(end)];
  const exact = whole.slice(from, to);
  const context = (width: number): [number, number] => [
    contextEnd(whole, from, width, -1),
    contextEnd(whole, to, width, 1),
  ];
  const enough = widths
    .slice(exact.length < short ? 1 : 0)
    .find((width) => width === widest || isUnique(whole, whole.slice(...context(width))));
  const [before, after] = context(enough ?? widest);
  return { exact, prefix: whole.slice(before, from), suffix: whole.slice(to, after), start, end };
}
