/** The notes of a draft in the order of their first markers. Pure. */
import { beat } from '../../model/beat.ts';
import type { DraftBlock, DraftInline, DraftNote } from '../../model/draft.ts';

/** All inline content of a block, that of its cells included. */
export const contentsOf = (block: DraftBlock): readonly (readonly DraftInline[])[] => [
  block.content,
  ...(block.table ?? []).flat().map((cell) => cell.content),
];

const marksIn = (contents: readonly (readonly DraftInline[])[]): string[] =>
  contents.flatMap((content) => content.flatMap((one) => (one.kind === 'marker' ? [one.note] : [])));

/** Ids of the notes that are marked, in the order of their first markers; those that a note marks follow it. */
export function markedNotes(
  blocks: readonly DraftBlock[],
  notes: ReadonlyMap<string, DraftNote>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const block of blocks) {
    beat();
    const open = marksIn(contentsOf(block)).reverse();
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...marksIn(notes.get(id)?.content ?? []).reverse());
    }
  }
  return seen;
}

/** Marked notes in order of their markers; each other behind the note that stands before it in the file. */
export function orderNotes(notes: readonly DraftNote[], marked: ReadonlySet<string>): DraftNote[] {
  const known = new Map(notes.map((note) => [note.id, note]));
  const after = new Map<string, DraftNote[]>();
  let last = '';
  for (const note of notes) {
    if (marked.has(note.id)) last = note.id;
    else after.set(last, [...(after.get(last) ?? []), note]);
  }
  const ordered = [...marked].flatMap((id) => known.get(id) ?? []);
  return [...(after.get('') ?? []), ...ordered.flatMap((note) => [note, ...(after.get(note.id) ?? [])])];
}
