/** A note of a document of HTML, and the number that is printed at it. */
import type { Tag } from '../paper/tree.ts';
import { bareLabel } from './note-signs.ts';

/** A note as the document has it. */
export interface FoundNote {
  readonly key: string;
  /** As printed at its number, else as printed before its words. */
  readonly label: string;
  /** The elements with its words; none where the document lacks them. */
  readonly tags: readonly Tag[];
  readonly isMarked: boolean;
}

/** The number printed before a note's words. */
export function ownLabel(note: Tag): string {
  const told = note.attribute('data-label');
  if (told) return told;
  const lead =
    /^[\s^]*(\[[^\]]{1,6}\]|\([^)]{1,6}\)|[*†‡§‖¶]{1,4}|\d{1,4}(?=[.):\s]|$))/u.exec(note.words)?.[1] ?? '';
  return bareLabel(lead);
}

const places = new WeakMap<Tag, ReadonlyMap<Tag, number>>();

/** The items of a list with their places, from 0. */
function placesIn(list: Tag): ReadonlyMap<Tag, number> {
  const known = places.get(list) ?? new Map(list.children('li').map((item, at) => [item, at] as const));
  places.set(list, known);
  return known;
}

/** The place of a note in its list, where lists number it. */
export function listNumber(note: Tag): string {
  const list = note.parent;
  if (note.name !== 'li' || list?.name !== 'ol') return '';
  const value = Number.parseInt(note.attribute('value') ?? '', 10);
  if (!Number.isNaN(value)) return String(value);
  const start = Number.parseInt(list.attribute('start') ?? '1', 10) || 1;
  return String(start + (placesIn(list).get(note) ?? 0));
}
