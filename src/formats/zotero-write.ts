/** Writes annotations as items of Zotero; those that came from there go back as they came. */
import { codePointsOf } from '../anchoring/code-points.ts';
import { pageAt, type Paper } from '../model/paper.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation } from '../model/records.ts';
import { foreignItem } from './foreign-item.ts';
import { idFor } from './foreign-id.ts';
import { isSame } from '../model/same.ts';
import { objectIn, type JsonObject } from './json-values.ts';
import { hexOf } from './mark-colours.ts';
import type { MarkScene } from './mark-draft.ts';
import {
  dataOf,
  idOfItem,
  isItemForm,
  itemNames,
  readZotero,
  relationsTo,
  type ZoteroName,
} from './zotero-read.ts';

/** What could not be written, counted. */
export interface ZoteroExport {
  readonly items: readonly JsonObject[];
  /** Replies: Zotero has no place for them. */
  readonly replies: number;
}

const signs = '23456789ABCDEFGHIJKLMNPQRSTUVWXYZ';

/** A key as Zotero makes them: eight of 33 signs. */
function keyFor(id: string): string {
  const hex = idFor(`key ${id}`).replaceAll('-', '');
  return Array.from(
    { length: 8 },
    (_, at) => signs[Number.parseInt(hex.slice(at * 4, at * 4 + 4), 16) % signs.length],
  ).join('');
}

/** `2026-01-02T03:04:05Z`: Zotero's dates have no fractions. */
const dateOf = (date: string): string => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : `${new Date(time).toISOString().slice(0, 19)}Z`;
};

/** What Zotero says of a place in a page without pages: an element, and units from its beginning. */
function positionOf(target: Target | undefined, { text }: Paper): JsonObject {
  const points = codePointsOf(text);
  const [start, end] = [points.toUnit(target?.start ?? 0), points.toUnit(target?.end ?? 0)];
  const refinedBy = { type: 'TextPositionSelector', start, end };
  return { type: 'CssSelector', value: 'body', ...(target ? { refinedBy } : {}) };
}

interface Values {
  readonly type: string;
  readonly text: string;
  readonly comment: string;
  readonly color: string;
  readonly pageLabel: string;
  readonly authorName: string;
  readonly tags: readonly string[];
  readonly modified: string;
}

function valuesOf(record: Annotation, target: Target | undefined, isFirst: boolean, paper: Paper): Values {
  const page = target && target.note === undefined ? pageAt(paper, target.start) : null;
  return {
    type: target ? record.style : 'note',
    text: target?.exact ?? '',
    comment: isFirst ? record.body : '',
    color: hexOf(record.colour),
    pageLabel: page?.label ?? '',
    authorName: record.creator,
    tags: isFirst ? record.tags : [],
    modified: dateOf(record.modified),
  };
}

/** An item for one passage; the words and tags go with the first. */
function fresh(record: Annotation, at: number, paper: Paper): JsonObject {
  const target = record.targets[at];
  const values = valuesOf(record, target, at === 0, paper);
  const position = positionOf(target, paper);
  const { start } = (position['refinedBy'] as { start: number } | undefined) ?? { start: 0 };
  return {
    key: keyFor(at === 0 ? record.id : `${record.id} ${at}`),
    version: 0,
    itemType: 'annotation',
    annotationType: values.type,
    annotationAuthorName: values.authorName,
    annotationText: values.text,
    annotationComment: values.comment,
    annotationColor: values.color,
    annotationPageLabel: values.pageLabel,
    annotationSortIndex: String(start).padStart(7, '0'),
    annotationPosition: JSON.stringify(position),
    tags: values.tags.map((tag) => ({ tag })),
    relations: at === 0 ? relationsTo(record.id) : {},
    dateAdded: dateOf(record.created),
    dateModified: values.modified,
  };
}

/** Which names say which field. The position stays Zotero's own as long as the words are the same. */
const names: readonly (readonly [keyof Annotation, readonly ZoteroName[]])[] = [
  ['body', ['comment']],
  ['colour', ['color']],
  ['style', ['type']],
  ['creator', ['authorName']],
];

const quoteOf = (targets: unknown): string => (targets as readonly Target[] | undefined)?.[0]?.exact ?? '';

/** An item that came from Zotero: as it came, with what has changed since, in the form that it has. */
function restored(original: JsonObject, record: Annotation, scene: MarkScene, paper: Paper): JsonObject {
  const data = dataOf(original);
  const isItem = isItemForm(data);
  const draft = readZotero(original, scene);
  const known: JsonObject = 'record' in draft ? draft.record : {};
  const values = valuesOf(record, record.targets[0], true, paper);
  const differs = (field: keyof Annotation): boolean => !isSame(known[field], record[field]);
  const changed = names.filter(([field]) => differs(field)).flatMap(([, all]) => all);
  const isMoved = quoteOf(known['targets']) !== quoteOf(record.targets) && record.targets.length > 0;
  const entries = [...changed, ...(isMoved ? (['text'] as const) : [])].map((name): [string, unknown] => [
    isItem ? itemNames[name] : name,
    values[name],
  ]);
  const tag = (name: string): JsonObject => (isItem ? { tag: name } : { name });
  const patch = {
    ...Object.fromEntries(entries),
    ...(differs('tags') ? { tags: values.tags.map(tag) } : {}),
    ...(differs('modified') ? { dateModified: values.modified } : {}),
  };
  const next = { ...data, ...patch };
  return objectIn(original, 'data') ? { ...original, data: next } : next;
}

function write(record: Annotation, scene: MarkScene, paper: Paper): readonly JsonObject[] {
  const original = foreignItem(record, 'zotero');
  const isKnown = original !== null && idOfItem(original) === record.id;
  if (isKnown) return [restored(original, record, scene, paper)];
  return Array.from({ length: Math.max(1, record.targets.length) }, (_, at) => fresh(record, at, paper));
}

/** The annotations of a paper as items of Zotero, one for each passage. Replies have no place there. */
export function zoteroExport(
  paper: Paper,
  all: readonly Annotation[],
  head: Omit<MarkScene, 'text'>,
): ZoteroExport {
  const scene = { ...head, text: paper.text };
  const roots = all.filter(({ replyTo }) => replyTo === null);
  return {
    items: roots.flatMap((record) => write(record, scene, paper)),
    replies: all.length - roots.length,
  };
}
