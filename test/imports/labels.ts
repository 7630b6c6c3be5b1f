/** How notes are numbered: each way of giving labels, from the first to the last. */

export type Numbering = 'arabic' | 'restarting' | 'paged' | 'symbols' | 'letters' | 'roman';

const symbols = ['*', '†', '‡', '§', '‖', '¶'];

const letters = (count: number): string =>
  count <= 26
    ? String.fromCharCode(96 + count)
    : letters(Math.floor((count - 1) / 26)) + letters(((count - 1) % 26) + 1);

/** A count as a small Roman number. */
export function roman(count: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = count;
  let written = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** The label of the note that is the `count`th (from 1) since the numbering began or began again. */
export function labelOf(numbering: Numbering, count: number): string {
  if (numbering === 'letters') return letters(count);
  if (numbering === 'roman') return roman(count);
  if (numbering !== 'symbols') return String(count);
  const sign = symbols[(count - 1) % symbols.length] as string;
  return sign.repeat(Math.ceil(count / symbols.length));
}

const restarts: Partial<Readonly<Record<Numbering, 'chapter' | 'page'>>> = {
  restarting: 'chapter',
  paged: 'page',
  symbols: 'page',
};

/** What a numbering begins again with: each chapter, each page, or never. */
export const restartsWith = (numbering: Numbering): 'chapter' | 'page' | null => restarts[numbering] ?? null;
