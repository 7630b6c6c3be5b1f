/** Action on an imported paper: to the screen on which its import is checked and its text mended. */
import type { Action, ActionScene } from './actions.ts';
import { isShipped } from './corpus.ts';
import { mendRoute } from './routes.ts';

/** See the head of this file. */
export const mendActions = ({ store }: ActionScene): Action[] => [
  {
    id: 'mend',
    words: 'Check the import, mend the text',
    group: 'Read',
    also: 'findings structure heading marker page split join correct',
    whyNot: () =>
      isShipped(store.desk.paper.id)
        ? 'This text ships with Warrant, edited and checked: only papers of your own are mended.'
        : null,
    run: () => void (location.hash = mendRoute(store.desk.paper.id)),
  },
];
