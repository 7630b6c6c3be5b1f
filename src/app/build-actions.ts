/** Actions of building on the map: what its keys do while it has the focus, for the palette and from anywhere. */
import { argument } from '../desk/desk.ts';
import type { BuildAct } from '../map/build-keys.ts';
import type { Action, ActionScene } from './actions.ts';

const noMap = 'The map is not shown: press Map above.';

/** The drawn map, where it shows. */
const canvasOf = ({ root }: ActionScene) => {
  const canvas = root.querySelector('map-canvas');
  return canvas && canvas.offsetWidth > 0 ? canvas : null;
};

const focusedClaim = ({ store }: ActionScene): string | null => {
  const { focus } = store.desk.session;
  return focus?.kind === 'claim' && argument(store.desk).claims.has(focus.id) ? focus.id : null;
};

const whyNoClaim = (scene: ActionScene): string | null =>
  focusedClaim(scene) === null ? 'Go to a claim on the map first.' : null;

const whyNothing = ({ store }: ActionScene): string | null =>
  argument(store.desk).claims.size === 0 ? 'There are no claims yet.' : null;

const whyNothingChosen = (scene: ActionScene): string | null => {
  const { focus, selected } = scene.store.desk.session;
  return selected.size === 0 && !focus ? 'Choose something on the map, or go to it, first.' : null;
};

/** Words, key on the map, and why not. */
type Line = readonly [BuildAct['do'], string, string, string, ((scene: ActionScene) => string | null)?];

const lines: readonly Line[] = [
  ['new', 'map-new-claim', 'Write a new claim on the map (C there)', 'add node draft create'],
  ['write', 'map-write', 'Edit the wording on the map (F2 there)', 'rename inline edit in place', whyNoClaim],
  [
    'choose',
    'map-choose',
    'Choose this claim on the map, with others (Space there)',
    'select multi',
    whyNoClaim,
  ],
  ['choose-all', 'map-choose-all', 'Choose all claims on the map (Ctrl+A there)', 'select', whyNothing],
  ['menu', 'map-menu', 'Open the menu of what is focused on the map (Shift+F10 there)', 'context'],
  [
    'delete',
    'map-delete',
    'Delete what is chosen or focused on the map (Del there)',
    'remove',
    whyNothingChosen,
  ],
];

/** See the head of this file. */
export const buildActions = (scene: ActionScene): Action[] =>
  lines.map(([act, id, words, also, why]) => ({
    id,
    words,
    group: 'Map',
    also,
    whyNot: () => (canvasOf(scene) ? (why?.(scene) ?? null) : noMap),
    run: () => {
      const canvas = canvasOf(scene);
      canvas?.stage.focus({ preventScroll: true });
      if (act !== 'extend') canvas?.tools.build({ do: act });
    },
  }));
