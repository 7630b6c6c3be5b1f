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

/** Changes of so many marks take a moment that one feels: that they are at work is said before. */
const many = 2000;

const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** What is to be done to many marks at once, and what is said of it. */
export interface Deed {
  readonly command: Command;
  /** How many marks it is about. */
  readonly count: number;
  /** Said when it is done, with an offer to undo it. */
  readonly done: string;
  /** Said where it cannot be done now. */
  readonly why: string;
}

/** Does it in one edit; answers whether anything changed. */
export async function act(
  host: HTMLElement,
  store: Store,
  { command, count, done, why }: Deed,
): Promise<boolean> {
  if (count > many) {
    host.dispatchEvent(new Announce(`Changing ${counted(count)} …`));
    await painted();
  }
  const isDone = store.run(command);
  host.dispatchEvent(isDone ? new Announce(done, 'undo') : new Announce(why));
  return isDone;
}

/** Deletes the reader's own among marks. */
export function deleteMarks(host: HTMLElement, store: Store, marks: readonly Mark[]): Promise<boolean> {
  const own = ownOf(marks);
  const rest = own.length > 0 ? leftOut(marks) : '';
  return act(host, store, {
    command: removeAll(own.map(({ id }) => id)),
    count: own.length,
    done: [`${counted(own.length)} deleted.`, rest].filter(Boolean).join(' '),
    why: 'What is not yours cannot be deleted.',
  });
}
