/** Deleting records of the reader's own: with what goes, what would mean nothing without it; the rest lets go of it. */
import type { NotebookRecord } from '../model/records.ts';
import type { Edit } from '../notebook/notebook.ts';
import { ownLayer, type Desk } from './desk.ts';
import { risen } from './group-commands.ts';
import { commandOf, nameOfKind, reasonAgainst, type Move } from './moves.ts';
import { ownRecord, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** Whether a record means nothing once those are gone: a step without its ends, an attack, a preference, a place on the map. */
function needs(record: NotebookRecord, gone: ReadonlySet<string>): boolean {
  if (record.kind === 'inference')
    return gone.has(record.conclusion) || record.premises.every((premise) => gone.has(premise.claim));
  if (record.kind === 'conflict') return gone.has(record.from) || gone.has(record.to);
  if (record.kind === 'preference') return gone.has(record.over) || gone.has(record.under);
  return record.kind === 'pin' && gone.has(record.claim);
}

/** A record that stays, without what is gone; null where it knew nothing of it. */
function letGo(record: NotebookRecord, gone: ReadonlySet<string>): NotebookRecord | null {
  if (record.kind === 'inference') {
    const premises = record.premises.filter((premise) => !gone.has(premise.claim));
    return premises.length < record.premises.length ? touched(record, { premises }) : null;
  }
  if (record.kind !== 'presentation') return null;
  const steps = record.steps.filter((step) => !gone.has(step));
  return steps.length < record.steps.length ? touched(record, { steps }) : null;
}

/** What lies in groups that go, in the first group around them that stays. */
function risenFrom(desk: Desk, gone: ReadonlySet<string>): readonly NotebookRecord[] {
  const records = ownLayer(desk).records;
  const stays = (group: string | null): string | null => {
    let around = group;
    // A circle of groups ends where all of it is gone.
    for (let left = gone.size; around !== null && gone.has(around); left -= 1) {
      const record = records.get(around);
      around = left > 0 && record?.kind === 'group' ? record.parent : null;
    }
    return around;
  };
  return [...gone].flatMap((id) => {
    const group = records.get(id);
    if (group?.kind !== 'group') return [];
    return risen(desk, group)
      .filter((one) => !gone.has(one.id))
      .map((one) =>
        one.kind === 'claim' ? { ...one, group: stays(one.group) } : { ...one, parent: stays(one.parent) },
      );
  });
}

/**
 * What else changes of the reader's own where records go: what would mean nothing without them goes too, what would
 * only point at them lets go of them, and what lies in a group stays. `also` says what else needs what is gone.
 */
export function removal(
  desk: Desk,
  ids: Iterable<string>,
  also: (record: NotebookRecord, gone: ReadonlySet<string>) => boolean = () => false,
): Pick<Edit, 'put' | 'remove'> {
  const gone = new Set(ids);
  const records = [...ownLayer(desk).records.values()];
  for (let size = -1; size !== gone.size;) {
    size = gone.size;
    for (const record of records) if (needs(record, gone) || also(record, gone)) gone.add(record.id);
  }
  const left = records
    .filter((record) => !gone.has(record.id))
    .flatMap((record) => letGo(record, gone) ?? []);
  return { put: [...left, ...risenFrom(desk, gone)], remove: [...gone] };
}

const removing =
  (id: string): Move =>
  (desk) => {
    const record = ownRecord(desk, id);
    if (!record) return 'It is gone, or not yours to delete.';
    const name = record.kind === 'annotation' ? 'mark' : nameOfKind(record.kind);
    return { label: `Delete ${name}`, ...removal(desk, [id]) };
  };

/** Deletes a record of the reader's own; with a claim go the relations that need it, with a group nothing. */
export const remove = (id: string): Command => commandOf(removing(id));

/** Why a record cannot be deleted; null where it can. */
export const whyNotRemove = (desk: Desk, id: string): string | null => reasonAgainst(desk, removing(id));
