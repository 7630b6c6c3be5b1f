/** The notes of a draft in the order of their first markers. Pure. */
import type { DraftBlock, DraftInline, DraftNote } from '../../model/draft.ts';

/** All inline content of a block, that of its cells included. */
export const contentsOf = (block: DraftBlock): readonly (readonly DraftInline[])[] => [
  block.content,
  ...(block.table ?? []).flat().map((cell) => cell.content),
];

function mark(contents: readonly (readonly DraftInline[])[], seen: Set<string>): void {
  for (const content of contents) for (const one of content) if (one.kind === 'marker') seen.add(one.note);
}

/** Ids of the notes that are marked: those of the text in its order, then those that notes mark. */
export function markedNotes(
  blocks: readonly DraftBlock[],
  notes: ReadonlyMap<string, DraftNote>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const block of blocks) mark(contentsOf(block), seen);
  // A set walks on over what is added while it is walked.
  for (const id of seen) mark(notes.get(id)?.content ?? [], seen);
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
