/** How finding is put into words: scopes, counts, where a hit stands; and how words are pasted into it. */
import type { Finder, Hit } from '../desk/finder.ts';
import type { FindScope } from '../desk/find-scopes.ts';
import type { EntryGroup } from '../desk/find-entries.ts';
import { placeAt, type Paper } from '../model/paper.ts';
import { longestQuery } from '../text/find.ts';

export const scopeWords: Readonly<Record<FindScope, string>> = {
  everything: 'Everything',
  quotations: 'Quotations only',
  'own words': 'The author’s own words',
  claims: 'Claims',
  notes: 'Notes and authorities',
  annotations: 'My annotations',
};

export const groupWords: Readonly<Record<EntryGroup, string>> = {
  claims: 'Claims, as worded',
  notes: 'Notes',
  authorities: 'Authorities',
  annotations: 'Annotations',
};

const number = (value: number): string => value.toLocaleString('en');

/** “3 of 17”, or why there is no such number; empty where nothing is looked for. */
export function countWords(finder: Finder): string {
  if (finder.isReading) return 'Reading …';
  if (finder.query.trim() === '') return '';
  if (finder.count === 0) return 'Nothing found';
  return `${number(finder.current + 1)} of ${number(finder.count)}`;
}

/** Where a hit stands, to be said aloud. */
export const placeOfHit = (paper: Paper, hit: Hit): string =>
  hit.kind === 'text' ? placeAt(paper, hit.start) : hit.entry.label;

/** Pastes lines as one: a field would join the words at a line’s end. False where the browser may paste as it is. */
export function pasteFlat(event: ClipboardEvent, field: HTMLInputElement): boolean {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/u.test(words)) return false;
  event.preventDefault();
  const flat = words.replace(/\s+/gu, ' ').trim().slice(0, longestQuery);
  field.setRangeText(flat, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  return true;
}
