/** What is said of a paper when it is read aloud: sentence by sentence, without note numbers, in pieces of one breath. Pure. */
import { lastAtMost, type Block } from '../model/paper-text.ts';
import type { Paper } from '../model/paper.ts';
import { sentencesIn, type Sentence } from '../text/sentences.ts';

/** Something said at one go; `start` and `end` (code points) are the words of the paper in it, equal where it has none. */
export interface Piece {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Chromium falls silent in the midst of longer ones (in characters). */
const breath = 200;

/** What a quotation is announced with, so that one hears whose words they are. */
export const cues = { opens: 'Quotation.', closes: 'End of quotation.' } as const;

/** Signs that belong to the one before them. */
const joined = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

const indexOf = (paper: Paper, block: Block): number =>
  lastAtMost(paper.text.blocks, block.start, (one) => one.start);

const isQuoted = (block: Block | undefined): boolean => block?.kind === 'quotation';

/** Where a text of one breath too many is cut: after a stop, else between words, else anywhere. */
function cutIn(points: readonly string[]): number {
  for (const sign of [/[;:.!?]/u, /[,)\]—–]/u, /\s/u]) {
    for (let at = breath; at > breath / 3; at -= 1) {
      const isEnd = sign.source === '\\s' || /\s/u.test(points[at] ?? '');
      if (isEnd && sign.test(points[at - 1] ?? '')) return at;
    }
  }
  // Between signs that belong together (an accent, a joined picture) nothing is cut.
  for (let at = breath; at > 1; at -= 1) {
    if (!joined.test(points[at] ?? '') && points[at - 1] !== '\u200d') return at;
  }
  return breath;
}

/** The ranges of a sentence that are said at one go. */
function breathsOf(points: readonly string[], start: number): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let from = 0;
  while (points.length - from > breath) {
    const length = cutIn(points.slice(from, from + breath + 1));
    ranges.push({ start: start + from, end: start + from + length });
    from += length;
  }
  ranges.push({ start: start + from, end: start + points.length });
  return ranges;
}

/** The words of a range, with the numbers of its notes said where they stand. */
function withNotes(paper: Paper, start: number, end: number): string {
  const { text } = paper;
  const parts: string[] = [];
  let from = start;
  const first = lastAtMost(text.markers, start, (marker) => marker.offset) + 1;
  for (let at = first; (text.markers[at]?.offset ?? Infinity) <= end; at += 1) {
    const marker = text.markers[at];
    if (!marker) break;
    parts.push(text.slice(from, marker.offset), ` (note ${String(marker.node.attrs['label'])}) `);
    from = marker.offset;
  }
  return parts.join('') + text.slice(from, end);
}

/** What is said of a sentence, in order. */
export function piecesOf(paper: Paper, sentence: Sentence, saysNotes: boolean): readonly Piece[] {
  const { text } = paper;
  const { block, start, end } = sentence;
  const at = indexOf(paper, block);
  const opens = isQuoted(block) && !isQuoted(text.blocks[at - 1]) && sentence.number === 1;
  const closes =
    isQuoted(block) && !isQuoted(text.blocks[at + 1]) && sentence.number === sentencesIn(paper, block).length;
  const said = breathsOf(Array.from(text.slice(start, end)), start).map((range) => {
    const words = saysNotes ? withNotes(paper, range.start, range.end) : text.slice(range.start, range.end);
    return {
      words: words
        .replace(/\u00ad/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
      ...range,
    };
  });
  return [
    ...(opens ? [{ words: cues.opens, start, end: start }] : []),
    ...said.filter(({ words }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words)),
    ...(closes ? [{ words: cues.closes, start: end, end }] : []),
  ];
}

/** The first sentence (or the last) of the nearest block that has any, from `at` on in the direction of `step`. */
function inBlocks(paper: Paper, at: number, step: 1 | -1, takes: 'first' | 'last'): Sentence | null {
  const { blocks } = paper.text;
  for (let index = at; blocks[index]; index += step) {
    const found = sentencesIn(paper, blocks[index] as Block).at(takes === 'first' ? 0 : -1);
    if (found) return found;
  }
  return null;
}

/** The next sentence, or the one before; null at the paper's ends. */
export function sentenceBeside(paper: Paper, { block, number }: Sentence, step: 1 | -1): Sentence | null {
  const beside = sentencesIn(paper, block)[number - 1 + step];
  return beside ?? inBlocks(paper, indexOf(paper, block) + step, step, step === 1 ? 'first' : 'last');
}

/** The start of the next paragraph; backwards the start of this one, or of the one before where one is there already. */
export function paragraphBeside(paper: Paper, { block, number }: Sentence, step: 1 | -1): Sentence | null {
  if (step === -1 && number > 1) return sentencesIn(paper, block)[0] ?? null;
  return inBlocks(paper, indexOf(paper, block) + step, step, 'first');
}
