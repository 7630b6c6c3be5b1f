/** Actions on the notebooks of others: open them, hand one's own out or in, look at the class. */
import { comparable } from '../desk/comparing.ts';
import { allShown, openedIn } from '../desk/layers.ts';
import { HandRequest, OpenLayersRequest } from '../desk/requests.ts';
import type { Action, ActionScene } from './actions.ts';

/** Files in and out. */
const fileActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'open-layers',
    words: 'Open handouts or notebooks …',
    group: 'Class',
    also: 'import file layer student teacher return',
    run: () => void root.dispatchEvent(new OpenLayersRequest()),
  },
  {
    id: 'hand-out',
    words: 'Hand out your notebook …',
    group: 'Class',
    also: 'export file teacher class share handout',
    run: () => void root.dispatchEvent(new HandRequest('out')),
  },
  {
    id: 'hand-in',
    words: 'Hand in your notebook …',
    group: 'Class',
    also: 'export file student return share give',
    run: () => void root.dispatchEvent(new HandRequest('in')),
  },
];

/** All opened layers at once. */
function switches({ store }: ActionScene): Action[] {
  const noneOpen = (): string | null =>
    openedIn(store.desk.layers).length > 0 ? null : 'No notebook of anyone else is open.';
  const showAll = (visible: boolean): void => store.changeLayers((below) => allShown(below, visible));
  return [
    {
      id: 'show-layers',
      words: 'Show all notebooks of others',
      group: 'Class',
      also: 'layers visible',
      whyNot: noneOpen,
      run: () => showAll(true),
    },
    {
      id: 'hide-layers',
      words: 'Hide all notebooks of others',
      group: 'Class',
      also: 'layers invisible only mine',
      whyNot: noneOpen,
      run: () => showAll(false),
    },
  ];
}

/** See the head of this file. */
export const layerActions = (scene: ActionScene): Action[] => [
  {
    id: 'class',
    words: 'The class: whose notebooks are open, and what they have in common',
    group: 'Class',
    also: 'layers compare students agreement returned',
    run: () => scene.screen.showSide('class', true),
  },
  {
    id: 'compare',
    words: 'Compare two arguments',
    group: 'Class',
    also: 'difference student model map versions',
    whyNot: () => (comparable(scene.store.desk).length > 1 ? null : 'There is only one argument here.'),
    run: () => scene.screen.showSide('compare', true),
  },
  ...fileActions(scene),
  ...switches(scene),
  {
    id: 'heat-strip',
    words: 'Show or hide the strip of what the class marked',
    group: 'Class',
    also: 'heat density crowd',
    run: () => scene.screen.prefer({ heat: !scene.screen.preferences().heat }),
  },
];
