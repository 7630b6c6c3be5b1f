/** The way from the UTF-16 indexes of a piece of text back to offsets of the paper text. Pure. */

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
