/** Reads one annotation of Zotero: as its web interface writes items, or as its reader holds them. */
import { firstColour } from '../model/colours.ts';
import { idFor } from './foreign-id.ts';
import { isoDate } from './iso-date.ts';
import { isObject, listOf, objectIn, own, textIn, textsIn, type JsonObject } from './json-values.ts';
import { keyOfHex } from './mark-colours.ts';
import { keepForeign, type LeftOut, type MarkDraft, type MarkScene } from './mark-draft.ts';
import { quotedTarget } from './quoted-target.ts';
import { recordId, recordIri } from './w3c-vocabulary.ts';

/** Names of the same thing: in an item of the web interface, and in the reader. */
export const itemNames = {
  type: 'annotationType',
  text: 'annotationText',
  comment: 'annotationComment',
  color: 'annotationColor',
  pageLabel: 'annotationPageLabel',
  authorName: 'annotationAuthorName',
} as const;
export type ZoteroName = keyof typeof itemNames;

/** An item's own data: the web interface wraps it. */
export const dataOf = (item: JsonObject): JsonObject => objectIn(item, 'data') ?? item;

/** True where an item is in the form of the web interface, false for that of the reader. */
export const isItemForm = (data: JsonObject): boolean => own(data, 'annotationType') !== undefined;

/** What an item says under a name, in either form. */
export const said = (data: JsonObject, name: ZoteroName): string =>
  textIn(data, isItemForm(data) ? itemNames[name] : name);

/** Zotero's comments know four tags; two of them are Markdown too, the others add nothing to the words. */
export const commentWords = (comment: string): string =>
  comment.replace(/<(\/?)(b|i|sub|sup)>/giu, (_whole, _slash: string, tag: string) =>
    tag === 'b' || tag === 'B' ? '**' : tag === 'i' || tag === 'I' ? '*' : '',
  );

/** The names of an item's tags, in either form. */
const tagsOf = (data: JsonObject): readonly string[] =>
  listOf(own(data, 'tags'))
    .map((tag) => (typeof tag === 'string' ? tag : textIn(tag, 'tag') || textIn(tag, 'name')))
    .filter(Boolean);

/** The key that Zotero knows it by; empty where it has none. */
const keyOf = (item: JsonObject): string => {
  const data = dataOf(item);
  return textIn(data, 'key') || textIn(item, 'key') || textIn(data, 'id');
};

const sameAs = 'owl:sameAs';

/** Says of an item that it is a record of ours; Zotero keeps such statements. */
export const relationsTo = (id: string): JsonObject => ({ [sameAs]: [recordIri(id)] });

/** The id that an item has here: the record's that it is the same as; else made from its key, or from all it says. */
export function idOfItem(item: JsonObject): string {
  const [same] = textsIn(own(dataOf(item), 'relations'), sameAs).flatMap((iri) => recordId(iri) ?? []);
  const key = keyOf(item);
  return same ?? (key ? idFor(`zotero:${key}`) : idFor(JSON.stringify(item)));
}

/** What the record would be. */
export function zoteroFields(item: JsonObject, { text, now }: MarkScene): JsonObject {
  const data = dataOf(item);
  const exact = said(data, 'text');
  const body = commentWords(said(data, 'comment'));
  const tags = tagsOf(data);
  const quote = { exact, prefix: '', suffix: '', start: null, end: null, page: said(data, 'pageLabel') };
  const made = isoDate(own(data, 'dateAdded')) ?? isoDate(own(data, 'dateCreated'));
  const modified = isoDate(own(data, 'dateModified'));
  return {
    kind: 'annotation',
    creator: said(data, 'authorName').slice(0, 1_000),
    created: made ?? modified ?? now,
    modified: modified ?? made ?? now,
    motivation: body ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
    targets: exact.trim() === '' ? [] : [quotedTarget(text, quote)],
    body,
    colour: keyOfHex(said(data, 'color')) ?? firstColour,
    tags,
    style: said(data, 'type') === 'underline' ? 'underline' : 'highlight',
    replyTo: null,
    foreign: null,
  };
}

const pictures: Readonly<Record<string, string>> = {
  image: 'is an image of a part of the page',
  ink: 'is drawn by hand',
};

/** Reads an annotation. Never throws. */
export function readZotero(item: JsonObject, scene: MarkScene): MarkDraft | LeftOut {
  const data = dataOf(item);
  const type = said(data, 'type');
  const fields = zoteroFields(item, scene);
  const isSilent = fields['body'] === '' && listOf(fields['tags']).length === 0;
  const picture = Object.hasOwn(pictures, type) ? pictures[type] : undefined;
  if (picture) return { why: `${picture}, which a text has no place for; left out` };
  if (isSilent && listOf(fields['targets']).length === 0)
    return { why: 'has neither words nor a comment; left out' };
  const lost: string[] = [];
  const foreign = keepForeign('zotero', item);
  if (foreign === null) lost.push('what only Zotero understands is too long to be kept');
  const isDated = ['dateAdded', 'dateCreated', 'dateModified'].some(
    (name) => isoDate(own(data, name)) !== null,
  );
  return { record: { id: idOfItem(item), ...fields, foreign }, isDated, lost };
}

const types = ['highlight', 'underline', 'note', 'text', 'image', 'ink'];

/** True where an object looks like an annotation of Zotero. */
export const isZotero = (item: unknown): item is JsonObject => {
  if (!isObject(item)) return false;
  const data = dataOf(item);
  if (textIn(data, 'itemType') === 'annotation' || isItemForm(data)) return true;
  const isMark = types.includes(textIn(data, 'type'));
  return (
    isMark &&
    ['color', 'comment', 'sortIndex', 'position', 'pageLabel'].some((key) => own(data, key) !== undefined)
  );
};
