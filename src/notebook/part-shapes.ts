/** Shapes of what records of every kind are made of, with their limits. */
import type { Foreign, Target } from '../model/record-parts.ts';
import type { RecordKind, RecordOf } from '../model/records.ts';
import {
  list,
  matching,
  nullable,
  object,
  offset,
  partial,
  text,
  Unsound,
  type Shape,
} from '../model/shapes.ts';

/** Most characters (UTF-16 units) and items that a record may hold; fields of the page can ask for no more. */
export const limits = Object.freeze({
  name: 1_000,
  sentence: 10_000,
  quotation: 500_000,
  body: 200_000,
  /** Text before and after a quotation. */
  context: 256,
  tag: 200,
  items: 1_000,
  /** What another tool's file said, as JSON text. */
  foreign: 50_000,
  /** How far from the middle of a map, in px, anything may be put. */
  map: 1_000_000,
});

/** An id of a record, a note, a paper or a notebook: never a word that JavaScript objects know. */
export const id = matching(/^[A-Za-z0-9][\w.:-]{0,63}$/, 'an id');

/** An ISO date in UTC, with or without the time. */
export const date = matching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?$/, 'an ISO date in UTC');
/** A name, a title, a short word. */
export const name = text(limits.name);
/** A sentence or a few. */
export const sentence = text(limits.sentence);
/** Ids of records or notes. */
export const ids = list(id, limits.items);
/** Names. */
export const names = list(name, limits.items);

/** What every record has. */
export const stamp = { id, creator: name, created: date, modified: date };

type Selectors = Pick<Target, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

const selectors = object<Selectors>({
  exact: text(limits.quotation),
  prefix: text(limits.context),
  suffix: text(limits.context),
  start: offset,
  end: offset,
});

/** The hash of a text, as `hashText` makes it. */
export const hash = matching(/^sha256-[0-9a-f]{64}$/, 'a SHA-256 hash');

const circumstances = partial<Omit<Target, keyof Selectors>>({
  note: id,
  version: hash,
  address: name,
  detached: (value) => value === true || new Unsound('is not true'),
  wording: id,
});

/** Where a record points: selectors, and what else is known. */
export const target: Shape<Target> = (value) => {
  const read = selectors(value);
  if (read instanceof Unsound) return read;
  if (read.end < read.start) return new Unsound('lies before the start', 'end');
  const more = circumstances(value);
  if (more instanceof Unsound) return more;
  return Object.keys(more).length > 0 ? Object.freeze({ ...read, ...more }) : read;
};

/** The passages of a record. */
export const targets = list(target, limits.items);

/** What another tool's file said, as JSON text. */
export const foreign: Shape<Foreign> = nullable(text(limits.foreign));

/** The fields of a kind of record, each with its shape. */
export type Fields<K extends RecordKind> = { readonly [F in keyof RecordOf<K>]: Shape<RecordOf<K>[F]> };
