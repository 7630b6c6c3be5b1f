/** Fetches what an open desk needs beyond its text, all at once: storage and notebooks, actions, ways, the parts of the panes. */
import type { Paper } from '../model/paper.ts';
import type { Action, ActionScene } from './actions.ts';
import type { goTo, lightUp } from './go-to.ts';
import type { OnTrouble, OpenDesk } from './open-desk.ts';

export interface LoadedDesk {
  readonly open: OpenDesk;
  readonly actionsOf: (scene: ActionScene) => readonly Action[];
  readonly goTo: typeof goTo;
  readonly lightUp: typeof lightUp;
}

/** Loads the desk of a paper; throws as `openDesk` does, or where a part of the app cannot be fetched. */
export async function loadDesk(paper: Paper, onTrouble: OnTrouble): Promise<LoadedDesk> {
  const [{ openDesk }, { allActions }, { goTo, lightUp }] = await Promise.all([
    import('./open-desk.ts'),
    import('./all-actions.ts'),
    import('./go-to.ts'),
    import('./desk-parts.ts'),
  ]);
  return { open: await openDesk(paper, onTrouble), actionsOf: allActions, goTo, lightUp };
}
