/** The desk as it would be: what several moves or commands are made of, each on what the one before leaves. */
import type { Edit } from '../notebook/notebook.ts';
import { ownLayer, type Desk } from './desk.ts';

/** Several moves begin alike: the argument of what they leave is worked out once. */
const outcomes = new WeakMap<Desk, WeakMap<Edit, Desk>>();

/** The desk as an edit of the reader's own would leave it, the very same for an edit that changes nothing; nothing is written. */
export function deskAfter(desk: Desk, edit: Edit): Desk {
  const { put = [], remove = [] } = edit;
  if (put.length + remove.length === 0) return desk;
  const known = outcomes.get(desk)?.get(edit);
  if (known) return known;
  const own = ownLayer(desk);
  const records = new Map(own.records);
  for (const id of remove) records.delete(id);
  for (const record of put) records.set(record.id, record);
  const next = { ...desk, layers: [...desk.layers.slice(0, -1), { ...own, records }] };
  const outcome = outcomes.get(desk) ?? new WeakMap<Edit, Desk>();
  outcomes.set(desk, outcome.set(edit, next));
  return next;
}
