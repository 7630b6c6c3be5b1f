/** A passage as a quotation: its paragraphs, its pages, and the marks that English wants around them. Pure. */
import { pageAt, type Paper } from '../model/paper.ts';
import { addressOf, sayAddress } from '../text/address.ts';
import type { Locator } from './cite.ts';

/** Code points of the paper text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is quoted. As a block it stands without marks, and its paragraphs apart. */
export interface Quotation {
  readonly paragraphs: readonly string[];
  readonly isBlock: boolean;
}

/** From so many words on a quotation stands as a block; with several paragraphs in it, from so many. */
const blockWords = 100;
const parcelledWords = 40;

/** The pages of a passage, inferred ones in brackets: `53`, `[54]`, `53–[54]`; empty where unknown. */
export function pagesOf(paper: Paper, range: Span): string {
  const show = (offset: number): string => {
    const page = pageAt(paper, offset);
    return page ? (page.inferred ? `[${page.label}]` : page.label) : '';
  };
  const first = show(range.start);
  const last = show(Math.max(range.start, range.end - 1));
  return first === last ? first : [first, last].filter(Boolean).join('–');
}

/** Where the passage stands: its pages; in a paper that has none, its address (`III.B ¶4 s2`). */
export function locatorOf(paper: Paper, range: Span): Locator {
  const pages = pagesOf(paper, range);
  if (pages || paper.text.pages.length > 0) return pages ? { pages } : {};
  const place = sayAddress(addressOf(paper, range.start));
  return place ? { place } : {};
}

/** The passage's words; nothing of markers and page starts is in them. */
export function quotationOf(paper: Paper, range: Span): Quotation {
  const paragraphs = paper.text
    .slice(range.start, range.end)
    .split('\n')
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  const words = paragraphs.join(' ').split(' ').length;
  return { paragraphs, isBlock: words >= (paragraphs.length > 1 ? parcelledWords : blockWords) };
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Whether the straight or bent sign at `at` opens a quotation rather than closing one. */
const opens = (signs: readonly string[], at: number): boolean => {
  const before = signs[at - 1];
  return before === undefined || /[\s([{—–“‘]/u.test(before);
};

/** Changes the marks of a quotation one by one, remembering which are open, as the paper writes them. */
class MarkChanger {
  readonly #signs: readonly string[];
  readonly #open: ('double' | 'single')[] = [];

  constructor(words: string) {
    this.#signs = [...words];
  }

  changed(): string {
    return this.#signs.map((sign, at) => this.#change(sign, at)).join('');
  }

  #change(sign: string, at: number): string {
    const inDouble = this.#open.includes('double');
    if (sign === '“' || (sign === '"' && !inDouble)) return this.#begin('double', '‘');
    if (sign === '”' || sign === '"') return this.#end('double', '’');
    if (sign === '‘' && inDouble && opens(this.#signs, at)) return this.#begin('single', '“');
    const isClosing = sign === '’' && this.#open.at(-1) === 'single' && !isLetter(this.#signs[at + 1]);
    return isClosing ? this.#end('single', '”') : sign;
  }

  #begin(kind: 'double' | 'single', mark: string): string {
    this.#open.push(kind);
    return mark;
  }

  /** Closes the innermost of its kind, and what was left open within it. */
  #end(kind: 'double' | 'single', mark: string): string {
    const at = this.#open.lastIndexOf(kind);
    if (at >= 0) this.#open.splice(at);
    return mark;
  }
}

/**
 * The words in double marks, the marks inside them changed: double to single, and single ones within those
 * to double again. An apostrophe stays one.
 */
export const inMarks = (words: string): string => `“${new MarkChanger(words).changed()}”`;
