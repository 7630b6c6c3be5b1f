/** What a record was when a file was written: a short sum of each of its fields, to be held against what it is now. */
import type { NotebookRecord } from '../model/records.ts';
import { idFor } from './foreign-id.ts';

/** Fields that say what a record is and who made it, not what it says. */
const apart: ReadonlySet<string> = new Set(['id', 'kind', 'creator', 'created', 'modified']);

/** Names of the fields by which a record says something, in the order of the alphabet. */
export const sayingFields = (record: NotebookRecord): readonly string[] =>
  Object.keys(record)
    .filter((field) => !apart.has(field))
    .sort();

/** A JSON value with the keys of its objects in order, so that the same value has the same text. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}

const sum = (text: string): string => idFor(text).replace(/-/gu, '').slice(0, 6);

const sumOf = (record: NotebookRecord, field: string): string =>
  sum(JSON.stringify(ordered((record as unknown as Record<string, unknown>)[field])));

/** The sums of a record: `wording:3fa91c role:…`, for a file of an argument. */
export const baseOf = (record: NotebookRecord): string =>
  sayingFields(record)
    .map((field) => `${field}:${sumOf(record, field)}`)
    .join(' ');

/**
 * Fields of a record that say something else than when the sums were made. A field that the sums do not name has not
 * changed: it was not there to be told. Null where the sums are none.
 */
export function changedSince(base: string, record: NotebookRecord): ReadonlySet<string> | null {
  const sums = new Map(
    [...base.matchAll(/([A-Za-z]{1,40}):([0-9a-f]{6})(?= |$)/gu)].map((at) => [at[1], at[2]]),
  );
  if (sums.size === 0) return null;
  return new Set(
    sayingFields(record).filter((field) => sums.has(field) && sums.get(field) !== sumOf(record, field)),
  );
}
