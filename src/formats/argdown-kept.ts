/** What belongs to no element of an Argdown file but stands in its text all the same: the front matter of others, and comments. */
import type { Extra } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { ownKey, readYaml } from './argdown-data.ts';
import { ownPart, type FileStamp } from './argdown-own.ts';
import { commentSum } from './comment-sum.ts';
import { isObject, objectIn, own, parsed, textIn, type JsonObject } from './json-values.ts';

/** A comment as it stands, and our part of it. */
export interface KeptComment {
  readonly words: string;
  readonly part: JsonObject;
}

const comment = /^(?:<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/[^\n]*)$/u;

/** The content of an extra as Argdown files have it; undefined for any other. */
const contentOf = (record: NotebookRecord, wanted: string): unknown =>
  record.kind === 'extra' && record.format === 'argdown' && record.what === wanted
    ? parsed(record.content)
    : undefined;

/** Whether the front matter of another file can stand before ours: a mapping that stays what it is. */
function isFront(source: unknown): source is string {
  if (typeof source !== 'string' || /={3}/u.test(source) || source !== source.trimEnd()) return false;
  const before = readYaml(source);
  const after = readYaml(`${source}\n${ownKey}: 1`);
  if (!isObject(before) || !isObject(after) || own(before, ownKey) !== undefined) return false;
  return Object.keys(after).length === Object.keys(before).length + 1;
}

/** One a file. */
export class KeptWords {
  /** The front matter of the first file that had any; null where none had. */
  readonly front: { readonly source: string; readonly part: JsonObject } | null;
  /** Ids of the records that stand in the text. */
  readonly ids = new Set<string>();
  readonly #comments = new Map<string | null, KeptComment[]>();
  readonly #stamp: FileStamp;

  /** `places` are the ids of the records before which a comment can stand. */
  constructor(records: readonly NotebookRecord[], places: ReadonlySet<string>, stamp: FileStamp) {
    this.#stamp = stamp;
    const extras = records.filter((record) => record.kind === 'extra');
    const first = extras.find((record) => isFront(contentOf(record, 'front-matter')));
    this.front = first ? { source: String(contentOf(first, 'front-matter')), part: this.#part(first) } : null;
    if (first) this.ids.add(first.id);
    for (const record of extras) this.#take(record, places);
  }

  /** Whether the file is to be read in Argdown's strict mode. */
  get isStrict(): boolean {
    return own(objectIn(readYaml(this.front?.source ?? ''), 'model'), 'mode') === 'strict';
  }

  /** The comments before a record; those at the end for null. */
  before(place: string | null): readonly KeptComment[] {
    return this.#comments.get(place) ?? [];
  }

  #take(record: Extra, places: ReadonlySet<string>): void {
    const content = contentOf(record, 'comment');
    if (!isObject(content)) return;
    const words = textIn(content, 'words');
    const before = own(content, 'before');
    const place = typeof before === 'string' && places.has(before) ? before : null;
    const isExact = record.content === JSON.stringify({ words, before: place });
    if (!comment.test(words) || !isExact) return;
    const part = { sum: commentSum(words), ...this.#part(record) };
    this.#comments.set(place, [...this.before(place), { words, part }]);
    this.ids.add(record.id);
  }

  #part(record: Extra): JsonObject {
    const { format, what, content } = record;
    return ownPart(record, { fields: { format, what, content }, full: null, hasMore: false }, this.#stamp);
  }
}
