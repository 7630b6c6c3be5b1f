/**
 * What is kept of a foreign AIF file so that it can go out again as it came: with each record the nodes, edges and
 * entries of which it was read; what belongs to no record, and the file around it, as extras of the notebook.
 */
import type { Extra } from '../model/argument-records.ts';
import type { Foreign, Stamp } from '../model/record-parts.ts';
import type { NotebookRecord } from '../model/records.ts';
import { listNames, type ListName } from './aif-names.ts';
import { wrappers, type AifFile } from './aif-file.ts';
import { idFor } from './foreign-id.ts';
import { sayingFields } from './record-base.ts';
import { isObject, objectIn, own, parsed, textIn, type JsonObject } from './json-values.ts';

/** An element of one of the file's lists. */
export interface Part {
  /** What it is for its record: `node`, `p:…` for a premise's edge, and so on; empty for what belongs to none. */
  readonly slot: string;
  readonly list: ListName;
  /** Where it stood in its list. */
  readonly at: number;
  readonly item: unknown;
}

/** What is kept with a record. */
export interface Kept {
  /** Key of the file. */
  readonly file: string;
  readonly parts: readonly Part[];
  /** Prints of the record's fields as they were read: what still matches has not been edited. */
  readonly was: JsonObject;
  /** Id of the record whose node this one shares: a step of a node with several conclusions. Null for most. */
  readonly twin: string | null;
}

/** What is kept of a file beside its records. */
export interface KeptFile extends Omit<AifFile, 'lists'> {
  readonly file: string;
  readonly rest: readonly Part[];
  /** Names that edges go to though the file has no such node. */
  readonly loose: readonly string[];
}

/** Longest JSON text that a record can keep, in UTF-16 units; of a piece of a longer one, before it is quoted once more. */
const longest = 49_000;
const pieceLength = 16_000;

/** A value with the keys of its objects in order, so that the same value has the same text. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** A print of a value: long enough that no edit is ever taken for none. */
const printOf = (value: unknown): string => idFor(ordered(value)).slice(0, 23);

/** Prints of all that a record says. */
export const printsOf = (record: NotebookRecord): JsonObject =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([field]) => field !== 'foreign' && sayingFields(record).includes(field))
      .map(([field, value]) => [field, printOf(value)]),
  );

/** Fields that say something else than their prints; what has no print was not there to be told, and has not changed. */
export const editedSince = ({ was }: Kept, record: NotebookRecord): ReadonlySet<string> =>
  new Set(
    Object.entries(record)
      .filter(([field, value]) => Object.hasOwn(was, field) && was[field] !== printOf(value))
      .map(([field]) => field),
  );

const listed = (parts: readonly Part[]): readonly unknown[] =>
  parts.map(({ slot, list, at, item }) => [slot, list, at, item]);

function partsIn(value: unknown): Part[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((entry) => {
    const [slot, name, at, item] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    const list = listNames.find((one) => one === name);
    return typeof slot === 'string' && list && typeof at === 'number' ? [{ slot, list, at, item }] : [];
  });
}

/** Writes what is kept as a record's `foreign`, and what has no room there into `tooLong`. */
export function keptText(kept: Kept, tooLong: (parts: readonly Part[]) => void): string {
  const { file, parts, was, twin } = kept;
  const text = (some: readonly Part[]): string =>
    JSON.stringify({
      format: 'aif',
      file,
      was,
      ...(twin === null ? {} : { twin }),
      parts: listed(some),
    });
  const whole = text(parts);
  if (whole.length <= longest) return whole;
  tooLong(parts);
  return text([]);
}

/** What a record keeps of an AIF file; null where it came from elsewhere. */
export function keptOf(foreign: Foreign): Kept | null {
  const value = foreign === null ? undefined : parsed(foreign);
  if (own(value, 'format') !== 'aif') return null;
  const twin = own(value, 'twin');
  return {
    file: textIn(value, 'file'),
    parts: partsIn(own(value, 'parts')),
    was: objectIn(value, 'was') ?? {},
    twin: typeof twin === 'string' ? twin : null,
  };
}

