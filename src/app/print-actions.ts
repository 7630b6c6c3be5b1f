/** Actions that take the paper away on paper. */
import type { Action, ActionScene } from './actions.ts';

/** See the head of this file. */
export const printActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'print',
    words: 'Print …',
    group: 'Read',
    keys: ['Ctrl+P'],
    also: 'paper pdf margin notes',
    inFields: true,
    run: () => void root.querySelector('print-dialog')?.open(),
  },
];
