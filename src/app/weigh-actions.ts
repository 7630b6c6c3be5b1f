/** Actions that weigh the argument: labels on and off, a claim set aside, everything taken back, the list of findings. */
import { argument } from '../desk/desk.ts';
import { nothingAside, toggleAside, toggleWeighing } from '../desk/weighed.ts';
import type { Action, ActionScene } from './actions.ts';

/** See the head of this file. */
export const weighActions = (scene: ActionScene): Action[] => [...labelActions(scene), findingsAction(scene)];

function labelActions({ store }: ActionScene): Action[] {
  const focused = (): string | null => {
    const { focus } = store.desk.session;
    return focus?.kind === 'claim' && argument(store.desk).claims.has(focus.id) ? focus.id : null;
  };
  return [
    {
      id: 'weigh',
      words: 'Weigh the claims: accepted, rejected or undecided',
      group: 'Map',
      keys: ['Shift+W'],
      also: 'labels labelling grounded standing evaluate status',
      whyNot: () => (argument(store.desk).claims.size > 0 ? null : 'There is no claim to weigh yet.'),
      run: () => store.setSession(toggleWeighing(store.desk)),
    },
    {
      id: 'set-aside',
      words: 'Set this claim aside, or take it back',
      group: 'Map',
      keys: ['Shift+X'],
      also: 'weigh doubt reject suppose what if',
      whyNot: () => (focused() === null ? 'No claim is chosen.' : null),
      run: () => {
        const claim = focused();
        if (claim !== null) store.setSession(toggleAside(store.desk, claim));
      },
    },
    {
      id: 'nothing-aside',
      words: 'Take back all claims that are set aside',
      group: 'Map',
      also: 'weigh labels',
      whyNot: () => (store.desk.session.setAside.size > 0 ? null : 'No claim is set aside.'),
      run: () => store.setSession(nothingAside),
    },
  ];
}

const findingsAction = ({ screen }: ActionScene): Action => ({
  id: 'findings',
  words: 'Findings: what to look at again in the argument',
  group: 'Map',
  keys: ['Q'],
  also: 'unsupported circular unanswered gaps check problems review',
  run: () => screen.showSide('findings', true),
});
