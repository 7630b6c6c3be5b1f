/** The bodies of a Web Annotation: words, tags, and what it is linked with; out and in. */
import { isObject, listOf, own, textIn, textsIn, type JsonObject } from './json-values.ts';
import { noteId, recordId } from './w3c-vocabulary.ts';

/** Words as a body. */
export const textualBody = (value: string, purpose: string, format = 'text/plain'): JsonObject => ({
  type: 'TextualBody',
  value,
  format,
  purpose,
});

/** What the bodies of an annotation say. */
export interface Bodies {
  /** In the order of the file, one paragraph each. */
  readonly words: string;
  readonly tags: readonly string[];
  /** Ids of the author's notes, and of the records, that it links. */
  readonly notes: readonly string[];
  readonly records: readonly string[];
  /** The colour that a body names (EPUB annotations), and whether it wants a line under the words. */
  readonly colour: string;
  readonly isUnderlined: boolean;
  /** Kinds of bodies that cannot be shown. */
  readonly unused: readonly string[];
}

interface Gathered {
  readonly words: string[];
  readonly tags: string[];
  readonly notes: string[];
  readonly records: string[];
  readonly unused: string[];
  colour: string;
  isUnderlined: boolean;
}

const deepest = 6;
const most = 1_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of an HTML body: blocks apart, tags gone, the commonest entities read. */
export const wordsOfHtml = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote)\s*>/giu, '\n')
    .replace(/<\/?[a-z!][^<>]*>/giu, '')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,5}));/giu, (whole, code?: string, name?: string) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0xffff)) : (entities[name ?? ''] ?? whole),
    )
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

function addIri(gathered: Gathered, iri: string, isTag: boolean): void {
  const note = noteId(iri);
  const record = recordId(iri);
  if (isTag) gathered.tags.push(iri);
  else if (note !== null) gathered.notes.push(note);
  else if (record !== null) gathered.records.push(record);
  else if (/^https?:\/\//iu.test(iri))
    gathered.words.push(`<${iri.replace(/[<>\s]/gu, encodeURIComponent)}>`);
  else gathered.unused.push('a body that is only named');
}

function addText(gathered: Gathered, body: JsonObject, value: string, isTag: boolean): void {
  if (isTag) gathered.tags.push(value);
  else if (value !== '')
    gathered.words.push(textIn(body, 'format').startsWith('text/html') ? wordsOfHtml(value) : value);
}

const tagging = new Set(['tagging', 'classifying']);

function add(gathered: Gathered, body: unknown, level: number): void {
  if (typeof body === 'string') return addIri(gathered, body, false);
  if (!isObject(body) || level > deepest) return;
  gathered.colour ||= textIn(body, 'color');
  gathered.isUnderlined ||= textIn(body, 'highlight') === 'underline';
  gathered.tags.push(...textsIn(body, 'tags'));
  const value = own(body, 'value') ?? own(body, 'chars');
  const isTag = textsIn(body, 'purpose').some((purpose) => tagging.has(purpose));
  if (typeof value === 'string') addText(gathered, body, value, isTag);
  else addOther(gathered, body, isTag, level);
}

/** A body that is no text itself: it has a source, or items. */
function addOther(gathered: Gathered, body: JsonObject, isTag: boolean, level: number): void {
  const source = own(body, 'source') ?? own(body, 'id');
  const items = listOf(own(body, 'items'));
  if (isObject(source)) add(gathered, source, level + 1);
  else if (typeof source === 'string') addIri(gathered, source, isTag);
  else if (items.length > 0) {
    // Of a choice the first is the one to be shown.
    const shown = textIn(body, 'type') === 'Choice' ? 1 : most;
    for (const item of items.slice(0, shown)) add(gathered, item, level + 1);
  } else if (!gathered.colour) {
    gathered.unused.push(textIn(body, 'type').slice(0, 40) || 'a body of unknown kind');
  }
}

/** Reads what an annotation's `body` and `bodyValue` say. Never throws. */
export function readBodies(item: JsonObject): Bodies {
  const gathered: Gathered = {
    words: [],
    tags: [],
    notes: [],
    records: [],
    unused: [],
    colour: '',
    isUnderlined: false,
  };
  for (const value of textsIn(item, 'bodyValue')) if (value) gathered.words.push(value);
  for (const body of listOf(own(item, 'body')).slice(0, most)) add(gathered, body, 0);
  return { ...gathered, words: gathered.words.join('\n\n') };
}
