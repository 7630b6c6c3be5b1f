/** Actions on marks in the text: which lie here, the words they stand on, their passages, and selecting by sentence. */
import { canEdit } from '../desk/desk.ts';
import { caretMeans, marksAt } from '../desk/marks-at.ts';
import { rangesOf } from '../desk/passages.ts';
import { Announce } from '../desk/requests.ts';
import { addPassage, removePassage, targetIndex } from '../desk/span-commands.ts';
import { stepFrom, type StepUnit } from '../text/text-steps.ts';
import type { Action, ActionScene } from './actions.ts';

/** On Apple's keyboards Option with the arrows selects by word. */
const isApple = /Mac|iP(?:hone|ad|od)/u.test(navigator.platform);

const say = ({ root }: ActionScene, words: string, offer: 'undo' | null = null): void =>
  void root.dispatchEvent(new Announce(words, offer));

const overlays = ({ root }: ActionScene) => root.querySelector('mark-overlays');

const speechActions = ({ screen, root }: ActionScene): Action[] => [
  {
    id: 'say-marks',
    words: 'Say the marks that the caret enters and leaves: on or off',
    group: 'Read',
    also: 'screen reader announce quiet',
    run: () => {
      const saysMarks = !screen.preferences().saysMarks;
      screen.prefer({ saysMarks });
      root.dispatchEvent(
        new Announce(saysMarks ? 'Marks at the caret are said' : 'Marks at the caret are not said'),
      );
    },
  },
];

const hereActions = (scene: ActionScene): Action[] => [
  {
    id: 'marks-here',
    words: 'Marks here: list those at the caret',
    group: 'Mark and write',
    keys: ['O'],
    also: 'overlapping annotations choose',
    run: () => void overlays(scene)?.list(scene.pane.readingOffset),
  },
  {
    id: 'change-span',
    words: 'Change the marked passage',
    group: 'Mark and write',
    keys: ['E'],
    also: 'edit span range extend shrink',
    whyNot: () => whyNotChange(scene),
    run: () => void overlays(scene)?.changeSpan(scene.pane.readingOffset),
  },
];

/** Why the thing in focus, or at the caret, cannot be changed; where it can, it has the focus. */
function whyNotChange({ store, pane }: ActionScene): string | null {
  const { focus } = store.desk.session;
  if (focus && canEdit(store.desk, focus.id)) return null;
  const own = marksAt(store.desk, caretMeans(store.desk, pane.readingOffset)).find(({ id }) =>
    canEdit(store.desk, id),
  );
  if (!own || own.kind === 'support') return 'Open a mark of yours first.';
  store.setSession({ focus: { kind: own.kind, id: own.id } });
  return null;
}

/** The next or the previous passage of the thing in focus, round and round. */
function walkParts(scene: ActionScene, way: 1 | -1): void {
  const { store, pane } = scene;
  const { focus } = store.desk.session;
  const parts = focus ? [...rangesOf(store.desk, focus)].sort((one, other) => one.start - other.start) : [];
  const here = pane.readingOffset;
  const next =
    way === 1
      ? parts.findIndex(({ start }) => start > here)
      : parts.findLastIndex(({ start }) => start < here);
  const at = next >= 0 ? next : way === 1 ? 0 : parts.length - 1;
  const part = parts[at];
  if (!part) return;
  pane.bringToView(part.start);
  pane.focusAt(part.start);
  say(scene, `Passage ${at + 1} of ${parts.length}`);
}

function removeHere(scene: ActionScene): void {
  const { store, pane } = scene;
  const { focus } = store.desk.session;
  const here = pane.readingOffset;
  const part = focus && rangesOf(store.desk, focus).find(({ start, end }) => start <= here && here < end);
  const index = focus && part ? targetIndex(store.desk, { id: focus.id, ...part }) : -1;
  const isGone = focus && index >= 0 && store.run(removePassage(focus.id, index));
  if (isGone) say(scene, 'Passage removed from the mark', 'undo');
  else say(scene, 'The caret is in no passage that could be taken from the mark in focus.');
}

/** Why there is no passage to walk to; null where there is one. */
function whyNoParts({ store }: ActionScene): string | null {
  const { focus } = store.desk.session;
  return focus && rangesOf(store.desk, focus).length > 0
    ? null
    : 'No mark with a passage in the text is open.';
}

/** To the next or the previous passage of a mark that has several. */
const walkAction = (scene: ActionScene, way: 1 | -1): Action => ({
  id: way === 1 ? 'next-part' : 'previous-part',
  words: `${way === 1 ? 'Next' : 'Previous'} passage of this mark`,
  group: 'Walk',
  keys: [way === 1 ? '.' : ','],
  also: 'part target several',
  whyNot: () => whyNoParts(scene),
  run: () => walkParts(scene, way),
});

const partActions = (scene: ActionScene): Action[] => [
  walkAction(scene, 1),
  walkAction(scene, -1),
  {
    id: 'add-passage',
    words: 'Add the selected passage to the mark in focus',
    group: 'Mark and write',
    keys: ['I'],
    also: 'several targets second part',
    whyNot: () => whyNotAdd(scene),
    run: () => {
      const { focus, selection } = scene.store.desk.session;
      if (!focus || !scene.store.run(addPassage(focus.id, selection))) return;
      scene.store.setSession({ selection: null });
      say(scene, 'Passage added to the mark', 'undo');
    },
  },
  {
    id: 'remove-passage',
    words: 'Take this passage from the mark in focus',
    group: 'Mark and write',
    also: 'delete part target several',
    run: () => removeHere(scene),
  },
];

function whyNotAdd({ store }: ActionScene): string | null {
  const { focus, selection } = store.desk.session;
  if (!selection) return 'Select a passage first.';
  if (!focus || !canEdit(store.desk, focus.id))
    return 'Open the mark first that the passage is to be added to.';
  return addPassage(focus.id, selection)(store.desk) ? null : 'The mark stands on these words already.';
}

const ways: readonly [StepUnit, 1 | -1, string][] = [
  ['sentence', 1, isApple ? 'Ctrl+Alt+ArrowRight' : 'Alt+Shift+ArrowRight'],
  ['sentence', -1, isApple ? 'Ctrl+Alt+ArrowLeft' : 'Alt+Shift+ArrowLeft'],
  ['paragraph', 1, 'Alt+Shift+ArrowDown'],
  ['paragraph', -1, 'Alt+Shift+ArrowUp'],
];

const selectActions = ({ store, pane }: ActionScene): Action[] =>
  ways.map(([unit, way, key]) => ({
    id: `select-${way === 1 ? 'next' : 'previous'}-${unit}`,
    words: way === 1 ? `Select to the end of the ${unit}` : `Select to the beginning of the ${unit}`,
    group: 'Mark and write',
    keys: [key],
    also: 'extend selection by keyboard',
    run: () => {
      const { anchor, head } = pane.selected ?? { anchor: pane.readingOffset, head: pane.readingOffset };
      const next = stepFrom(store.desk.paper, head, unit, way);
      if (next !== null) pane.select(anchor, next);
    },
  }));

/** See the head of this file. */
export const markActions = (scene: ActionScene): Action[] => [
  ...hereActions(scene),
  ...partActions(scene),
  ...selectActions(scene),
  ...speechActions(scene),
];
