/** Describes a passage so that it can be found again: quotation, context, position. Pure. */
import type { PlainText } from '../model/plain-text.ts';
import type { Target } from '../model/records.ts';

const context = 32;

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

/** The selectors of a range in code points. Throws where the range is empty or outside the text. */
export function describe(text: PlainText, start: number, end: number): Target {
  if (!(start >= 0 && end > start && end <= text.length)) {
    throw new RangeError(`Cannot describe the range ${start}–${end} of a text of ${text.length}.`);
  }
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
    start,
    end,
  };
}
