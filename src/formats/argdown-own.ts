/** What Warrant says of a record in an Argdown file beyond what the text says: written under a key of its own, and read back. */
import { bareClaim, bareConflict, bareStep } from '../model/argument-records.ts';
import type { NotebookRecord, RecordKind } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { ownKey } from './argdown-data.ts';
import { tame } from './argdown-text.ts';
import { isObject, objectIn, own, textIn, type JsonObject } from './json-values.ts';
import { baseOf } from './record-base.ts';

/** What a record says unless somebody says otherwise: it is not written. */
const defaults: Partial<Record<RecordKind, JsonObject>> = {
  claim: { role: 'premise', targets: [], notes: [], group: null, aside: false, ...bareClaim },
  inference: { gist: '', implicit: false, ...bareStep },
  conflict: { mutual: false, gist: '', ...bareConflict },
  group: { section: null, parent: null, foreign: null },
};

/** What stands for a whole file: who made records, and when they were made, unless they say otherwise. */
export interface FileStamp {
  readonly by: string;
  /** An ISO date in UTC. */
  readonly at: string;
}

/** What the text of the file says of a record, and what else of it came from an Argdown file (JSON text). */
export interface SaidOf {
  readonly fields: JsonObject;
  /** What `foreign` is where the element came from an Argdown file. */
  readonly full: string | null;
  /** Whether the element says more than Warrant would have written. */
  readonly hasMore: boolean;
}

/** What is to be written of a record beside the text. Nothing of it where the text says all; the id stands always. */
export function ownPart(record: NotebookRecord, said: SaidOf, { by, at }: FileStamp): JsonObject {
  const stamp = { creator: by, created: at, modified: record.created };
  const known: JsonObject = { ...defaults[record.kind], ...stamp, ...said.fields };
  const apart: readonly string[] = ['id', 'kind', 'foreign'];
  const rest = Object.entries(record).filter(
    ([key, value]) => !apart.includes(key) && !(Object.hasOwn(known, key) && isSame(known[key], value)),
  );
  const foreign = 'foreign' in record ? record.foreign : null;
  const kept =
    foreign !== null && foreign === said.full
      ? { from: 'argdown' }
      : foreign === null && !said.hasMore
        ? {}
        : { foreign };
  return { id: record.id, ...Object.fromEntries(rest), ...kept, base: baseOf(record) };
}

/** The foreign part of an element as it is read. */
function foreignOf(part: JsonObject | null, { full, hasMore }: SaidOf): string | null {
  const kept = own(part, 'foreign');
  if (typeof kept === 'string' || kept === null) return kept;
  const isOurs = part !== null && own(part, 'from') !== 'argdown';
  return isOurs && !hasMore ? null : full;
}

/** A record as the text and our part say it. Not checked yet. */
export function restored(
  kind: RecordKind,
  id: string,
  part: JsonObject | null,
  said: SaidOf,
  { by, at }: FileStamp,
): NotebookRecord {
  const stamp = { creator: by, created: at };
  const rest = Object.entries(part ?? {}).filter(
    ([key]) => !['from', 'base', 'links', 'pin', 'roles'].includes(key),
  );
  const fields: JsonObject = { ...stamp, ...defaults[kind], ...said.fields, ...Object.fromEntries(rest) };
  const record = { ...fields, modified: own(fields, 'modified') ?? fields['created'], kind, id };
  const foreign = 'foreign' in (defaults[kind] ?? {}) ? { foreign: foreignOf(part, said) } : {};
  return { ...record, ...foreign } as unknown as NotebookRecord;
}

/** Our part of an element's data; null where it has none. */
export const partOf = (data: JsonObject | null): JsonObject | null => objectIn(data, ownKey);

/** The data of an element without our part. */
export function withoutPart(data: JsonObject | null): JsonObject {
  return Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => key !== ownKey));
}

/** Words as the text has them, or exactly, where our part knows them and the text has not been changed since. */
export function exactly(part: JsonObject | null, key: string, shown: string): string {
  const exact = own(part, key);
  return typeof exact === 'string' && tame(exact) === shown ? exact : shown;
}

/** What our part must say of words so that they are read back: nothing where the text shows them as they are. */
export const exact = (key: string, words: string): JsonObject =>
  tame(words) === words ? {} : { [key]: words };

const idPattern = /^[A-Za-z0-9][\w.:-]{0,63}$/u;

/** The id that our part gives; empty where it gives none that could be one. */
export const idIn = (part: unknown): string => {
  const id = isObject(part) ? textIn(part, 'id') : '';
  return idPattern.test(id) ? id : '';
};
