/** Commands on the passages of a mark or a claim: which words it stands on, and on how many passages. */
import type { Claim } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation } from '../model/records.ts';
import type { Desk, Range } from './desk.ts';
import { ownRecord, touched } from './own-records.ts';
import { place, type Passage } from './passages.ts';
import type { Command } from './store.ts';
import { inPlaceOf, isSamePassage, targetFor } from './targets.ts';

type Marked = Annotation | Claim;

function marked(desk: Desk, id: string): Marked | null {
  const record = ownRecord(desk, id);
  return record?.kind === 'annotation' || record?.kind === 'claim' ? record : null;
}

const put = (label: string, record: Marked, targets: readonly Target[]) => ({
  label,
  put: [record.kind === 'claim' ? touched(record, { targets }) : touched(record, { targets })],
});

/**
 * Lets target `index` of a record of the reader's own stand on `range` instead, described anew; the others keep their
 * order. Null where there is no such target in the paper text, where the range is empty, or where nothing would change.
 */
export const reTarget =
  (id: string, index: number, range: Range): Command =>
  (desk) => {
    const record = marked(desk, id);
    const old = record?.targets[index];
    const target = targetFor(desk, range);
    if (!record || !old || old.note !== undefined || !target) return null;
    if (isSamePassage(old, target) && !old.detached) return null;
    return put('Change the passage', record, record.targets.with(index, inPlaceOf(old, target)));
  };

/** Adds a passage to a record of the reader's own. Null where it stands there already, and for a mark in a note. */
export const addPassage =
  (id: string, range: Range | null): Command =>
  (desk) => {
    const record = marked(desk, id);
    const target = targetFor(desk, range);
    if (!record || !target || record.targets.some(({ note }) => note !== undefined)) return null;
    const isThere = record.targets.some((one) => {
      const at = place(desk, one);
      return at !== null && at.start <= target.start && at.end >= target.end;
    });
    return isThere ? null : put('Add a passage', record, [...record.targets, target]);
  };

/** Takes one of several passages from a record of the reader's own. Null where it is the only one: then one deletes the record. */
export const removePassage =
  (id: string, index: number): Command =>
  (desk) => {
    const record = marked(desk, id);
    if (!record?.targets[index] || record.targets.length < 2) return null;
    return put('Remove a passage', record, record.targets.toSpliced(index, 1));
  };

/** Which target of its record a passage is of; -1 where its record is gone or has changed. */
export function targetIndex(desk: Desk, { id, start, end }: Pick<Passage, 'id' | 'start' | 'end'>): number {
  const record = marked(desk, id);
  return (
    record?.targets.findIndex((target) => {
      const at = place(desk, target);
      return at?.start === start && at.end === end;
    }) ?? -1
  );
}
