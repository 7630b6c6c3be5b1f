/** Actions for showing the argument to a room. */
import type { Action, ActionScene } from './actions.ts';
import { addToPresentation, ownSteps, whyNotAddToPresentation } from '../desk/presentation-commands.ts';
import { Announce } from '../desk/requests.ts';
import { ModeRequest } from './mode-request.ts';
import { OrderRequest } from './order-request.ts';

/** See the head of this file. */
export const presentActions = ({ root, store }: ActionScene): Action[] => [
  {
    id: 'present',
    words: 'Present the argument, claim by claim',
    group: 'View',
    keys: ['Shift+Z'],
    also: 'projector beamer slides room seminar full screen',
    run: () => root.dispatchEvent(new ModeRequest('present')),
  },
  {
    id: 'present-add',
    words: 'Add what is in focus to my presentation',
    group: 'View',
    keys: ['Shift+O'],
    also: 'claim step attack slides seminar',
    whyNot: () => whyNotAddToPresentation(store.desk, store.desk.session.focus?.id ?? ''),
    run: () => {
      const { focus } = store.desk.session;
      if (!focus || !store.run(addToPresentation(focus.id))) return;
      const count = ownSteps(store.desk).length;
      root.dispatchEvent(new Announce(`Added to your presentation as number ${count}`, 'undo'));
    },
  },
  {
    id: 'present-order',
    words: 'Order of showing: what my presentation shows …',
    group: 'View',
    also: 'claims steps sequence move remove slides seminar',
    run: () => root.dispatchEvent(new OrderRequest()),
  },
];
