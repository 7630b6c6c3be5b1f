/** Labels of notes as plain text has them: numbers, signs, letters, small Roman numbers, bare or in brackets. Pure. */

export type LabelKind = 'number' | 'sign' | 'letter' | 'roman';

/** A label that a line begins with. */
export interface LineLabel {
  readonly kind: LabelKind;
  /** As it is printed, without brackets. */
  readonly label: string;
  /** Its turn in its series, from 1. */
  readonly value: number;
  /** How much of the line it takes, with what stands around it (UTF-16 units). */
  readonly skip: number;
}

const signs = '*†‡§‖¶#';
const lead = '[\\p{L}“"‘\'«(]';
const capital = '[\\p{Lu}\\p{Lo}“"‘«]';

const shapes: readonly (readonly [LabelKind, RegExp])[] = [
  ['number', new RegExp(`^[[(]?(\\d{1,4})[\\]).:]*\\s*(?=${lead})`, 'u')],
  ['sign', new RegExp(`^[[(]?([${signs}∗⁎]{1,5})[\\])]?\\s*(?=${lead})`, 'u')],
  ['roman', new RegExp(`^[[(]?([ivxlc]{1,8})[\\]).:]*\\s+(?=${capital})`, 'u')],
  ['letter', new RegExp(`^[[(]?([a-z]{1,2})[\\]).:]*\\s+(?=${capital})`, 'u')],
];

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const isRoman = /^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;

/** The value of a small Roman number; null for what is none. */
export function romanValue(text: string): number | null {
  if (!isRoman.test(text)) return null;
  return [...text].reduce((sum, sign, at) => {
    const value = romans[sign] ?? 0;
    return sum + ((romans[text[at + 1] ?? ''] ?? 0) > value ? -value : value);
  }, 0);
}

/** `a` is 1, `z` 26, `aa` 27; behind that `bb` or `ab` is 28. */
export function letterValue(text: string): number | null {
  const [first = 0, second = first] = [...text].map((letter) => letter.charCodeAt(0) - 96);
  if (text.length > 2 || first < 1 || first > 26) return null;
  if (text.length === 1) return first;
  return first === second ? 26 + first : first * 26 + second;
}

/** Signs of mathematics that do as signs of notes are those. */
export const plainSigns = (text: string): string => text.replace(/[∗⁎]/gu, '*');

/** The turn of a sign: `*` is 1, `†` 2, and the doubled ones come behind all of them. */
export function signValue(text: string): number | null {
  const plain = plainSigns(text);
  const at = signs.indexOf(plain.charAt(0));
  return at < 0 || new Set(plain).size > 1 ? null : at + 1 + (signs.length - 1) * (plain.length - 1);
}

/** What a label counts in its kind; null where it is none of it. */
export function valueOf(kind: LabelKind, label: string): number | null {
  if (kind === 'number') return Number(label);
  if (kind === 'sign') return signValue(label);
  return kind === 'roman' ? romanValue(label) : letterValue(label);
}

/** The labels that a line may begin with: `i` is a Roman number and a letter. */
export function labelsAt(text: string): LineLabel[] {
  return shapes.flatMap(([kind, pattern]) => {
    const found = pattern.exec(text);
    const label = plainSigns(found?.[1] ?? '');
    const value = label === '' ? null : valueOf(kind, label);
    return found && value !== null && value > 0 ? [{ kind, label, value, skip: found[0].length }] : [];
  });
}

const printed = [
  // Numbers and signs glued to a word or its punctuation, letters to the end of a clause, anything in brackets.
  /(?<=[\p{L}\p{M}.,;:!?)\]”’"»…])(\d{1,4})(?![\d%])/gu,
  new RegExp(`(?<=[\\p{L}\\p{M}\\p{N}.,;:!?)\\]”’"»…])([${signs}∗⁎]{1,5})(?![\\p{L}\\p{N}])`, 'gu'),
  /(?<=[.,;:!?)\]”"»…]|[.,;:!?]’)([a-z]{1,8})(?![\p{L}\p{N}.])/gu,
  new RegExp(`\\[(\\d{1,4}|[a-z]{1,8}|[${signs}∗⁎]{1,5})\\]`, 'gu'),
];

/** Adds the labels that are printed in a text as markers are. */
export function addPrinted(text: string, labels: Set<string>): void {
  for (const pattern of printed)
    for (const [, label = ''] of text.matchAll(pattern)) labels.add(plainSigns(label));
}
