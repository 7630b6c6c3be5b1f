/** In which order the authorities stand, and which of them a filter leaves. Pure. */
import { nobody, type Row } from '../model/authorities.ts';

/** `mention`: as the text names them. */
export type SourceOrder = 'share' | 'name' | 'mention';

export const sourceOrders: readonly { readonly key: SourceOrder; readonly words: string }[] = [
  { key: 'share', words: 'Share' },
  { key: 'name', words: 'Name' },
  { key: 'mention', words: 'First mention' },
];

const byShare = (one: Row, other: Row): number =>
  other.claims.length - one.claims.length || other.notes.length - one.notes.length;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Rows in an order; nobody is always the last. Equal ones stand as the text names them. */
export function orderRows(
  rows: readonly Row[],
  order: SourceOrder,
  nameOf: (authority: string) => string,
): readonly Row[] {
  if (order === 'mention') return rows;
  const compare =
    order === 'share'
      ? byShare
      : (one: Row, other: Row) => collator.compare(nameOf(one.authority), nameOf(other.authority));
  const isNobody = (row: Row): boolean => row.authority === nobody;
  return [...rows.filter((row) => !isNobody(row)).toSorted(compare), ...rows.filter(isNobody)];
}

/** A text as the filter compares it: without case and diacritics. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim();

/** Whether any of `texts` has all words of a filter. */
export function passes(filter: string, texts: readonly string[]): boolean {
  const words = folded(filter).split(/\s+/u).filter(Boolean);
  const all = texts.map(folded);
  return words.every((word) => all.some((text) => text.includes(word)));
}
