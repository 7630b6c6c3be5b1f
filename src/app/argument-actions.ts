/** Actions on the argument where one reads: what the claim in focus, or the selected passage, bears on. */
import { PickRequest } from '../desk/pick-requests.ts';
import { argument, canEdit, type Range } from '../desk/desk.ts';
import type { Relation } from '../desk/relation-commands.ts';
import type { Action, ActionScene } from './actions.ts';
import { LastFocus } from './last-focus.ts';

/** Where a key means the claim in focus, and not the text that one walks. */
const claimFaces = 'claim-card, step-card, attack-card, map-canvas, argument-map';

/** Finds the claim in focus, of whichever face; null where none is. */
const claimIn = ({ store }: ActionScene): string | null => {
  const { focus } = store.desk.session;
  return focus?.kind === 'claim' && argument(store.desk).claims.has(focus.id) ? focus.id : null;
};

/** Whether one is at a claim or a step, and not in the text that one walks. */
const isAtClaim = (root: HTMLElement): boolean =>
  new LastFocus(root).element?.closest(claimFaces) instanceof HTMLElement;

/** What is to be related: the claim one is at, else the selected passage, else the claim in focus. */
function subject(scene: ActionScene): string | Range | null {
  const { selection } = scene.store.desk.session;
  const claim = claimIn(scene);
  return isAtClaim(scene.root) ? (claim ?? selection) : (selection ?? claim);
}

const relations: readonly (readonly [Relation, key: string, words: string, also: string])[] = [
  ['supports', 'S', 'Supports …', 'reason premise because evidence'],
  ['attacks', 'A', 'Attacks …', 'against objection rebut counter'],
  ['undercuts', 'U', 'Undercuts …', 'step inference exception objection'],
];

const relateActions = (scene: ActionScene): Action[] =>
  relations.map(([relation, key, words, also]) => ({
    id: `relate-${relation}`,
    words: `${words} (the selected passage, or the claim one is at)`,
    group: 'Map',
    keys: [key],
    also,
    // In the text the letters walk: there they mean what is selected.
    isMeant: () => scene.store.desk.session.selection !== null || isAtClaim(scene.root),
    whyNot: () => (subject(scene) === null ? 'Open a claim or select a passage first.' : null),
    run: () => {
      const from = subject(scene);
      if (from !== null) scene.root.dispatchEvent(new PickRequest({ kind: 'relate', from, relation }));
    },
  }));

/** What one can do with the claim in focus. */
function claimActions(scene: ActionScene): Action[] {
  const { store, root } = scene;
  const whyNotOwn = (): string | null => {
    const claim = claimIn(scene);
    if (claim === null) return 'Open a claim first.';
    return canEdit(store.desk, claim) ? null : 'This claim is not yours to change.';
  };
  const whyNotStep = (): string | null => {
    const claim = claimIn(scene);
    if (claim === null) return 'Open a claim first.';
    return argument(store.desk).supportsFor(claim).length > 0 ? null : 'No step supports this claim.';
  };
  return [
    {
      id: 'merge-claim',
      words: 'Merge the claim with another …',
      group: 'Map',
      also: 'same one join equivalent',
      whyNot: whyNotOwn,
      run: () => {
        const claim = claimIn(scene);
        if (claim !== null) root.dispatchEvent(new PickRequest({ kind: 'merge', claim }));
      },
    },
    {
      id: 'open-step',
      words: 'Open the step that supports the claim',
      group: 'Map',
      also: 'inference scheme critical questions premises',
      whyNot: whyNotStep,
      run: () => {
        const step = argument(store.desk).supportsFor(claimIn(scene) ?? '')[0];
        if (step) store.reveal({ kind: 'inference', id: step.id }, 'route');
      },
    },
  ];
}

/** See the head of this file. */
export const argumentActions = (scene: ActionScene): Action[] => [
  ...relateActions(scene),
  ...claimActions(scene),
];
