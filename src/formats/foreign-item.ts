/** An annotation written back for the program it came from: as it came, with what has changed since put into it. */
import type { Annotation } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { isObject, own, parsed, without, type JsonObject } from './json-values.ts';
import type { MarkFormat } from './mark-draft.ts';

/** What the file of `format` said of an annotation; null where it came from elsewhere. */
export function foreignItem({ foreign }: Annotation, format: MarkFormat): JsonObject | null {
  const kept = foreign === null ? undefined : parsed(foreign);
  const item = own(kept, 'format') === format ? own(kept, 'item') : undefined;
  return isObject(item) ? item : null;
}

/** Fields of a record, and the keys of an item that say them. */
export type Expression = readonly [fields: readonly (keyof Annotation)[], keys: readonly string[]];

/**
 * `original`, where it still says what the record says; each expression whose fields have changed is taken from
 * `fresh`. `known` is the record that `original` gives when it is read.
 */
export function overlay(
  original: JsonObject,
  fresh: JsonObject,
  [known, record]: readonly [JsonObject, Annotation],
  expressions: readonly Expression[],
): JsonObject {
  const changed = expressions.filter(([fields]) =>
    fields.some((field) => !isSame(known[field], record[field])),
  );
  const keys = changed.flatMap(([, names]) => names);
  const kept = without(original, keys);
  return { ...kept, ...Object.fromEntries(Object.entries(fresh).filter(([key]) => keys.includes(key))) };
}
