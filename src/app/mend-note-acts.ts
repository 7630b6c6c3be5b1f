/** What can be done with a note on the screen that mends, as a menu. */
import { wordsOf, type DraftNote } from '../model/draft.ts';
import { addNote, joinNotes, removeNote, splitNote, wordNote } from '../model/draft-notes.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import { asking, entry, type MendHand } from './mend-acts.ts';
import type { NoteCaret } from './mend-caret.ts';

/** An entry that gives a note its words, or changes them. */
const wording = (hand: MendHand, { id, label, content }: DraftNote): MenuEntry =>
  asking(
    hand,
    content.length > 0 ? 'Change its words' : 'Give it its words',
    content.flat().some((one) => one.kind !== 'text') ? 'Its words hold numbers of other notes.' : null,
    () => ({
      title: `Note ${label}`,
      label: 'Its words',
      value: content.map(wordsOf).join('\n\n'),
      isLong: true,
      mayBeEmpty: true,
    }),
    (answer) => wordNote(id, answer),
  );

/** The menu of a note. `caret` is a place in its words. */
export function noteMenu(hand: MendHand, note: DraftNote, caret: NoteCaret | null): readonly MenuGroup[] {
  const { id } = note;
  const split = 'Split it at the caret';
  return [
    {
      title: `Note ${note.label}`,
      entries: [
        wording(hand, note),
        entry(hand, 'Join with the next note', joinNotes(id)),
        caret
          ? entry(hand, split, splitNote(id, caret.paragraph, caret.offset))
          : { words: split, why: 'Press where the next note begins first.', run: () => undefined },
        asking(
          hand,
          'Add a note after it',
          null,
          () => ({ title: 'A note', label: 'Its number or sign', value: '' }),
          (answer) => addNote(answer, id),
        ),
        entry(hand, 'Remove the empty note', removeNote(id)),
      ],
    },
  ];
}
