/** The span that one marker stands for, by where it stands in its sentence. Part of the supports. Pure. */
import { lastAtMost, type Block, type PaperText } from '../model/paper-text.ts';
import type { SupportScope } from '../model/records.ts';
import { blockWords, type BlockWords } from './block-words.ts';
import { quotedIn, type Quotation } from './quotations.ts';
import { sentencesIn, type Readable, type Sentence } from './sentences.ts';

/** Why a span may be another one. */
export type Doubt =
  /** Sentences before it in the paragraph have no marker of their own. */
  | 'sentences-before'
  /** It begins with a word that takes up the sentence before. */
  | 'takes-up'
  /** Several quotations stand under one marker. */
  | 'several-quotations'
  /** A quotation is closed that was never opened. */
  | 'unopened-quotation'
  /** Only a word or two are quoted. */
  | 'few-words'
  /** The marker stands behind no mark of punctuation. */
  | 'inside-sentence'
  /** The marker stands in a heading. */
  | 'heading'
  /** The marker stands on the words that introduce the quotation. */
  | 'introduction';

export interface Span {
  /** Code points of the paper text. */
  readonly start: number;
  readonly end: number;
  readonly scope: SupportScope;
  readonly confidence: number;
  readonly doubt: Doubt | null;
}

/** A block prepared for its markers. */
export interface Ground {
  readonly block: Block;
  readonly words: BlockWords;
  /** Its quotations, the outermost; indexes into the words. */
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Sentence[];
}

/** Prepares a block; do it once for all its markers. */
export function groundOf(paper: Readable, block: Block): Ground {
  const words = blockWords(paper.text, block);
  const quotations = quotedIn(words.words).map(({ start, end }) => ({
    start: words.index(block.start + start),
    end: words.index(block.start + end),
  }));
  return { block, words, quotations, sentences: sentencesIn(paper, block) };
}

const closing = /[”’»"›“‘]\s*[.,;:]?\s*$/u;

/** The outermost quotation that ends at an index, punctuation behind it aside; null where none does. */
function quotationBefore({ words: { words }, quotations }: Ground, at: number): Quotation | null {
  const tail = closing.exec(words.slice(0, at));
  if (!tail) return null;
  const mark = tail.index + 1;
  return quotations.find(({ end }) => end === mark) ?? null;
}

/** Whether a quotation is closed before an index that is not opened anywhere. An apostrophe closes nothing. */
const isUnopened = ({ words: { words } }: Ground, at: number): boolean =>
  /[”»]\s*[.,;:]?\s*$/u.test(words.slice(0, at));

/** Where the clause before an index begins: behind an open parenthesis, else not inside the sentence. */
function parenthesis(words: string, from: number, at: number): number | null {
  const open = words.lastIndexOf('(', at - 1);
  if (open < from || words.slice(open, at).includes(')')) return null;
  return /^[^()]*\)/u.test(words.slice(at)) ? open + 1 : null;
}

/** Behind white space, and marks that only divide. */
const skip = (words: string, at: number): number =>
  at + (/^[\s,;:.)\]–—-]*/u.exec(words.slice(at))?.[0].length ?? 0);

export const takesUp = /^(?:This|These|That|Those|Such|It|He|She|They|Also|Here|Both|Thus|Therefore)\b/u;

/** How sure a marker at a sentence's end is for that sentence alone: what stands before it unmarked lowers it. */
function atEnd(own: string, unmarked: number): { confidence: number; doubt: Doubt | null } {
  if (unmarked > 0 && takesUp.test(own)) return { confidence: 0.75, doubt: 'takes-up' };
  if (unmarked > 1) return { confidence: 0.7, doubt: 'sentences-before' };
  return unmarked > 0 ? { confidence: 0.78, doubt: 'sentences-before' } : { confidence: 0.9, doubt: null };
}

interface Seat {
  readonly ground: Ground;
  readonly sentence: Sentence;
  /** Indexes into the block's words: the sentence, what earlier markers leave of it, and the marker. */
  readonly from: number;
  readonly left: number;
  readonly at: number;
  readonly until: number;
  /** Sentences before it in the block, back to the last marker. */
  readonly unmarked: number;
}

