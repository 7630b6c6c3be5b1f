/** Actions on what was: the earlier days of the notebook, and what went wrong in the app. */
import { HistoryRequest } from '../desk/history-requests.ts';
import type { Action, ActionScene } from './actions.ts';
import { mishaps } from './mishap-log.ts';

/** See the head of this file. */
export const historyActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'history',
    words: 'Earlier days of your notebook …',
    group: 'Mark and write',
    also: 'history versions restore yesterday undo lost recover deleted snapshot',
    run: () => void root.dispatchEvent(new HistoryRequest()),
  },
  {
    id: 'mishaps',
    words: 'What went wrong: the report',
    group: 'View',
    also: 'error bug problem crash log help',
    whyNot: () => (mishaps.all.length > 0 ? null : 'Nothing has gone wrong since the page was opened.'),
    run: () => document.querySelector('mishap-notice')?.show(),
  },
];
