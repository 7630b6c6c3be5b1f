/**
 * What the records of a file of ours were when we wrote it, as the sums that a merge goes by: those that the file holds,
 * or, where another tool has dropped them, such that only what the file still tells counts as changed in it.
 */
import type { NotebookRecord } from '../model/records.ts';
import { baseOf, sayingFields } from './record-base.ts';

/** Fields that nodes and edges tell without our key. All others are as if nobody had touched them. */
const told: readonly string[] = [
  'wording',
  'wordings',
  'premises',
  'conclusion',
  'scheme',
  'from',
  'to',
  'mutual',
  'over',
  'under',
];

/** Sums with those of some fields replaced. They lie one after the other, all of one length, that of the names first. */
function replaced(base: string, record: NotebookRecord, sum: (field: string, was: string) => string): string {
  const fields = sayingFields(record);
  const width = base.length / (fields.length + 1);
  if (!Number.isInteger(width)) return base;
  const sums = fields.map((field, at) => sum(field, base.slice((at + 1) * width, (at + 2) * width)));
  return [base.slice(0, width), ...sums].join('');
}

/** The sums of a record that a tool has kept without what was ours: what it tells may have been changed, the rest has not. */
export const bareBase = (record: NotebookRecord): string =>
  replaced(baseOf(record), record, (field, was) =>
    told.includes(field) ? was.replace(/./gu, (sign) => (sign === '0' ? '1' : '0')) : was,
  );

/** Sums by which what is kept of a file with a record is no change of the record. */
export function withKept(base: string, record: NotebookRecord): string {
  const now = baseOf(record);
  if (now.length !== base.length) return base;
  const fields = sayingFields(record);
  const width = now.length / (fields.length + 1);
  const place = (fields.indexOf('foreign') + 1) * width;
  return place <= 0
    ? base
    : base.slice(0, place) + now.slice(place, place + width) + base.slice(place + width);
}
