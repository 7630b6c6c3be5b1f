/** What a sound record is: the one gate for everything that comes from files, other tabs and other people. */
import { readCslItem } from '../model/csl-shapes.ts';
import type { CslItem } from '../model/csl.ts';
import {
  claimRoles,
  markStyles,
  motivations,
  supportScopes,
  type Annotation,
  type Citation,
  type Claim,
  type Conflict,
  type Group,
  type Inference,
  type Meaning,
  type NotebookRecord,
  type Premise,
  type RecordKind,
  type RecordOf,
  type Source,
  type Support,
  type Target,
  type Transcript,
  type Work,
} from '../model/records.ts';
import {
  flag,
  fraction,
  list,
  matching,
  nullable,
  object,
  offset,
  oneOf,
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
});

/** An id of a record, a note, a paper or a notebook: never a word that JavaScript objects know. */
export const id = matching(/^[A-Za-z0-9][\w.:-]{0,63}$/, 'an id');

/** An ISO date in UTC, with or without the time. */
export const date = matching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?$/, 'an ISO date in UTC');
const name = text(limits.name);
const sentence = text(limits.sentence);
const ids = list(id, limits.items);
const names = list(name, limits.items);

const stamp = { id, creator: name, created: date, modified: date };

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
});

const target: Shape<Target> = (value) => {
  const read = selectors(value);
  if (read instanceof Unsound) return read;
  if (read.end < read.start) return new Unsound('lies before the start', 'end');
  const more = circumstances(value);
  if (more instanceof Unsound) return more;
  return Object.keys(more).length > 0 ? Object.freeze({ ...read, ...more }) : read;
};

const targets = list(target, limits.items);

type Fields<K extends RecordKind> = { readonly [F in keyof RecordOf<K>]: Shape<RecordOf<K>[F]> };

const annotation: Fields<'annotation'> = {
  ...stamp,
  kind: oneOf<Annotation['kind']>('annotation'),
  motivation: oneOf(...motivations),
  targets,
  body: text(limits.body),
  colour: id,
  tags: list(text(limits.tag), limits.items),
  style: oneOf(...markStyles),
  replyTo: nullable(id),
  foreign: nullable(text(limits.foreign)),
};

/** What annotations lack that were made before these fields were. */
const annotationDefaults = { style: 'highlight', replyTo: null, foreign: null } as const;

const claim: Fields<'claim'> = {
  ...stamp,
  kind: oneOf<Claim['kind']>('claim'),
  role: oneOf(...claimRoles),
  wording: sentence,
  targets,
  notes: ids,
  group: nullable(id),
  aside: flag,
};

const premise = object<Premise>({
  claim: id,
  role: nullable(oneOf<'grounds' | 'warrant' | 'backing'>('grounds', 'warrant', 'backing')),
});

const inference: Fields<'inference'> = {
  ...stamp,
  kind: oneOf<Inference['kind']>('inference'),
  premises: list(premise, limits.items),
  conclusion: id,
  gist: sentence,
  implicit: flag,
};

const conflict: Fields<'conflict'> = {
  ...stamp,
  kind: oneOf<Conflict['kind']>('conflict'),
  from: id,
  to: id,
  attack: oneOf<Conflict['attack']>('rebut', 'undermine', 'undercut'),
  mutual: flag,
  gist: sentence,
};

const group: Fields<'group'> = {
  ...stamp,
  kind: oneOf<Group['kind']>('group'),
  title: name,
  section: nullable(name),
  parent: nullable(id),
};

const meaning: Fields<'meaning'> = {
  ...stamp,
  kind: oneOf<Meaning['kind']>('meaning'),
  colour: id,
  name,
};

const support: Fields<'support'> = {
  ...stamp,
  kind: oneOf<Support['kind']>('support'),
  note: id,
  target,
  scope: oneOf(...supportScopes),
  confidence: fraction,
  sources: ids,
  attribution: nullable(sentence),
  speakers: names,
  remark: nullable(sentence),
};

const source: Fields<'source'> = {
  ...stamp,
  kind: oneOf<Source['kind']>('source'),
  name,
  variants: names,
};

const transcript: Fields<'transcript'> = {
  ...stamp,
  kind: oneOf<Transcript['kind']>('transcript'),
  note: id,
  text: text(limits.body),
  copy: name,
  by: name,
};

const item: Shape<CslItem> = (value) => readCslItem(value) ?? new Unsound('is not a work in CSL-JSON');

const work: Fields<'work'> = { ...stamp, kind: oneOf<Work['kind']>('work'), item };

const citation: Fields<'citation'> = {
  ...stamp,
  kind: oneOf<Citation['kind']>('citation'),
  note: nullable(id),
  source: nullable(id),
  work: id,
  locator: nullable(name),
};

const fields = {
  annotation,
  claim,
  inference,
  conflict,
  group,
  support,
  source,
  meaning,
  transcript,
  work,
  citation,
};

/** All kinds of records. Where two records share an id, the kind that stands first here wins. */
export const kinds = Object.freeze(Object.keys(fields)) as readonly RecordKind[];

/** Names of the fields of a kind, `id` and `kind` among them. */
export const fieldsOf = (kind: RecordKind): readonly string[] => Object.keys(fields[kind]);

const shapes: ReadonlyMap<string, Shape<NotebookRecord>> = new Map<string, Shape<NotebookRecord>>([
  ['annotation', object<Annotation>(annotation, annotationDefaults)],
  ['claim', object<Claim>(claim)],
  ['inference', object<Inference>(inference)],
  ['conflict', object<Conflict>(conflict)],
  ['group', object<Group>(group)],
  ['support', object<Support>(support)],
  ['source', object<Source>(source)],
  ['meaning', object<Meaning>(meaning)],
  ['transcript', object<Transcript>(transcript)],
  ['work', object<Work>(work)],
  ['citation', object<Citation>(citation)],
]);

/** Reads a record of any kind from untrusted JSON: a deeply frozen copy, or what is wrong. Never throws. */
export const readRecord: Shape<NotebookRecord> = (value) => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) {
    return new Unsound('is not a record');
  }
  const { kind } = value as { readonly kind: unknown };
  const shape = typeof kind === 'string' ? shapes.get(kind) : undefined;
  return shape ? shape(value) : new Unsound('is no kind of record', 'kind');
};
