/** Actions on passages that are not simply in place: to look at them, to keep, move and detach them. */
import { detach, keepMoved, keepPlace } from '../desk/attach-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Command } from '../desk/store.ts';
import { attachable, countFates, verdictOf, verdicts, type TargetVerdict } from '../desk/verdicts.ts';
import type { Action, ActionScene } from './actions.ts';

const nothingOpen = 'All passages are in place.';

/** The first passage of the focused record of which something can be decided; null where there is none. */
function openPassage({ store }: ActionScene): { readonly id: string; readonly one: TargetVerdict } | null {
  const id = store.desk.session.focus?.id;
  const verdict = id === undefined ? null : verdictOf(store.desk, id);
  const one = verdict?.targets.find(({ fate }) => fate !== 'placed' && fate !== 'searching');
  return id !== undefined && one && attachable(store.desk, id, one.index) ? { id, one } : null;
}

const whyNoPassage = (scene: ActionScene): string | null =>
  openPassage(scene) ? null : 'No mark or claim of your own with a lost or changed passage is open.';

function decide(scene: ActionScene, command: Command, words: string): void {
  if (scene.store.run(command)) scene.root.dispatchEvent(new Announce(words, 'undo'));
}

/** Reveals the next record that needs a look, in the order of the text, and begins again behind the last. */
function toNext({ store }: ActionScene): void {
  const all = verdicts(store.desk).filter(({ fate }) => fate !== 'searching');
  const at = all.findIndex(({ id }) => id === store.desk.session.focus?.id);
  const next = all[(at + 1) % all.length];
  if (next) store.reveal({ kind: next.record.kind, id: next.id }, 'route');
}

function passageActions(scene: ActionScene): Action[] {
  const { store } = scene;
  return [
    {
      id: 'keep-place',
      words: 'Keep the place where this passage was found',
      group: 'Mark and write',
      also: 'accept confirm changed moved doubtful',
      whyNot: () =>
        whyNoPassage(scene) ?? (openPassage(scene)?.one.at ? null : 'The passage was not found: attach it.'),
      run: () => {
        const open = openPassage(scene);
        if (open) decide(scene, keepPlace(open.id, open.one.index), 'Place kept');
      },
    },
    {
      id: 'move-passage',
      words: 'Choose another place for this passage',
      group: 'Mark and write',
      also: 'attach reattach orphan lost find move',
      whyNot: () => whyNoPassage(scene),
      run: () => {
        const open = openPassage(scene);
        if (open) store.setSession({ attaching: { id: open.id, target: open.one.index } });
      },
    },
    {
      id: 'detach-passage',
      words: 'Detach this passage: it stands nowhere here',
      group: 'Mark and write',
      also: 'not here undo move orphan',
      whyNot: () => whyNoPassage(scene),
      run: () => {
        const open = openPassage(scene);
        if (open) decide(scene, detach(open.id, open.one.index), 'Detached');
      },
    },
  ];
}

/** What one can do with all of them. */
function allPlacesActions(scene: ActionScene): Action[] {
  const { store, screen } = scene;
  const whyNone = (): string | null => (verdicts(store.desk).length > 0 ? null : nothingOpen);
  return [
    {
      id: 'review-places',
      words: 'Review doubtful places: changed, lost and moved passages',
      group: 'Mark and write',
      keys: ['V'],
      also: 'orphans anchors verdicts check',
      whyNot: whyNone,
      run: () => screen.showSide('places', true),
    },
    {
      id: 'next-doubtful',
      words: 'Next passage that is not in place',
      group: 'Walk',
      keys: ['Shift+V'],
      also: 'orphan changed doubtful moved',
      whyNot: whyNone,
      run: () => toNext(scene),
    },
    {
      id: 'keep-moved',
      words: 'Keep all places where passages were found again',
      group: 'Mark and write',
      also: 'accept moves',
      whyNot: () => (countFates(store.desk).moved > 0 ? null : 'No passage has moved.'),
      run: () => decide(scene, keepMoved, 'Places kept'),
    },
  ];
}

function whyNotAttach({ store }: ActionScene): string | null {
  const { attaching, selection } = store.desk.session;
  if (!attaching) return 'No passage is chosen: choose one among the places.';
  return selection ? null : 'Nothing is selected.';
}

/** See the head of this file. */
export const reviewActions = (scene: ActionScene): Action[] => [
  ...allPlacesActions(scene),
  ...passageActions(scene),
  {
    id: 'attach-here',
    words: 'Attach the chosen passage to the selected words',
    group: 'Mark and write',
    keys: ['Shift+F'],
    also: 'reattach fasten orphan',
    whyNot: () => whyNotAttach(scene),
    run: () => scene.root.querySelector('attach-strip')?.attach(),
  },
];
