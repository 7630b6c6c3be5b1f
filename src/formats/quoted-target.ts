/** A quotation from another program's file as a target: settled where the paper's text has it, kept as it is elsewhere. */
import { codePointsOf } from '../anchoring/code-points.ts';
import { describe } from '../anchoring/describe.ts';
import { lastAtMost, type PaperText } from '../model/paper-text.ts';
import type { Target } from '../model/record-parts.ts';

/** What a file says of a passage. Positions in code points; null where it says none. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Label of the page that it stands on; empty where the file says none. */
  readonly page?: string;
}

/** Longest context that is kept, in UTF-16 units, and most places that are compared. */
const context = 256;
const mostPlaces = 200;

const collapsed = (words: string): string => words.replace(/\s+/gu, ' ');

/** The last or first `context` units of a text, without half of a surrogate pair at the cut. */
const tail = (words: string): string => words.slice(-context).replace(/^[\uDC00-\uDFFF]/u, '');
const head = (words: string): string => words.slice(0, context).replace(/[\uD800-\uDBFF]$/u, '');

const flats = new WeakMap<PaperText, string>();

/** The paper's text with spaces between its blocks: as other programs, which know no blocks, quote it. Same units. */
function flatOf(text: PaperText): string {
  let flat = flats.get(text);
  if (flat === undefined) flats.set(text, (flat = text.text.replace(/\n/gu, ' ')));
  return flat;
}

/** How many characters agree, from the joint outwards. */
function agreeing(one: string, other: string, isBefore: boolean): number {
  const limit = Math.min(one.length, other.length);
  const at = (words: string, index: number): string =>
    words.charAt(isBefore ? words.length - 1 - index : index);
  let count = 0;
  while (count < limit && at(one, count) === at(other, count)) count += 1;
  return count;
}

/** Where words stand in the flat text, in units. */
function placesOf(flat: string, words: string): number[] {
  const found: number[] = [];
  for (let at = flat.indexOf(words); at >= 0 && found.length < mostPlaces; at = flat.indexOf(words, at + 1))
    found.push(at);
  return found;
}

const pageOf = (text: PaperText, point: number): string => {
  const page = text.pages[lastAtMost(text.pages, point, (one) => one.offset)];
  return page ? String(page.node.attrs['label']) : '';
};

/** The one place of several that context or page name; null where two are alike. */
function bestOf(places: readonly number[], words: string, quote: Quote, text: PaperText): number | null {
  if (places.length === 1) return places[0] ?? null;
  const flat = flatOf(text);
  const prefix = collapsed(quote.prefix);
  const suffix = collapsed(quote.suffix);
  const scored = places.map((at) => {
    const before = agreeing(flat.slice(Math.max(0, at - prefix.length), at), prefix, true);
    const after = agreeing(flat.slice(at + words.length, at + words.length + suffix.length), suffix, false);
    const isThere = quote.page && pageOf(text, codePointsOf(text).toPoint(at)) === quote.page;
    return { at, score: before + after + (isThere ? 16 : 0) };
  });
  scored.sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  return best && best.score > (second?.score ?? 0) ? best.at : null;
}

/** The quotation as the file has it: nothing of it is made up. */
function asQuoted({ exact, prefix, suffix, start, end }: Quote): Target {
  const from = start ?? 0;
  const length = [...exact].length;
  return {
    exact,
    prefix: tail(prefix),
    suffix: head(suffix),
    start: from,
    end: Math.max(from, end ?? from + length),
  };
}

/**
 * The target of a quotation. Where the paper's text has the words (white space aside) at one place, or at one that
 * context, page or position choose, the target is that passage's own; else it says what the file says.
 */
export function quotedTarget(text: PaperText, quote: Quote): Target {
  const { exact, start, end } = quote;
  const words = collapsed(exact).trim();
  if (words === '') return asQuoted(quote);
  const isHere = start !== null && end !== null && end > start && text.slice(start, end) === exact;
  if (isHere) return quote.prefix || quote.suffix ? asQuoted(quote) : describe(text, start, end);
  const at = bestOf(placesOf(flatOf(text), words), words, quote, text);
  if (at === null) return asQuoted(quote);
  const points = codePointsOf(text);
  return describe(text, points.toPoint(at), points.toPoint(at + words.length));
}
