/** The words of one block as a string, with the way back from its UTF-16 indexes to offsets of the paper text. Pure. */
import type { Block, PaperText } from '../model/paper-text.ts';

const plain = new WeakMap<PaperText, boolean>();

/** True where the whole text has no surrogates: an index is an offset then. */
function isPlain(text: PaperText): boolean {
  const known = plain.get(text);
  if (known !== undefined) return known;
  const found = !/[\uD800-\uDFFF]/.test(text.text);
  plain.set(text, found);
  return found;
}

/** Text from `start` to `end` (code points), without counting out a long text that needs no counting. */
export function sliceText(text: PaperText, start: number, end: number): string {
  return isPlain(text) ? text.text.slice(start, end) : text.slice(start, end);
}

export const blockText = (text: PaperText, block: Block): string => sliceText(text, block.start, block.end);

/**
 * Turns UTF-16 indexes of `words`, asked for in rising order, into offsets of the paper text; `start` is
 * the offset of the first.
 */
export function risingOffsets(words: string, start: number): (index: number) => number {
  if (!/[\uD800-\uDFFF]/.test(words)) return (index) => start + index;
  let read = 0;
  let offset = start;
  return (index) => {
    for (; read < index; offset += 1) read += (words.codePointAt(read) ?? 0) > 0xffff ? 2 : 1;
    return offset;
  };
}
