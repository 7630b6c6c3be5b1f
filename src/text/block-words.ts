/** The words of one block as a string, and the ways between its UTF-16 indexes and offsets of the paper text. Pure. */
import type { Block, PaperText } from '../model/paper-text.ts';

export interface BlockWords {
  readonly words: string;
  /** Offset in the paper text (code points) of an index into `words`. */
  readonly offset: (index: number) => number;
  /** Index into `words` of an offset inside the block, its end included. */
  readonly index: (offset: number) => number;
}

/** The words of a block. */
export function blockWords(text: PaperText, { start, end }: Block): BlockWords {
  const words = text.slice(start, end);
  if (words.length === end - start) {
    return { words, offset: (index) => start + index, index: (offset) => offset - start };
  }
  const offsets: number[] = [];
  const indexes: number[] = [];
  for (const point of words) {
    indexes.push(offsets.length);
    offsets.push(...Array<number>(point.length).fill(start + indexes.length - 1));
  }
  return {
    words,
    offset: (index) => offsets[index] ?? end,
    index: (offset) => indexes[offset - start] ?? words.length,
  };
}
