/** Labels of notes, as they are printed: numbers, letters, small Roman numbers, signs. */

const sign = '[*∗⁎†‡§¶‖∥#✝]';
const bare = `\\d{1,8}|[a-z]|[ivxlc]{2,6}|${sign}{1,4}`;

const whole = new RegExp(`^[(\\[]?(${bare})[)\\]]?$`, 'u');
const opening = new RegExp(`^[(\\[]?(\\d{1,4}|${sign}{1,4})(?:[.)\\]]|(?=\\s)|(?=[\\p{L}“"‘(]))`, 'u');

/** Signs of mathematics that do as signs of notes are those. */
const plain = (label: string | undefined): string | null =>
  label?.replace(/[∗⁎]/gu, '*').replaceAll('∥', '‖') ?? null;

/** The label that a raised piece is; null where it is none. */
export const labelOf = (text: string): string | null =>
  plain(whole.exec(text.trim().replace(/[.,;:]$/u, ''))?.[1]);

/** The label that a line begins with though it is not raised (`12.`, `[3]`, `*`), and how long it is; null where there is none. */
export function openingLabel(text: string): { readonly label: string; readonly length: number } | null {
  const found = opening.exec(text);
  const label = plain(found?.[1]);
  return found === null || label === null ? null : { label, length: found[0].length };
}

/** Whether a label counts on from another: 13 from 12, b from a; signs count on from any sign. */
export function isNext(label: string, last: string | null): boolean {
  if (last === null) return /^(?:1|a|i|[*†‡§¶‖#✝]+)$/u.test(label);
  if (/^\d+$/u.test(label)) return /^\d+$/u.test(last) && Number(label) === Number(last) + 1;
  if (new RegExp(`^${sign}+$`, 'u').test(label)) return true;
  return /^[a-z]$/u.test(label) && label.charCodeAt(0) === last.charCodeAt(last.length - 1) + 1;
}

/** Whether labels are signs, which begin anew at each page. */
export const isSign = (label: string): boolean => new RegExp(`^${sign}+$`, 'u').test(label);
