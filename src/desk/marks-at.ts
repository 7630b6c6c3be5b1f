/** The claims and marks under one place of the text, as a click, a caret and the chooser mean them. Derived. */
import { layerOf, meanings, ownLayer, type Desk } from './desk.ts';
import { passagesOver } from './passage-index.ts';
import type { Passage } from './passages.ts';
import { self } from './own-records.ts';

/** What covers the character at an offset (code points), the innermost first, each record once. */
export function marksAt(desk: Desk, offset: number): readonly Passage[] {
  const found = new Map<string, Passage>();
  const over = passagesOver(desk, { start: offset, end: offset + 1 });
  for (const one of [...over].sort((a, b) => a.end - a.start - (b.end - b.start)))
    if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/** The offset whose marks a caret at `offset` means: right behind the last sign of a mark it still means that one. */
export const caretMeans = (desk: Desk, offset: number): number =>
  offset > 0 && marksAt(desk, offset).length === 0 && marksAt(desk, offset - 1).length > 0
    ? offset - 1
    : offset;

/** What a mark or a claim is called: what its colour means to the reader, or its role. */
export function nameOfMark(desk: Desk, { record }: Passage): string {
  if (record.kind === 'annotation') return meanings(desk).get(record.colour) ?? 'Mark';
  return record.kind === 'claim' ? `Claim: ${record.role}` : 'Support';
}

/** Whose it is, where it is not the reader's own: the name of its layer, and its author's where that says more. */
export function ownerOfMark(desk: Desk, { record }: Passage): string | null {
  const layer = layerOf(desk, record.id);
  if (!layer || layer === ownLayer(desk)) return null;
  const { creator } = record;
  const saysMore = creator !== '' && creator !== self && creator !== layer.name;
  return saysMore && record.kind === 'annotation' ? `${layer.name}, ${creator}` : layer.name;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How many there are, in words: “3 marks”, “2 marks and 1 claim”. */
export function countMarks(all: readonly Passage[]): string {
  const claims = all.filter(({ kind }) => kind === 'claim').length;
  const marks = all.length - claims;
  if (claims === 0) return plural(marks, 'mark');
  return marks === 0 ? plural(claims, 'claim') : `${plural(marks, 'mark')} and ${plural(claims, 'claim')}`;
}