function span(seat: Seat, start: number, end: number, rest: Omit<Span, 'start' | 'end'>): Span {
  const { words, offset } = seat.ground.words;
  const own = words.slice(start, end);
  const first = start + own.length - own.trimStart().length;
  return { start: offset(first), end: offset(first + own.trim().length), ...rest };
}

/** A quotation that the marker follows: the quotation, where it is the only one under the marker. */
function afterQuotation(seat: Seat): Span | null {
  const { ground, at, left, from } = seat;
  const quotation = quotationBefore(ground, at);
  if (!quotation) {
    if (!isUnopened(ground, at)) return null;
    return span(seat, left, at, { scope: 'sentence', confidence: 0.65, doubt: 'unopened-quotation' });
  }
  const { words } = ground.words;
  const pieces = ground.quotations.filter((one) => one.start >= left && one.end <= at);
  const text = words.slice(quotation.start + 1, quotation.end - 1);
  const isTerm = text.trim().split(/\s+/u).length < 3 && !/[.,…]$/u.test(text);
  const before = pieces.filter((one) => one.start < quotation.start);
  const isWhole = (one: Quotation): boolean => words.slice(one.start, one.end).split(/\s+/u).length > 3;
  if (before.some(isWhole) && !isTerm) {
    const rest = { scope: 'sentence', confidence: 0.8, doubt: 'several-quotations' } as const;
    return span(seat, Math.max(left, from), at, rest);
  }
  if (isTerm && seat.until - at < 3) return null;
  const confidence = isTerm ? 0.6 : before.length > 0 ? 0.8 : 0.92;
  return span(seat, quotation.start, quotation.end, {
    scope: 'quotation',
    confidence,
    doubt: isTerm ? 'few-words' : null,
  });
}

/** A marker inside its sentence: the clause up to it. */
function insideSentence(seat: Seat): Span {
  const { ground, left, at } = seat;
  const { words } = ground.words;
  const inner = parenthesis(words, left, at);
  if (inner !== null) return span(seat, inner, at, { scope: 'clause', confidence: 0.85, doubt: null });
  const isMarked = /[,;:–—)]\s*$/u.test(words.slice(0, at)) || /^\s*[,;:–—]/u.test(words.slice(at));
  const rest = isMarked
    ? ({ confidence: 0.8, doubt: null } as const)
    : ({ confidence: 0.55, doubt: 'inside-sentence' } as const);
  return span(seat, left, at, { scope: 'clause', ...rest });
}

/** The span of a marker in a paragraph, given what the marker before it took (`taken`, code points) and its doubts. */
export function spanAt(ground: Ground, marker: number, taken: number, unmarked: number): Span | null {
  const { words, index } = ground.words;
  const at = index(marker);
  const sentence = ground.sentences.findLast(({ start }) => start < marker) ?? ground.sentences[0];
  if (!sentence) return null;
  const from = index(sentence.start);
  const until = index(sentence.end);
  const claimed = taken > sentence.start && taken < marker ? skip(words, index(taken)) : from;
  const left = claimed < at ? claimed : from;
  const seat: Seat = { ground, sentence, from, left, at, until, unmarked };
  if (ground.block.kind === 'heading') {
    return span(seat, from, until, { scope: 'sentence', confidence: 0.4, doubt: 'heading' });
  }
  const quoted = afterQuotation(seat);
  if (quoted) return quoted;
  if (/[\p{L}\p{N}]/u.test(words.slice(at, until))) return insideSentence(seat);
  return span(seat, left, until, {
    scope: 'sentence',
    ...atEnd(words.slice(left, until), left === from ? unmarked : 0),
  });
}

/** The blocks of the quotation or list that a block stands in, in order; the block alone where it is neither. */
export function runAround(text: PaperText, block: Block): readonly Block[] {
  const { blocks } = text;
  // One more step between two positions would be a step out of the quotation or list, and into another.
  const step = block.kind === 'item' ? 4 : block.kind === 'quotation' ? 2 : 0;
  const belong = (one?: Block, next?: Block): boolean =>
    one?.kind === block.kind && next?.kind === block.kind && next.from - one.to <= step;
  let first = lastAtMost(blocks, block.start, (one) => one.start);
  let last = first;
  while (belong(blocks[first - 1], blocks[first])) first -= 1;
  while (belong(blocks[last], blocks[last + 1])) last += 1;
  return blocks.slice(first, last + 1);
}
