/** Text as selectors see it: counted in code points. The paper text is one; the words of a note are others. */

/** A text that can be sliced by code points. */
export interface PlainText {
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
  /** Text from `start` to `end` (code points). */
  slice(start: number, end: number): string;
}

/** A string as plain text. */
export function plainText(text: string): PlainText {
  const points = [...text];
  return { text, length: points.length, slice: (start, end) => points.slice(start, end).join('') };
}
