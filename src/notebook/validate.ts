/** What a sound record is: the one gate for everything that comes from files, other tabs and other people. */
import { readCslItem } from '../model/csl-shapes.ts';
import type { CslItem } from '../model/csl.ts';
import type {
  Claim,
  Conflict,
  Extra,
  Group,
  Inference,
  Pin,
  Preference,
  Presentation,
} from '../model/argument-records.ts';
import {
  markStyles,
  motivations,
  supportScopes,
  type Annotation,
  type Citation,
  type Meaning,
  type NotebookRecord,
  type RecordKind,
  type Source,
  type Support,
  type Transcript,
  type Work,
} from '../model/records.ts';
import { fraction, list, nullable, object, oneOf, text, Unsound, type Shape } from '../model/shapes.ts';
import {
  claim,
  conflict,
  defaults,
  extra,
  group,
  inference,
  pin,
  preference,
  presentation,
} from './argument-shapes.ts';
import {
  foreign,
  id,
  ids,
  limits,
  name,
  names,
  sentence,
  stamp,
  target,
  targets,
  type Fields,
} from './part-shapes.ts';

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
  foreign,
};

/** What annotations lack that were made before these fields were. */
const annotationDefaults = { style: 'highlight', replyTo: null, foreign: null } as const;

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
  preference,
  pin,
  presentation,
  extra,
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
  ['claim', object<Claim>(claim, defaults.claim)],
  ['inference', object<Inference>(inference, defaults.inference)],
  ['conflict', object<Conflict>(conflict, defaults.conflict)],
  ['group', object<Group>(group, defaults.group)],
  ['preference', object<Preference>(preference)],
  ['pin', object<Pin>(pin)],
  ['presentation', object<Presentation>(presentation)],
  ['extra', object<Extra>(extra)],
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
