/** A draft as it was kept, checked like any input before it is shown or mended. */
import type { Draft, DraftBlock, DraftInline, DraftNote, ImportFinding } from './draft.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): value is string => isText(value) && value !== '' && value.length <= 200;
const isMaybe = (value: unknown, is: (one: unknown) => boolean): boolean => value === undefined || is(value);
const isList = <T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is);

const kinds = ['heading', 'paragraph', 'quotation', 'item', 'table', 'figure', 'furniture', 'uncertain'];
const states = ['open', 'confirmed', 'dismissed', 'mended'];
const evidences = ['printed', 'known', 'inferred'];

function isInline(value: unknown): value is DraftInline {
  if (!isObject(value)) return false;
  if (value['kind'] === 'text')
    return (
      isText(value['text']) &&
      isMaybe(value['marks'], (marks) => isList(marks, isText)) &&
      isMaybe(value['href'], isText)
    );
  if (value['kind'] === 'marker') return isId(value['note']) && isText(value['label']);
  return value['kind'] === 'page' && isText(value['label']) && evidences.includes(String(value['evidence']));
}

const isContent = (value: unknown): value is readonly DraftInline[] => isList(value, isInline);
const isCell = (value: unknown): value is Fields => isObject(value) && isContent(value['content']);
const isRow = (value: unknown): value is readonly Fields[] => isList(value, isCell);
const isLevel = (value: unknown): boolean => Number.isSafeInteger(value);

const isBlock = (value: unknown): value is DraftBlock =>
  isObject(value) &&
  isId(value['id']) &&
  kinds.includes(String(value['kind'])) &&
  isContent(value['content']) &&
  isMaybe(value['level'], isLevel) &&
  isMaybe(value['label'], isText) &&
  isMaybe(value['picture'], isText) &&
  isMaybe(value['table'], (table) => isList(table, isRow));

const isNote = (value: unknown): value is DraftNote =>
  isObject(value) && isId(value['id']) && isText(value['label']) && isList(value['content'], isContent);

const isPlace = (value: unknown): value is Fields =>
  isObject(value) && (isId(value['note']) || (isId(value['block']) && isLevel(value['offset'])));

const isFinding = (value: unknown): value is ImportFinding =>
  isObject(value) &&
  isId(value['id']) &&
  isText(value['kind']) &&
  isText(value['quote']) &&
  states.includes(String(value['state'])) &&
  (value['place'] === null || isPlace(value['place'])) &&
  isMaybe(value['others'], (others) => isList(others, isPlace));

const isUnique = (all: readonly { readonly id: string }[]): boolean =>
  new Set(all.map(({ id }) => id)).size === all.length;

/** The draft that a kept value is; null where it is none that could be mended. Unsound findings are left out. */
export function soundDraft(value: unknown): Draft | null {
  if (!isObject(value) || !isText(value['format']) || !isObject(value['front'])) return null;
  const { blocks, notes, findings, language } = value;
  if (!isList(blocks, isBlock) || !isList(notes, isNote)) return null;
  if (!isUnique(blocks) || !isUnique(notes)) return null;
  const sound = Array.isArray(findings) ? findings.filter(isFinding) : [];
  return {
    ...(value as unknown as Draft),
    language: isText(language) ? language : null,
    findings: isUnique(sound) ? sound : [],
  };
}
