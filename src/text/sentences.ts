/**
 * Sentences of a paper, block by block and only where asked for: the breaks of the Unicode rules
 * (`Intl.Segmenter`), less those that are none (`sentence-joins`). Pure; what was divided once is kept.
 */
import { lastAtMost, type Block, type PaperText } from '../model/paper-text.ts';
import { blockWords } from './block-words.ts';
import { goesOn, unseenBreaks } from './sentence-joins.ts';

/**
 * A sentence, without the white space around it. Between two sentences of a block stands nothing but white
 * space, before the first and behind the last none; a heading is one sentence, an empty block has none.
 */
export interface Sentence {
  readonly block: Block;
  /** Its number in the block, from 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** What has sentences: a paper. `language` is a BCP 47 tag; English where it is missing or no tag. */
export interface Readable {
  readonly text: PaperText;
  readonly language?: string | null;
}

/** So much on either side decides whether a break is one. */
const sight = 64;

const segmenters = new Map<string, Intl.Segmenter>();

/** The language comes from a file, so it may be anything. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter) return segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  }
  if (segmenters.size < 20) segmenters.set(language, segmenter);
  return segmenter;
}

/** A note's marker keeps two sentences apart that touch without it: offsets in the block where a space is thought. */
function seams(text: PaperText, block: Block, words: string): number[] {
  const found: number[] = [];
  const points = words.length === block.end - block.start ? null : Array.from(words);
  const at = (offset: number): string => (points ? points[offset] : words[offset]) ?? ' ';
  const last = lastAtMost(text.markers, block.end, (marker) => marker.offset);
  for (let index = last; index >= 0; index -= 1) {
    const offset = (text.markers[index]?.offset ?? 0) - block.start;
    if (offset <= 0) break;
    const touches = /[.!?…”’"»)\]]/u.test(at(offset - 1)) && /[\p{Lu}\p{N}“‘"'«([]/u.test(at(offset));
    if (touches && offset !== found[0]) found.unshift(offset);
  }
  return found;
}

/** The words with a space at each seam, and the way back to indexes of the words alone. */
function opened(words: string, at: readonly number[]): { text: string; index: (opened: number) => number } {
  if (at.length === 0) return { text: words, index: (index) => index };
  const points = Array.from(words);
  const parts: string[] = [];
  const spaces: number[] = [];
  let length = 0;
  at.forEach((offset, number) => {
    const part = points.slice(at[number - 1] ?? 0, offset).join('');
    parts.push(part, ' ');
    length += part.length + 1;
    spaces.push(length - 1);
  });
  parts.push(points.slice(at.at(-1)).join(''));
  return {
    text: parts.join(''),
    index: (index) => index - 1 - lastAtMost(spaces, index - 1, (space) => space),
  };
}

/** Indexes into `text` where a new sentence begins, the first (0) left out. */
function breaks(text: string, language: string): number[] {
  const seen = [...segmenterFor(language).segment(text)].map(({ index }) => index);
  const unseen = unseenBreaks(text);
  const all = unseen.length > 0 ? [...new Set([...seen, ...unseen])].sort((a, b) => a - b) : seen;
  let start = 0;
  return all.filter((index) => {
    if (index === 0) return false;
    const from = Math.max(start, index - sight);
    const before = text.slice(from, index).trim();
    if (goesOn(before, text.slice(index, index + sight).trim(), from === start)) return false;
    start = index;
    return true;
  });
}

function divide({ text, language }: Readable, block: Block): Sentence[] {
  const { words, offset } = blockWords(text, block);
  if (!words.trim()) return [];
  const { text: open, index } = opened(words, seams(text, block, words));
  const starts = block.kind === 'heading' ? [0] : [0, ...breaks(open, language ?? 'en')];
  return starts.map((start, at) => {
    const own = open.slice(start, starts[at + 1]);
    const lead = start + own.length - own.trimStart().length;
    const from = offset(index(lead));
    const end = offset(index(lead + own.trim().length));
    return { block, number: at + 1, start: from, end };
  });
}

const known = new WeakMap<Block, readonly Sentence[]>();

/** The sentences of one block of the paper, in order. */
export function sentencesIn(paper: Readable, block: Block): readonly Sentence[] {
  let sentences = known.get(block);
  if (!sentences) known.set(block, (sentences = divide(paper, block)));
  return sentences;
}

/**
 * The sentence at an offset: the one around it, else the one before it in its block. Null where the block
 * there is empty, or the paper.
 */
export function sentenceAt(paper: Readable, offset: number): Sentence | null {
  const { blocks } = paper.text;
  const block =
    blocks[
      Math.max(
        0,
        lastAtMost(blocks, offset, (one) => one.start),
      )
    ];
  if (!block) return null;
  const sentences = sentencesIn(paper, block);
  return (
    sentences[
      Math.max(
        0,
        lastAtMost(sentences, offset, (one) => one.start),
      )
    ] ?? null
  );
}

/** All sentences of the paper, divided as they are asked for. */
export function* sentencesOf(paper: Readable): Generator<Sentence> {
  for (const block of paper.text.blocks) yield* sentencesIn(paper, block);
}
