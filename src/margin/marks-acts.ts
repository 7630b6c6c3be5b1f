/** Doing one thing to many marks of the list, and saying what was done. */
import { removeAll } from '../desk/bulk-commands.ts';
import type { Mark } from '../desk/marks.ts';
import { Announce } from '../desk/requests.ts';
import type { Command, Store } from '../desk/store.ts';
import { counted } from './marks-words.ts';

/** The reader's own among marks. */
export const ownOf = (marks: readonly Mark[]): readonly Mark[] => marks.filter(({ isOwn }) => isOwn);

/** Which of the chosen are left out, in a sentence; empty where none is. */
export function leftOut(marks: readonly Mark[]): string {
  const others = marks.length - ownOf(marks).length;
  if (others === 0) return '';
  if (others === marks.length) return others === 1 ? 'It is not yours.' : 'None of them is yours.';
  const part = `${others.toLocaleString('en')} of ${marks.length.toLocaleString('en')}`;
  return others === 1
    ? `${part} is not yours and stays as it is.`
    : `${part} are not yours and stay as they are.`;
}

/** Runs a command and says `done`, with an offer to undo it; says `why` where it cannot be done now. */
export function act(host: HTMLElement, store: Store, command: Command, done: string, why: string): boolean {
  const isDone = store.run(command);
  host.dispatchEvent(isDone ? new Announce(done, 'undo') : new Announce(why));
  return isDone;
}

/** Deletes the reader's own among marks. */
export function deleteMarks(host: HTMLElement, store: Store, marks: readonly Mark[]): boolean {
  const own = ownOf(marks);
  const rest = own.length > 0 ? leftOut(marks) : '';
  const done = [`${counted(own.length)} deleted.`, rest].filter(Boolean).join(' ');
  return act(host, store, removeAll(own.map(({ id }) => id)), done, 'What is not yours cannot be deleted.');
}
