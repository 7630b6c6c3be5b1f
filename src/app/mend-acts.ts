/** What can be done with a block or a note on the screen that mends, as menus: the words, the keys, why not. */
import { isBody, wordsOf, type Draft, type DraftBlock } from '../model/draft.ts';
import { joinNext, moveBlock, retype, setLabel, splitBlock, type Retyping } from '../model/draft-edits.ts';
import { leadTo, mark, moveMarker, putMarker, unmark } from '../model/draft-markers.ts';
import { blockToNote } from '../model/draft-notes.ts';
import { dropHyphen, hyphenAt, putHyphen, removePage, setPage } from '../model/draft-pages.ts';
import type { DraftEdit } from '../model/draft-places.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import type { BlockSelection } from './mend-caret.ts';
import type { MendQuestion } from './mend-asking.ts';

/** What menus act through. */
export interface MendHand {
  readonly draft: Draft;
  /** What is selected, or where the caret is; null where neither is in a block. */
  readonly selection: BlockSelection | null;
  /** A marker that was taken up, to be put elsewhere. */
  readonly carried: { readonly block: string; readonly index: number; readonly label: string } | null;
  edit(edit: DraftEdit, words: string): void;
  carry(block: string, index: number, label: string): void;
  /** Asks for something to be written or chosen; null where nothing was. */
  ask(question: MendQuestion): Promise<string | null>;
}

const noCaret = 'Put the caret into the words first.';

/** An entry that edits, with the reason where the edit would refuse. */
export function entry(hand: MendHand, words: string, edit: DraftEdit, key?: string): MenuEntry {
  const next = edit(hand.draft);
  const why = typeof next === 'string' ? next : null;
  return { words, why, ...(key ? { key } : {}), run: () => hand.edit(edit, words) };
}

/** An entry at the caret. */
const atCaret = (
  hand: MendHand,
  id: string,
  words: string,
  edit: (offset: number) => DraftEdit,
  key?: string,
): MenuEntry => {
  const { selection } = hand;
  if (selection?.block !== id) return { words, why: noCaret, run: () => undefined };
  return entry(hand, words, edit(selection.start), key);
};

/** An entry that asks first. */
export const asking = (
  hand: MendHand,
  words: string,
  why: string | null,
  question: () => MendQuestion,
  edit: (answer: string) => DraftEdit,
): MenuEntry => ({
  words: `${words} …`,
  why,
  run: () =>
    void hand.ask(question()).then((answer) => {
      if (answer !== null) hand.edit(edit(answer), words);
    }),
});

const kinds: readonly (readonly [string, Retyping])[] = [
  ['Paragraph', { kind: 'paragraph' }],
  ['Heading 1', { kind: 'heading', level: 1 }],
  ['Heading 2', { kind: 'heading', level: 2 }],
  ['Heading 3', { kind: 'heading', level: 3 }],
  ['Quotation', { kind: 'quotation', isContinued: false }],
  ['Quotation that goes on', { kind: 'quotation', isContinued: true }],
  ['Item of a list', { kind: 'item', isContinued: false }],
  ['Item, one deeper', { kind: 'item', level: 2, isContinued: false }],
  ['Not part of the text', { kind: 'furniture' }],
];

function wordEntries(hand: MendHand, block: DraftBlock): readonly MenuEntry[] {
  const { id } = block;
  const hasLabel = block.kind === 'heading' || block.kind === 'item';
  return [
    atCaret(hand, id, 'Split here', (offset) => splitBlock(id, offset), 'S'),
    entry(hand, 'Join with the next', joinNext(id), 'J'),
    entry(hand, 'Join with the next, as one word', joinNext(id, true)),
    asking(
      hand,
      'Change its label',
      hasLabel ? null : 'Only a heading or an item of a list has a label.',
      () => ({
        title: 'Label',
        label: 'What is printed before it',
        value: block.label ?? '',
        mayBeEmpty: true,
      }),
      (answer) => setLabel(id, answer),
    ),
    entry(hand, 'Move up', moveBlock(id, -1)),
    entry(hand, 'Move down', moveBlock(id, 1)),
    hyphenEntry(hand, block),
  ];
}

