/** Actions on what the rules propose of a paper: showing it, and taking it over. */
import { openProposals, proposedIn, takeProposed, whyNotTakeProposed } from '../desk/propose-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Action, ActionScene } from './actions.ts';

const nothing = 'Nothing is proposed for this paper.';

/** See the head of this file. */
export const proposalActions = ({ store, root }: ActionScene): Action[] => [
  {
    id: 'show-proposed',
    words: 'Show or hide the map that is proposed by rule',
    group: 'Map',
    also: 'suggest automatic first map layer proposal',
    whyNot: () => (proposedIn(store.desk) ? null : nothing),
    run: () => {
      const layer = proposedIn(store.desk);
      if (layer) store.setLayerVisible(layer.id, !layer.visible);
    },
  },
  {
    id: 'take-proposed',
    words: 'Take over the map that is proposed by rule',
    group: 'Map',
    also: 'accept suggestion automatic proposal claims',
    whyNot: () => whyNotTakeProposed(store.desk),
    run: () => {
      const count = openProposals(store.desk).length;
      if (!store.run(takeProposed)) return;
      const layer = proposedIn(store.desk);
      if (layer) store.setLayerVisible(layer.id, false);
      root.dispatchEvent(new Announce(`${count} proposed claims are yours now.`, 'undo'));
    },
  },
];
