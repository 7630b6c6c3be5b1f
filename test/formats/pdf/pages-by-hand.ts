/** Pages of a PDF set by hand for tests: each line in its place, letters of half their size. */
import type { PdfFile, PdfPage, PdfRun } from '../../../src/formats/pdf/pages.ts';

export interface HandLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Points; 10 where none is given. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
}

const runOf = ({ text, x, y, size = 10, isBold = false, isItalic = false }: HandLine): PdfRun => ({
  text,
  x,
  y,
  size,
  width: [...text].length * size * 0.5,
  font: `Plain${isBold ? ' bold' : ''}${isItalic ? ' italic' : ''}`,
  isBold,
  isItalic,
  direction: 'ltr',
  angle: 0,
});

/** A file of pages of 600 by 800 points. */
export const handFile = (pages: readonly (readonly HandLine[])[], more: Partial<PdfPage> = {}): PdfFile => ({
  pages: pages.map((lines, index) => ({
    index,
    label: null,
    width: 600,
    height: 800,
    runs: lines.map(runOf),
    links: [],
    images: [],
    rules: [],
    ...more,
  })),
  outline: [],
  language: 'en',
  title: '',
  author: '',
});

const words = 'the ship went on her way over the water and no man on board of her said a word to him'.split(
  ' ',
);

/** `count` full lines of small words from a height downwards, flush at `x` and `letters` wide; the first is set in. */
export function handText(
  y: number,
  count: number,
  { x = 60, letters = 90, size = 10, leading = 12, inset = 15, start = 0 } = {},
): readonly HandLine[] {
  let at = start;
  return Array.from({ length: count }, (_, line) => {
    let text = line === 0 ? `So ${words[at % words.length]}` : '';
    if (line === 0) at += 1;
    const room = line === 0 && inset > 0 ? letters - 3 : letters;
    for (;;) {
      const next = words[at % words.length] as string;
      if (text.length + 1 + next.length > room) break;
      text = text === '' ? next : `${text} ${next}`;
      at += 1;
    }
    return { text, x: x + (line === 0 ? inset : 0), y: y + line * leading, size };
  });
}
