/** What stands apart from the text of an OpenDocument text: notes, and comments of others. */
import type { DraftInline } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { labelOf, noteKey, readLine } from './inline.ts';
import type { OdtState } from './state.ts';

const holder = /^(?:note-body|annotation)$/u;

/** The paragraphs of a note, or of a comment; notes that stand in it become notes of their own. */
export function wordsApart(state: OdtState, parent: Tag): DraftInline[][] {
  return [...parent.all('p', 'h')]
    .filter((tag) => tag.closest(({ name }) => holder.test(name)) === parent)
    .map((tag) => {
      const { content, notes } = readLine(state, tag);
      keepNotes(state, notes);
      return content;
    });
}

/** Adds notes to the draft, with their words. */
export function keepNotes(state: OdtState, notes: readonly Tag[]): void {
  for (const note of notes) {
    const body = note.child('note-body');
    state.drafting.note(noteKey(note), labelOf(note), body ? wordsApart(state, body) : []);
  }
}
