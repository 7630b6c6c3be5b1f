/** What a note shows, so that a list of a thousand notes draws only those anew of which something has changed. */
import { supports, type Desk } from '../desk/desk.ts';
import { noteWords } from '../desk/note-words.ts';
import { annotationsIn, passagesIn } from '../desk/passages.ts';
import { shortForms } from '../desk/short-forms.ts';
import { citedIn } from '../desk/sources.ts';
import type { Note } from '../model/paper.ts';

/** The records that a note shows, as values that stay the same while it need not be drawn anew. */
export const noteFingerprint = (desk: Desk, note: Note): readonly unknown[] => [
  supports(desk).get(note.id),
  ...noteWords(desk, note.id).map((words) => words.transcript ?? words.text),
  ...citedIn(desk, note.id).flatMap((cited) => [cited.citation, cited.work]),
  ...shortForms(desk, note.id),
  ...annotationsIn(desk, note.id),
  ...passagesIn(desk, note.id).map((passage) => passage.record),
];

/** True where a note need not be drawn anew. */
export const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);
