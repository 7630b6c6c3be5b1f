/**
 * Records as they lie in the Yjs document, and back: one `Y.Map` a kind (`claims`, `annotations` …), in it
 * one `Y.Map` a record, in that one key a field. What never changes of a record lies together in the key `f`.
 */
import * as Y from 'yjs';
import type { NotebookRecord, RecordKind } from '../model/records.ts';
import { Unsound } from '../model/shapes.ts';
import { fieldsOf, kinds, readRecord } from './validate.ts';
import { isSame } from '../model/same.ts';

/** The maps of a document, by the kind of their records. */
export type Collections = ReadonlyMap<RecordKind, Y.Map<unknown>>;

const fixed: ReadonlySet<string> = new Set(['id', 'kind', 'creator', 'created']);

const changing = new Map(kinds.map((kind) => [kind, fieldsOf(kind).filter((field) => !fixed.has(field))]));

/** Names of the fields of a kind that can change, each mergeable by itself. */
export const changingFields = (kind: RecordKind): readonly string[] => changing.get(kind) ?? [];

/** Reads a field by name. */
export const fieldOf = (record: NotebookRecord, field: string): unknown =>
  (record as unknown as Record<string, unknown>)[field];

/** Opens the maps of a document; call it before anything foreign is merged, so that they are maps for good. */
export const openCollections = (doc: Y.Doc): Collections =>
  new Map(kinds.map((kind) => [kind, doc.getMap(`${kind}s`)]));

/**
 * Writes a sound record inside a transaction: only the fields that differ from `known`, which is how the
 * record reads now; all of them, in a new map, where it is not there yet.
 */
export function writeRecord(collections: Collections, record: NotebookRecord, known?: NotebookRecord): void {
  const collection = collectionOf(collections, record.kind);
  const there = collection.get(record.id);
  if (known && there instanceof Y.Map) {
    for (const field of changingFields(record.kind)) {
      const value = fieldOf(record, field);
      if (!isSame(value, fieldOf(known, field))) there.set(field, value);
    }
    return;
  }
  const { id, kind, creator, created } = record;
  const entry = new Y.Map<unknown>([['f', { id, kind, creator, created }]]);
  for (const field of changingFields(kind)) entry.set(field, fieldOf(record, field));
  collection.set(id, entry);
}

/** Deletes a record of whatever kind inside a transaction. */
export function deleteRecord(collections: Collections, id: string): void {
  for (const collection of collections.values()) collection.delete(id);
}

/** What the document holds under an id, and how many entries there had to be left out. */
export interface Found {
  readonly record: NotebookRecord | null;
  readonly unsound: number;
}

/** Reads the record of an id. Unsound entries are left out; a second record of another kind counts as one. */
export function readEntry(collections: Collections, id: string): Found {
  let record: NotebookRecord | null = null;
  let unsound = 0;
  for (const [kind, collection] of collections) {
    if (!collection.has(id)) continue;
    const read: NotebookRecord | null = record ? null : readFields(kind, id, collection.get(id));
    if (read) record = read;
    else unsound += 1;
  }
  return { record, unsound };
}

/** The ids whose entries a transaction has touched, sound or not. */
export function touchedIds(transaction: Y.Transaction, collections: Collections): Set<string> {
  const ids = new Set<string>();
  const roots = new Set<unknown>(collections.values());
  for (const [type, keys] of transaction.changed) {
    for (const id of roots.has(type) ? keys : [idAround(type, roots)]) if (id !== null) ids.add(id);
  }
  return ids;
}

/** The id of the entry that a type lies in, however deep; null outside the collections. */
function idAround(type: unknown, roots: ReadonlySet<unknown>): string | null {
  let inner = type as { readonly _item: Y.Item | null };
  while (inner._item) {
    const { parent, parentSub } = inner._item;
    if (roots.has(parent)) return parentSub;
    if (!(parent instanceof Y.AbstractType)) return null;
    inner = parent;
  }
  return null;
}

/** Never `toJSON()`: keys from elsewhere must not become properties. Only the known fields are asked for. */
function readFields(kind: RecordKind, id: string, entry: unknown): NotebookRecord | null {
  if (!(entry instanceof Y.Map)) return null;
  const f: unknown = entry.get('f');
  if (typeof f !== 'object' || f === null) return null;
  const plain: Record<string, unknown> = {};
  for (const field of fixed) {
    if (Object.hasOwn(f, field)) plain[field] = (f as Record<string, unknown>)[field];
  }
  if (plain['id'] !== id || plain['kind'] !== kind) return null;
  for (const field of changingFields(kind)) {
    if (entry.has(field)) plain[field] = entry.get(field);
  }
  const record = readRecord(plain);
  return record instanceof Unsound ? null : record;
}

function collectionOf(collections: Collections, kind: RecordKind): Y.Map<unknown> {
  const collection = collections.get(kind);
  if (!collection) throw new RangeError(`“${kind}” is no kind of record.`);
  return collection;
}
