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

/** So many signs a sum: one of a million and a half. */
const width = 4;

const summed = (text: string): string =>
  (Number.parseInt(idFor(text).slice(0, 8), 16) % 36 ** width).toString(36).padStart(width, '0');

/** Most fields of most records say the same little. */
const known = new Map(['null', 'true', 'false', '[]', '""'].map((text) => [text, summed(text)]));

const sum = (text: string): string => known.get(text) ?? summed(text);

const sumOf = (record: NotebookRecord, field: string): string =>
  sum(JSON.stringify(ordered((record as unknown as Record<string, unknown>)[field])));

/** The sums of a record, for a file of an argument: first that of the names of its fields, then one for each in their order. */
export const baseOf = (record: NotebookRecord): string =>
  [sum(sayingFields(record).join(' ')), ...sayingFields(record).map((field) => sumOf(record, field))].join(
    '',
  );

/**
 * Fields of a record that say something else than when the sums were made. Null where the sums are none, or are those of a
 * version in which such a record had other fields: then nothing can be told by them.
 */
export function changedSince(base: string, record: NotebookRecord): ReadonlySet<string> | null {
  const fields = sayingFields(record);
  const sums = base.match(new RegExp(`[0-9a-z]{${width}}`, 'gu')) ?? [];
  if (sums.length !== fields.length + 1 || sums[0] !== sum(fields.join(' '))) return null;
  return new Set(fields.filter((field, at) => sums[at + 1] !== sumOf(record, field)));
}

/** The sums of the ids of all records that go into a file, so that one can tell what has gone from it since. */
export const heldOf = (ids: Iterable<string>): string => [...ids].map(summed).sort().join('');

/** The sums in such a text, to be asked with `isHeld`. */
export const heldIn = (held: string): ReadonlySet<string> =>
  new Set(held.match(new RegExp(`[0-9a-z]{${width}}`, 'gu')) ?? []);

/** Whether a record of this id was in the file when it was written. */
export const isHeld = (held: ReadonlySet<string>, id: string): boolean => held.has(summed(id));
