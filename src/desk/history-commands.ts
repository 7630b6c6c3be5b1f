/** From an earlier state of the notebook to the present and back: what is different, and how it is taken out again. */
import type { NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { ownLayer } from './desk.ts';
import { commandOf, unchanged, type Move } from './moves.ts';
import type { Command } from './store.ts';

/** Records by id. */
export type Records = ReadonlyMap<string, NotebookRecord>;

/** What became of a state since: each list in the order of its records' making. */
export interface Differences {
  /** As they were; they are not there any more. */
  readonly gone: readonly NotebookRecord[];
  /** As they were; they are another way now. */
  readonly changed: readonly NotebookRecord[];
  /** As they are; they were not there yet. */
  readonly added: readonly NotebookRecord[];
}

/** Whether two records say the same; dates of change aside, which opening and closing a field may move. */
const isAlike = (one: NotebookRecord, other: NotebookRecord): boolean =>
  one === other || isSame({ ...one, modified: '' }, { ...other, modified: '' });

/** What is different now. */
export function differences(past: Records, now: Records): Differences {
  const there = [...past.values()];
  return {
    gone: there.filter(({ id }) => !now.has(id)),
    changed: there.filter((record) => {
      const present = now.get(record.id);
      return present !== undefined && !isAlike(record, present);
    }),
    added: [...now.values()].filter(({ id }) => !past.has(id)),
  };
}

/** All words within a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** A record with all others of the state that it points at, directly or not, and that are gone. */
function withNeeded(past: Records, now: Records, first: NotebookRecord): readonly NotebookRecord[] {
  const wanted = new Map([[first.id, first]]);
  for (const record of wanted.values())
    for (const text of textsIn(record)) {
      const needed = past.get(text);
      if (needed && !now.has(text)) wanted.set(text, needed);
    }
  return [...wanted.values()];
}

const settingBack =
  (past: Records, label: string): Move =>
  (desk) => {
    const { gone, changed, added } = differences(past, ownLayer(desk).records);
    if (gone.length + changed.length + added.length === 0) return unchanged;
    return { label, put: [...gone, ...changed], remove: added.map(({ id }) => id) };
  };

/** Makes the notebook what it was in a state: a change like any other, to be undone as one; `label` says what it does. */
export const setBack = (past: Records, label: string): Command => commandOf(settingBack(past, label));

const bringingBack =
  (past: Records, id: string): Move =>
  (desk) => {
    const record = past.get(id);
    if (!record) return 'It was not there.';
    const now = ownLayer(desk).records;
    const present = now.get(id);
    if (present && isAlike(record, present)) return unchanged;
    return { label: present ? 'Set back' : 'Bring back', put: withNeeded(past, now, record) };
  };

/** Takes one record out of a state again, with what it cannot be without; all else stays as it is. */
export const bringBack = (past: Records, id: string): Command => commandOf(bringingBack(past, id));
