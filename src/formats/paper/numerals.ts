/** Numbers as word processors print them before items, headings and notes. Pure. */

const romans: readonly (readonly [number, string])[] = [
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

/** A count as a small Roman number; past 4,999 in figures. */
export function romanNumeral(count: number): string {
  if (count > 4999) return String(count);
  let [rest, written] = [count, ''];
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** `a` to `z`, then `aa`, `bb`, as Word goes on. */
const repeatedLetter = (count: number): string =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(20, Math.ceil(count / 26)));

/** `a` to `z`, then `aa`, `ab`, as OpenDocument goes on where letters are not repeated. */
export const countedLetter = (count: number): string =>
  (count > 26 ? countedLetter(Math.floor((count - 1) / 26)) : '') +
  String.fromCharCode(97 + ((count - 1) % 26));

const noteSigns = ['*', '†', '‡', '§'];

const sign = (count: number): string =>
  (noteSigns[(count - 1) % 4] as string).repeat(Math.min(20, Math.ceil(count / 4)));

const ordinal = (count: number): string => {
  const isTeen = count % 100 > 10 && count % 100 < 14;
  return `${count}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
};

const shapes: Readonly<Record<string, (count: number) => string>> = {
  lowerRoman: romanNumeral,
  upperRoman: (count) => romanNumeral(count).toUpperCase(),
  lowerLetter: repeatedLetter,
  upperLetter: (count) => repeatedLetter(count).toUpperCase(),
  chicago: sign,
  decimalZero: (count) => String(count).padStart(2, '0'),
  ordinal,
  none: () => '',
};

/** A count (from 0) in a number format of WordprocessingML; formats that are not known count in figures. */
export const numeral = (count: number, format: string): string =>
  count < 1 ? String(count) : (shapes[format] ?? String)(count);