/** A value too long for a record, as extras that each hold a piece of its text. */
function inPieces(key: string, value: unknown, stamp: Stamp): Extra[] {
  const text = JSON.stringify(value);
  const count = Math.max(1, Math.ceil(text.length / pieceLength));
  return Array.from({ length: count }, (_unused, at): Extra => {
    const piece = text.slice(at * pieceLength, (at + 1) * pieceLength);
    const content = JSON.stringify({ key, at, count, piece });
    return { ...stamp, kind: 'extra', id: idFor(`${key}:${at}`), format: 'aif', what: 'file', content };
  });
}

/** What is kept of a file, as extras; `long` has the parts of records that have no room in these, by record id. */
export function fileExtras(
  kept: KeptFile,
  long: ReadonlyMap<string, readonly Part[]>,
  stamp: Stamp,
): readonly Extra[] {
  const { file, wrapper, base, layout, frame, rest, loose } = kept;
  const records = [...long].map(([id, parts]) => [id, listed(parts)]);
  const value = { file, wrapper, base, layout, frame, loose, rest: listed(rest), records };
  return inPieces(`aif:${file}`, value, stamp);
}

interface Pieces {
  readonly count: number;
  readonly texts: Map<number, string>;
}

/** The texts that extras hold, put together; what lacks a piece is left out. */
function wholeTexts(extras: readonly Extra[]): string[] {
  const found = new Map<string, Pieces>();
  for (const { format, content } of extras) {
    const value = format === 'aif' ? parsed(content) : undefined;
    const [at, count] = [own(value, 'at'), own(value, 'count')];
    if (typeof at !== 'number' || typeof count !== 'number' || count > 100_000) continue;
    const key = textIn(value, 'key');
    const pieces = found.get(key) ?? { count, texts: new Map<number, string>() };
    pieces.texts.set(at, textIn(value, 'piece'));
    found.set(key, pieces);
  }
  return [...found.values()]
    .filter(({ count, texts }) => texts.size === count)
    .map(({ texts }) =>
      [...texts]
        .sort(([a], [b]) => a - b)
        .map(([, text]) => text)
        .join(''),
    );
}

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter((one) => typeof one === 'string') : [];

function fileIn(value: unknown): KeptFile | null {
  const frame = own(value, 'frame');
  const wrapper = wrappers.find((one) => one === own(value, 'wrapper'));
  if (!isObject(frame) || !wrapper) return null;
  const words = (key: string): string[] => wordsIn(own(value, key));
  return {
    file: textIn(value, 'file'),
    wrapper,
    base: words('base'),
    layout: words('layout'),
    frame,
    rest: partsIn(own(value, 'rest')),
    loose: words('loose'),
  };
}

/** The files that extras hold, and the parts of records among them, by record id. */
export function keptFiles(extras: readonly Extra[]): {
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly long: ReadonlyMap<string, readonly Part[]>;
} {
  const files = new Map<string, KeptFile>();
  const long = new Map<string, readonly Part[]>();
  for (const text of wholeTexts(extras)) {
    const value = parsed(text);
    const kept = fileIn(value);
    if (!kept) continue;
    files.set(kept.file, kept);
    const records = own(value, 'records');
    for (const entry of Array.isArray(records) ? (records as readonly unknown[]) : []) {
      const [id, parts] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
      if (typeof id === 'string') long.set(id, partsIn(parts));
    }
  }
  return { files, long };
}

/** In what form the file came that records were read of; null where they were not read of one. */
export function cameAs(records: Iterable<NotebookRecord>): 'aifdb' | 'ova' | null {
  const extras = [...records].filter((record): record is Extra => record.kind === 'extra');
  const [file] = keptFiles(extras).files.values();
  if (!file) return null;
  return file.wrapper === 'aifdb' ? 'aifdb' : 'ova';
}
