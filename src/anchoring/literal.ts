/** The search for what is not made of words: parts of very long strings, and quotations that are half a word. Pure. */
import type { Units } from './edges.ts';
import type { Query } from './query.ts';

/** A word as long as this is none: an address, a formula, a sequence. */
const longWord = 40;
/** Fewer units stand anywhere by chance. */
const least = 8;

/** True where the words of a query are too few or too long for the search by words. */
export const isWordless = ({ tokens: { count, starts, ends } }: Query): boolean => {
  if (count <= 2) return true;
  for (let at = 0; at < count; at += 1)
    if ((ends[at] as number) - (starts[at] as number) >= longWord) return true;
  return false;
};

/** Where a string stands in a text; -1 where it does not, or more than once. */
function onlyIndex(text: string, part: string): number {
  const first = text.indexOf(part);
  return first >= 0 && !text.includes(part, first + 1) ? first : -1;
}

/** The only place of the quotation letter for letter; `isSure` where its context stands there too. Null where there is none. */
export function literalPlace(
  text: string,
  { tokens, from, to }: Query,
): (Units & { isSure: boolean }) | null {
  const whole = tokens.text;
  const around = whole.length >= least && whole.length > to - from ? onlyIndex(text, whole) : -1;
  if (around >= 0) return { start: around + from, end: around + to, isSure: true };
  const alone = to - from >= least ? onlyIndex(text, whole.slice(from, to)) : -1;
  return alone < 0 ? null : { start: alone, end: alone + to - from, isSure: false };
}
