/** Actions on marks: ask, bookmark, tag, answer, make a claim, write on the paper as a whole, see to the tags. */
import { claimOfMark, markOf } from '../desk/annotation-commands.ts';
import type { Range } from '../desk/desk.ts';
import { Announce, TagsRequest } from '../desk/requests.ts';
import { beginReply } from '../margin/annotation-thread.ts';
import { beginPaperNote } from '../margin/paper-notes.ts';
import type { Motivation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { markFor } from '../reader/bar-reasons.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Action, ActionScene } from './actions.ts';

/** The selected passage, else the sentence one is at; null where there is none. */
const passage = ({ store, pane }: ActionScene): Range | null =>
  store.desk.session.selection ?? sentenceAt(store.desk.paper, pane.readingOffset);

const markActions = (scene: ActionScene): Action[] => {
  const { store, root } = scene;
  const selected = (): Range | null => store.desk.session.selection;
  const mark = (motivation: Motivation, range: Range | null): void => markFor(store, root, motivation, range);
  const whyNot = (): string | null => (selected() ? null : 'No passage is selected.');
  return [
    {
      id: 'ask',
      words: 'Ask about this passage',
      group: 'Mark and write',
      keys: ['Shift+U'],
      also: 'question unclear doubt',
      whyNot,
      run: () => mark('questioning', selected()),
    },
    {
      id: 'bookmark',
      words: 'Bookmark this place',
      group: 'Mark and write',
      keys: ['B'],
      also: 'sentence come back',
      whyNot: () => (passage(scene) ? null : 'There is no sentence here.'),
      run: () => mark('bookmarking', passage(scene)),
    },
    {
      id: 'tag-passage',
      words: 'Tag this passage …',
      group: 'Mark and write',
      also: 'label keyword',
      whyNot,
      run: () => mark('tagging', selected()),
    },
  ];
};

/** What one can do with the mark that is open. */
const openMarkActions = ({ store, root }: ActionScene): Action[] => {
  const open = (): string | null => {
    const { focus } = store.desk.session;
    return focus?.kind === 'annotation' && markOf(store.desk, focus.id) ? focus.id : null;
  };
  const whyNot = (): string | null => (open() ? null : 'No mark is open.');
  return [
    {
      id: 'reply',
      words: 'Reply to the open mark',
      group: 'Mark and write',
      also: 'answer thread',
      whyNot,
      run: () => beginReply(store, open() ?? ''),
    },
    {
      id: 'claim-of-mark',
      words: 'Make a claim of the open mark',
      group: 'Mark and write',
      also: 'proposition argument',
      whyNot,
      run: () => {
        const id = newId();
        if (!store.run(claimOfMark(open() ?? '', { id }))) return;
        store.setSession({ editing: id });
        store.reveal({ kind: 'claim', id }, 'margin');
        root.dispatchEvent(new Announce('Claim made: it is on the map', 'undo'));
      },
    },
  ];
};

const wholeActions = ({ store, root, screen }: ActionScene): Action[] => [
  {
    id: 'paper-note',
    words: 'Write a note on the paper',
    group: 'Mark and write',
    also: 'page whole comment',
    run: () => {
      screen.prefer({ margin: true, beside: 'margin', text: true });
      beginPaperNote(store);
    },
  },
  {
    id: 'tags',
    words: 'Tags: rename, merge, delete …',
    group: 'Mark and write',
    also: 'labels keywords vocabulary',
    run: () => root.dispatchEvent(new TagsRequest()),
  },
];

/** See the head of this file. */
export const annotationActions = (scene: ActionScene): Action[] => [
  ...markActions(scene),
  ...openMarkActions(scene),
  ...wholeActions(scene),
];
