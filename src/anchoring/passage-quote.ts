/** A passage as a link carries it: its words, or their beginning and end, and a little around them. Pure. */
import type { PaperText } from '../model/paper-text.ts';
import type { PlainText } from '../model/plain-text.ts';

/** Code points of the paper text, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface PassageQuote {
  /** The passage's words, or how they begin. */
  readonly start: string;
  /** How they end; empty where `start` is all of them. */
  readonly end: string;
  /** What stands before and after, where the words stand in the paper more than once; else empty. */
  readonly prefix: string;
  readonly suffix: string;
}

/** From so many characters on a passage is told by its beginning and end. */
const longest = 240;
const pieces = [60, 120, 240];
const around = 32;

/** No part of a link may be longer (UTF-16 units). */
export const maxQuote = 600;

const points = (text: string): number => Array.from(text).length;

/** Every place where the quotation stands (UTF-16 units): with a beginning and an end, the nearest end counts. */
function* places(text: string, { start, end }: PassageQuote): Generator<{ at: number; to: number }> {
  if (start === '') return;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const behind = at + start.length;
    const last = end === '' ? behind : text.indexOf(end, behind);
    // No later beginning has an end either.
    if (last < 0) return;
    yield { at, to: last + end.length };
  }
}

/** Whether the words around a place are those that the link names. */
const fits = (text: string, { at, to }: { at: number; to: number }, quote: PassageQuote): boolean =>
  text.slice(0, at).endsWith(quote.prefix) && text.startsWith(quote.suffix, to);

const most = 2_000;

/** The places, the first two thousand at most: nobody's quotation is commoner. */
function placesOf(text: string, quote: PassageQuote): { at: number; to: number }[] {
  const found: { at: number; to: number }[] = [];
  for (const place of places(text, quote)) if (found.push(place) >= most) break;
  return found;
}

/** The range widened to whole words: a text fragment finds no half ones. */
export function wholeWords(text: PaperText, { start, end }: Range): Range {
  const isLetter = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 1));
  let [from, to] = [start, end];
  const limit = 40;
  while (from > 0 && start - from < limit && isLetter(from) && isLetter(from - 1)) from -= 1;
  while (to - end < limit && isLetter(to - 1) && isLetter(to)) to += 1;
  return { start: from, end: to };
}

/** The first and last words of a long passage; null where a nearer end would be taken for its end. */
function shortened(text: PlainText, words: string, at: number, piece: number): PassageQuote | null {
  const start = words
    .slice(0, piece)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/\s+\S*$/u, '');
  const end = words
    .slice(-piece)
    .replace(/^\p{Surrogate}/u, '')
    .replace(/^\S*\s+/u, '');
  const behind = text.text.indexOf(end, at + start.length);
  const isWhole = behind + end.length === at + words.length;
  return isWhole ? { start, end, prefix: '', suffix: '' } : null;
}

/** Describes a range for a link: whole, or by beginning and end; with context where the words are not unique. */
export function quotePassage(text: PlainText, { start, end }: Range): PassageQuote {
  const words = text.slice(start, end);
  const at = text.slice(0, start).length;
  const whole = { start: words.slice(0, maxQuote), end: '', prefix: '', suffix: '' };
  const found = words.length > longest ? pieces.map((piece) => shortened(text, words, at, piece)) : [];
  const quote = found.find((one) => one !== null) ?? whole;
  if (placesOf(text.text, quote).length === 1) return quote;
  return {
    ...quote,
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
  };
}

/** Where the quotation stands; `near`: at the place the link names, or the one that its context names. */
export interface FoundQuote extends Range {
  readonly how: 'near' | 'elsewhere';
}

/**
 * Finds the words of a link: first those that begin within `near` (code points; null where the link names no
 * place), then the only ones of their kind. Null where they stand nowhere, or at several places that are alike.
 */
export function findQuote(text: PaperText, quote: PassageQuote, near: Range | null): FoundQuote | null {
  const all = placesOf(text.text, quote);
  const fitting = all.filter((place) => fits(text.text, place, quote));
  const candidates = fitting.length > 0 ? fitting : all;
  const found = candidates.map(({ at, to }) => {
    const start = points(text.text.slice(0, at));
    return { start, end: start + points(text.text.slice(at, to)) };
  });
  const here = near && found.find(({ start, end }) => start < near.end && end > near.start);
  if (here) return { ...here, how: 'near' };
  const [only] = found;
  return only && found.length === 1 ? { ...only, how: near ? 'elsewhere' : 'near' } : null;
}

/** A part of a text directive: everything that means something there is percent-encoded. */
const directive = (part: string): string =>
  encodeURIComponent(part.replace(/\s+/gu, ' ').trim()).replace(/-/gu, '%2D');

/**
 * The address of the passage in the paper's public copy, as a text fragment (`#:~:text=`). A directive matches
 * within one block at each end, so a quotation over several is told by its beginning and end.
 */
export function textFragment(url: string, quote: PassageQuote): string {
  const lines = `${quote.start}\n${quote.end}`.split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...others] = lines;
  const last = others.at(-1) ?? '';
  const context = (words: string, at: 0 | -1): string => directive(words.split('\n').at(at) ?? '');
  const prefix = context(quote.prefix, -1);
  const suffix = context(quote.suffix, 0);
  const parts = [
    prefix && `${prefix}-`,
    directive(first),
    last && directive(last),
    suffix && `-${suffix}`,
  ].filter(Boolean);
  const hash = new URL(url).hash;
  return `${url.slice(0, url.length - hash.length)}${hash || '#'}:~:text=${parts.join(',')}`;
}
