/**
 * What our own files say under the key `warrant`: of a node the fields of its record that AIF has no word for, of the
 * file the records that are no part of any graph. Looked through here only so far that nothing of it can do harm;
 * whoever takes the records in checks them.
 */
import type { NotebookRecord, RecordKind } from '../model/records.ts';
import { baseOf } from './record-base.ts';
import { idForm, ownKey } from './aif-names.ts';
import { isObject, objectIn, own, textIn, without, type JsonObject } from './json-values.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isId = (value: unknown): boolean => typeof value === 'string' && idForm.test(value);
const orNull =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || is(value);
const listOf =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length <= 1_000 && value.every(is);

/** True for a passage, as far as it is looked into here. */
export const isTarget = (value: unknown): boolean =>
  isText(own(value, 'exact')) && typeof own(value, 'start') === 'number';
const isWording = (value: unknown): boolean => isId(own(value, 'id')) && isText(own(value, 'text'));
const isPremise = (value: unknown): boolean =>
  isId(own(value, 'claim')) && orNull(isText)(own(value, 'role'));

type Tests = Readonly<Record<string, (value: unknown) => boolean>>;

const stamp: Tests = { creator: isText, created: isText, modified: isText, foreign: orNull(isText) };
const fields: Readonly<Partial<Record<RecordKind, Tests>>> = {
  claim: {
    ...stamp,
    role: isText,
    targets: listOf(isTarget),
    wordings: listOf(isWording),
    notes: listOf(isId),
    group: orNull(isId),
    aside: isFlag,
  },
  inference: {
    ...stamp,
    premises: listOf(isPremise),
    conclusion: isId,
    gist: isText,
    implicit: isFlag,
    scheme: orNull(isText),
    qualifier: orNull(isText),
    questions: listOf(isObject),
  },
  conflict: {
    ...stamp,
    from: isId,
    to: isId,
    attack: isText,
    mutual: isFlag,
    gist: isText,
    question: orNull(isText),
  },
  preference: { ...stamp, over: isId, under: isId, gist: isText },
};

/** What a node says of its record under our key; fields that are not what they should be are passed over. */
export function ownFields(item: JsonObject, kind: RecordKind): JsonObject {
  const said = objectIn(item, ownKey);
  const tests = fields[kind];
  if (!said || !tests || textIn(said, 'kind') !== kind) return {};
  return Object.fromEntries(
    Object.entries(tests)
      .filter(([field, isSound]) => Object.hasOwn(said, field) && isSound(said[field]))
      .map(([field]) => [field, said[field]]),
  );
}

/** The sums of a record as it was when we wrote the node; null for a node of somebody else's. */
export function ownBase(item: JsonObject): string | null {
  const base = textIn(own(item, ownKey), 'base');
  return base === '' ? null : base;
}

/** A record without what stands elsewhere in the file, as it stands under our key. */
export function saidOf(record: NotebookRecord, elsewhere: readonly string[]): JsonObject {
  const said = Object.entries(record).filter(
    ([field, value]) => !elsewhere.includes(field) && field !== 'id' && !isBare(field, value),
  );
  return { ...Object.fromEntries(said), base: baseOf(record) };
}

/** Fields that say nothing are not written. */
const isBare = (field: string, value: unknown): boolean =>
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (value === '' && field !== 'creator');

const rootKinds: readonly string[] = ['group', 'pin', 'presentation', 'extra'];

/** Records that a file of ours holds beside its graph. */
export function rootRecords(file: JsonObject): readonly { record: JsonObject; base: string | null }[] {
  const listed = own(objectIn(file, ownKey), 'records');
  if (!Array.isArray(listed)) return [];
  return (listed as readonly unknown[]).flatMap((item) => {
    if (!isObject(item) || !isId(own(item, 'id')) || !rootKinds.includes(textIn(item, 'kind'))) return [];
    return [{ record: without(item, ['base']), base: textIn(item, 'base') || null }];
  });
}
