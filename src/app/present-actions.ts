/** Actions for showing the argument to a room. */
import type { Action, ActionScene } from './actions.ts';
import { ModeRequest } from './mode-request.ts';

/** See the head of this file. */
export const presentActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'present',
    words: 'Present the argument, claim by claim',
    group: 'View',
    keys: ['Shift+Z'],
    also: 'projector beamer slides room seminar full screen',
    run: () => root.dispatchEvent(new ModeRequest('present')),
  },
];
