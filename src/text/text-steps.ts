/** Steps through a paper by sign, word, sentence and paragraph: where a caret, or an end of a passage, goes next. Pure. */
import { lastAtMost, type Block } from '../model/paper-text.ts';
import { blockWords } from './block-words.ts';
import { sentencesIn, type Readable } from './sentences.ts';

/** `sign` is what one sees as one character, however many code points it has. */
export type StepUnit = 'sign' | 'word' | 'sentence' | 'paragraph';

interface Span {
  readonly start: number;
  readonly end: number;
}

const makers = new Map<string, Intl.Segmenter>();

/** The language comes from a file, so it may be anything. */
function segmenterFor(language: string | null | undefined, granularity: 'grapheme' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  let segmenter = makers.get(key);
  if (segmenter) return segmenter;
  try {
    segmenter = new Intl.Segmenter(language ?? 'en', { granularity });
  } catch {
    segmenter = new Intl.Segmenter('en', { granularity });
  }
  if (makers.size < 20) makers.set(key, segmenter);
  return segmenter;
}

function pieces({ text, language }: Readable, block: Block, granularity: 'grapheme' | 'word'): Span[] {
  const { words, offset } = blockWords(text, block);
  const found: Span[] = [];
  for (const { segment, index, isWordLike } of segmenterFor(language, granularity).segment(words))
    if (granularity === 'grapheme' || isWordLike)
      found.push({ start: offset(index), end: offset(index + segment.length) });
  return found;
}

const spansOf: Readonly<Record<StepUnit, (paper: Readable, block: Block) => readonly Span[]>> = {
  sign: (paper, block) => pieces(paper, block, 'grapheme'),
  word: (paper, block) => pieces(paper, block, 'word'),
  sentence: sentencesIn,
  paragraph: (_paper, { start, end }) => (start < end ? [{ start, end }] : []),
};

const blockIndex = ({ text }: Readable, offset: number): number =>
  Math.max(
    0,
    lastAtMost(text.blocks, offset, (block) => block.start),
  );

/**
 * The next end of a unit after `offset` (code points), or the next beginning of one before it; null where the text ends.
 * A step never stops inside of what one sees as one sign.
 */
export function stepFrom(paper: Readable, offset: number, unit: StepUnit, way: 1 | -1): number | null {
  const { blocks } = paper.text;
  for (let at = blockIndex(paper, offset); at >= 0 && at < blocks.length; at += way) {
    const spans = spansOf[unit](paper, blocks[at] as Block);
    const found =
      way === 1
        ? spans.find(({ end }) => end > offset)?.end
        : spans.findLast(({ start }) => start < offset)?.start;
    if (found !== undefined) return found;
  }
  return null;
}

/** The nearest beginning (or end) of a word to an offset, in its block; the offset itself where the block has no word. */
export function snapToWord(paper: Readable, offset: number, side: 'start' | 'end'): number {
  const block = paper.text.blocks[blockIndex(paper, offset)];
  const edges = block ? pieces(paper, block, 'word').map((word) => word[side]) : [];
  return edges.reduce(
    (best, edge) => (Math.abs(edge - offset) < Math.abs(best - offset) ? edge : best),
    edges[0] ?? offset,
  );
}