function hyphenEntry(hand: MendHand, block: DraftBlock): MenuEntry {
  const at = hand.selection?.block === block.id ? hand.selection.start : -1;
  return at >= 0 && hyphenAt(block, at) >= 0
    ? atCaret(hand, block.id, 'Undo the hyphen here', (offset) => dropHyphen(block.id, offset))
    : atCaret(hand, block.id, 'Put a hyphen here', (offset) => putHyphen(block.id, offset));
}

/** Most markers of one block that have entries of their own. */
const mostMarkers = 12;

function markerEntries(hand: MendHand, block: DraftBlock): readonly MenuEntry[] {
  const { id } = block;
  const own = block.content.flatMap((one, index) => (one.kind === 'marker' ? [{ index, ...one }] : []));
  return own.slice(0, mostMarkers).flatMap(({ index, label, note }) => [
    entry(hand, `${label}: make it words again`, unmark(id, index)),
    asking(
      hand,
      `${label}: lead to another note`,
      null,
      () => ({
        title: `Number ${label}`,
        label: 'The note it leads to',
        value: note,
        choices: noteChoices(hand.draft),
      }),
      (answer) => leadTo(id, index, answer),
    ),
    {
      words: `${label}: take it up, to put it elsewhere`,
      why: null,
      run: () => hand.carry(id, index, label),
    },
  ]);
}

const noteChoices = ({ notes }: Draft): readonly (readonly [string, string])[] =>
  notes.map(({ id, label, content }) => [
    id,
    `${label} ${content.map(wordsOf).join(' ').slice(0, 50)}`.trim(),
  ]);

/** Entries that make, put and set something where the caret or the selection is. */
function caretEntries(hand: MendHand, { id }: DraftBlock): readonly MenuEntry[] {
  const { selection, carried } = hand;
  const here = selection?.block === id ? selection : null;
  const why = here ? null : noCaret;
  const chosen = here && here.end > here.start ? here : null;
  const number = 'Make the selection a note’s number';
  return [
    chosen
      ? entry(hand, number, mark(id, chosen.start, chosen.end), 'K')
      : { words: number, why: 'Select the digits first.', run: () => undefined },
    asking(
      hand,
      'Put a note’s number here',
      why,
      () => ({ title: 'A note’s number', label: 'The number or sign', value: '' }),
      (answer) => putMarker(id, here?.start ?? 0, answer),
    ),
    ...(carried
      ? [
          atCaret(hand, id, `Put ${carried.label} here`, (offset) =>
            moveMarker(carried.block, carried.index, id, offset),
          ),
        ]
      : []),
    asking(
      hand,
      'A page starts here',
      why,
      () => ({ title: 'Page', label: 'Its number, as printed', value: '' }),
      (answer) => setPage(id, here?.start ?? 0, answer),
    ),
  ];
}

const noteEntries = (hand: MendHand, block: DraftBlock): readonly MenuEntry[] => [
  ...caretEntries(hand, block),
  ...block.content.flatMap((one, index) =>
    one.kind === 'page'
      ? [entry(hand, `Page ${one.label} does not start here`, removePage(block.id, index))]
      : [],
  ),
  asking(
    hand,
    'These are words of a note',
    hand.draft.notes.length > 0 ? null : 'There are no notes: put a note’s number into the text first.',
    () => ({ title: 'Words of a note', label: 'The note', value: '', choices: noteChoices(hand.draft) }),
    (answer) => blockToNote(block.id, answer),
  ),
];

/** The menu of a block. */
export function blockMenu(hand: MendHand, block: DraftBlock): readonly MenuGroup[] {
  const isDisplay = block.kind === 'table' || block.kind === 'figure';
  const isOut = !isBody(block) && (block.table !== undefined || block.picture !== undefined);
  const types = isDisplay ? kinds.slice(-1) : isOut ? kinds.slice(0, 1) : kinds;
  return [
    {
      title: 'Make it',
      entries: types.map(([words, to]) =>
        entry(hand, isOut ? 'Part of the text again' : words, retype(block.id, to)),
      ),
    },
    { title: 'Words', entries: wordEntries(hand, block) },
    { title: 'Notes and pages', entries: noteEntries(hand, block) },
    { title: 'Numbers in it', entries: markerEntries(hand, block) },
  ];
}
