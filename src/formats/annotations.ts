/**
 * Reads annotations that somebody chooses, drops or pastes: Web Annotations, Hypothesis or Zotero, told apart item by
 * item by what they say. The file is read as it comes, in slices; what cannot be read is named, the rest is kept.
 */
import { Fault } from '../model/fault.ts';
import type { Finding } from './finding.ts';
import { isHypothesis, readHypothesis } from './hypothesis-read.ts';
import { JsonItems, type JsonItem } from './json-items.ts';
import { isObject, listOf, own, parsed, textIn, type JsonObject } from './json-values.ts';
import { isLeftOut, type MarkDraft, type MarkFormat, type MarkScene } from './mark-draft.ts';
import { isW3c, readW3c } from './w3c-read.ts';
import { isZotero, readZotero } from './zotero-read.ts';

/** An annotation with where it stood in the file. */
export interface ReadDraft extends MarkDraft {
  readonly entry: number;
  readonly key: string;
  readonly line: number;
}

/** What was read of a file. */
export interface ReadAnnotations {
  readonly drafts: readonly ReadDraft[];
  /** What was left out, or kept in part. */
  readonly findings: readonly Finding[];
  readonly formats: readonly MarkFormat[];
  /** Line where the file breaks off; null where it is whole. */
  readonly brokenAt: number | null;
}

/** Largest file that is read, in bytes, and most annotations that are taken from one. */
export const largestFile = 50_000_000;
const mostItems = 50_000;
const mostFindings = 2_000;

/** So many UTF-16 units are looked at between two looks at the clock: a few ms. */
const slice = 60_000;
const deepest = 5;

const formats = [
  { name: 'w3c', is: isW3c, read: readW3c },
  { name: 'hypothesis', is: isHypothesis, read: readHypothesis },
  { name: 'zotero', is: isZotero, read: readZotero },
] as const;

/** Asked after each small step: lets the page have its turn when it is time. */
export type Turn = () => Promise<void>;

/** What a page, a collection or a work holds in lists of its own. */
function within(value: JsonObject): readonly unknown[] {
  const lists = ['items', 'annotations', 'rows', 'replies', '@graph'].flatMap((key) =>
    listOf(own(value, key)),
  );
  const pages = ['first', 'next'].map((key) => own(value, key)).filter(isObject);
  const attached = listOf(own(value, 'attachments')).flatMap((one) => listOf(own(one, 'annotations')));
  return [...lists, ...pages, ...attached];
}

class Reading {
  readonly drafts: ReadDraft[] = [];
  readonly findings: Finding[] = [];
  readonly formats = new Set<MarkFormat>();
  readonly #scene: MarkScene;
  #entry = 0;

  constructor(scene: MarkScene) {
    this.#scene = scene;
  }

  get isFull(): boolean {
    return this.#entry >= mostItems;
  }

  takeItem({ text, line }: JsonItem): void {
    const value = text === null ? undefined : parsed(text);
    if (value !== undefined) this.take(value, line, 0);
    else {
      this.#entry += 1;
      const why = text === null ? 'is longer than any annotation; left out' : 'is not sound JSON; left out';
      this.#tell(
        /"(?:id|key)"\s*:\s*"([^"\n]{1,100})"/u.exec(text?.slice(0, 2_000) ?? '')?.[1] ?? '',
        line,
        why,
      );
    }
  }

  take(value: unknown, line: number, level: number): void {
    if (this.isFull) return;
    const format = formats.find(({ is }) => is(value));
    if (format && isObject(value)) this.#read(format, value, line);
    else if (isObject(value) && level < deepest && within(value).length > 0)
      for (const one of within(value)) this.take(one, line, level + 1);
    else {
      this.#entry += 1;
      this.#tell(this.#keyOf(value), line, this.#strange(value));
    }
  }

  #read({ name, read }: (typeof formats)[number], item: JsonObject, line: number): void {
    this.#entry += 1;
    this.formats.add(name);
    const place = { entry: this.#entry, key: this.#keyOf(item), line };
    const draft = read(item, this.#scene);
    if (isLeftOut(draft)) return this.#tell(place.key, line, draft.why);
    this.drafts.push({ ...draft, ...place });
    for (const words of draft.lost) this.#tell(place.key, line, words);
  }

  #strange(value: unknown): string {
    const type = isObject(value) ? textIn(value, 'itemType') || textIn(value, 'type') : '';
    return type
      ? `is of the kind “${type.slice(0, 40)}”, no annotation; left out`
      : 'is no annotation; left out';
  }

  #keyOf(value: unknown): string {
    const id = own(value, 'id') ?? own(value, 'key');
    return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 100) : '';
  }

  #tell(key: string, line: number, words: string): void {
    if (this.findings.length < mostFindings) this.findings.push({ entry: this.#entry, key, line, words });
  }
}

function finished(reading: Reading, items: JsonItems, name: string): ReadAnnotations {
  const { frame, brokenAt } = items.end();
  if (/^\s*\{\s*"type"\s*:\s*"warrant-notebook"/u.test(frame)) throw new Fault('annotations/notebook', name);
  // A single annotation is no element of a list: it is the frame itself.
  const alone = reading.drafts.length + reading.findings.length === 0 ? parsed(frame) : undefined;
  if (formats.some(({ is }) => is(alone))) reading.take(alone, 1, 0);
  const { drafts, findings, formats: seen } = reading;
  if (drafts.length === 0 && seen.size === 0)
    throw new Fault(brokenAt === null ? 'annotations/unknown' : 'annotations/broken', name);
  if (reading.isFull) {
    const words = `only the first ${mostItems.toLocaleString('en')} entries were read`;
    findings.push({ entry: null, key: '', line: null, words });
  }
  return { drafts, findings, formats: [...seen], brokenAt };
}

/**
 * Reads a text that comes in pieces. `name` is a file's, for messages only; `scene` says where the annotations are
 * going; `turn` is asked after each small step, and lets the page have its turn. Rejects with a Fault `annotations/unknown` where nothing in it is an annotation, `annotations/broken` where it
 * ends before there was one, `annotations/notebook` for a notebook of our own; nothing else in it makes it reject.
 */
export async function readAnnotations(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
  scene: MarkScene,
  turn: Turn,
): Promise<ReadAnnotations> {
  const items = new JsonItems();
  const reading = new Reading(scene);
  let isJson = false;
  for await (const piece of pieces) {
    isJson ||= /^[\s\uFEFF]*[{[]/u.test(piece);
    if (!isJson && piece.trim() !== '') break;
    for (let at = 0; at < piece.length && !reading.isFull; at += slice) {
      for (const item of items.push(piece.slice(at, at + slice))) {
        reading.takeItem(item);
        await turn();
      }
      await turn();
    }
    if (reading.isFull) break;
  }
  return finished(reading, items, name);
}

const byteOrders: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** The text of a file as it comes; never held as a whole. UTF-8, or UTF-16 where the file says so. */
export async function* piecesOf(file: Blob): AsyncGenerator<string> {
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const order = byteOrders.find(([one, other]) => first === one && second === other);
  const decoder = new TextDecoder(order?.[2] ?? 'utf-8');
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      yield decoder.decode(next.value, { stream: true });
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}

/** Reads a file as `readAnnotations` does. Rejects with `annotations/too-large` above 50 MB, before anything of it is read. */
export async function readAnnotationFile(
  file: Blob,
  name: string,
  scene: MarkScene,
  turn: Turn,
): Promise<ReadAnnotations> {
  if (file.size > largestFile) throw new Fault('annotations/too-large', name);
  return readAnnotations(piecesOf(file), name, scene, turn);
}
