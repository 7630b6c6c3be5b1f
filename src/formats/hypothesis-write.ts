/** Writes annotations as the export file of Hypothesis, which its importer takes. */
import { codePointsOf } from '../anchoring/code-points.ts';
import type { Paper } from '../model/paper.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { foreignItem, overlay, type Expression } from './foreign-item.ts';
import { own, textIn, textsIn, type JsonObject } from './json-values.ts';
import type { MarkScene } from './mark-draft.ts';
import { hypothesisFields, idOfHypothesis, idOfItem, ownKey, readHypothesis } from './hypothesis-read.ts';

interface Scene extends MarkScene {
  readonly title: string;
  /** Where the paper can be read in public; its IRI where nobody knows. */
  readonly uri: string;
  readonly records: ReadonlyMap<string, Annotation>;
}

/** Hypothesis knows the world and one's own group; nobody is meant to see more than the file's reader does. */
const permissions = (user: string): JsonObject => ({
  read: [user],
  admin: [user],
  update: [user],
  delete: [user],
});

/** An account of nowhere: Hypothesis gives an imported annotation the account of whoever imports it. */
const accountOf = (creator: string): string => {
  const name = creator
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._]+/gu, '_')
    .slice(0, 30);
  return `acct:${name || 'reader'}@warrant.invalid`;
};

/** The annotation's id there: its own, where it came from there and still goes by it. */
function idThere(id: string, { records }: Scene): string {
  const record = records.get(id);
  const original = record ? foreignItem(record, 'hypothesis') : null;
  const known = original ? textIn(original, 'id') : '';
  return known && idOfHypothesis(known) === id ? known : id;
}

/** The thread that an annotation answers in, from its beginning; what is missing from the records ends it. */
function references(record: Annotation, scene: Scene): readonly string[] {
  const ids: string[] = [];
  const seen = new Set<string>([record.id]);
  for (let id = record.replyTo; id !== null && !seen.has(id); id = scene.records.get(id)?.replyTo ?? null) {
    seen.add(id);
    ids.unshift(idThere(id, scene));
  }
  return ids;
}

/** Positions in UTF-16 units, as Hypothesis counts; in the words of a note there are none. */
function selectorsOf(
  { exact, prefix, suffix, start, end, note }: Target,
  { text }: Scene,
): readonly JsonObject[] {
  const points = codePointsOf(text);
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  const isIn = note === undefined && end <= text.length;
  return isIn
    ? [{ type: 'TextPositionSelector', start: points.toUnit(start), end: points.toUnit(end) }, quote]
    : [quote];
}

function express(record: Annotation, scene: Scene): JsonObject {
  const user = accountOf(record.creator);
  const thread = references(record, scene);
  const passages = record.targets.map((target) => ({
    source: scene.uri,
    selector: selectorsOf(target, scene),
  }));
  return {
    id: record.id,
    created: record.created,
    updated: record.modified,
    user,
    uri: scene.uri,
    text: record.body,
    tags: record.tags,
    group: '__world__',
    permissions: permissions(user),
    // An annotation of the page has one target, which selects nothing.
    target: passages.length > 0 ? passages : [{ source: scene.uri }],
    document: { title: [scene.title] },
    links: {},
    user_info: { display_name: record.creator || null },
    flagged: false,
    hidden: false,
    ...(thread.length > 0 ? { references: thread } : {}),
  };
}

/** An item with what of the record it does not say. */
function completed(item: JsonObject, record: Annotation, scene: Scene): JsonObject {
  const known: JsonObject = { ...hypothesisFields(item, scene), id: own(item, 'id') };
  const missing = Object.entries(record).filter(([key, value]) => !isSame(known[key], value));
  return { ...item, metadata: { [ownKey]: Object.fromEntries(missing) } };
}

const expressions: readonly Expression[] = [
  [['body'], ['text']],
  [['tags'], ['tags']],
  [['targets'], ['target']],
  [['replyTo'], ['references']],
  [['creator'], ['user', 'user_info', 'permissions']],
  [['created'], ['created']],
  [['modified'], ['updated']],
];

/** One from there: as it came, with what has changed since. */
function restored(original: JsonObject, record: Annotation, scene: Scene): JsonObject {
  const read = (item: JsonObject): JsonObject => {
    const draft = readHypothesis(item, scene);
    return 'record' in draft ? draft.record : {};
  };
  const item = overlay(original, express(record, scene), [read(original), record], expressions);
  if (isSame(read(item), record)) return item;
  const complete = completed(item, record, scene);
  const metadata = {
    ...(own(item, 'metadata') as JsonObject | undefined),
    ...(complete['metadata'] as JsonObject),
  };
  return { ...complete, metadata };
}

function write(record: Annotation, scene: Scene): JsonObject {
  const original = foreignItem(record, 'hypothesis');
  return original && idOfItem(original) === record.id
    ? restored(original, record, scene)
    : completed(express(record, scene), record, scene);
}

/**
 * The annotations of a paper as Hypothesis exports them, as a value ready for `JSON.stringify`. Each record comes
 * back unchanged through `readHypothesis`. `paper` is the paper's IRI, for a paper without a public address.
 */
export function hypothesisExport(
  paper: Paper,
  all: readonly Annotation[],
  head: Omit<MarkScene, 'text'>,
): JsonObject {
  const records = new Map(all.map((record) => [record.id, record]));
  const { title, url } = paper.front;
  const scene: Scene = { ...head, text: paper.text, title, uri: url ?? head.paper, records };
  const annotations = all.map((record) => write(record, scene));
  const users = textsIn(annotations[0], 'user');
  return {
    export_date: head.now,
    export_userid: users[0] ?? accountOf(''),
    client_version: '1.0.0',
    annotations,
  };
}
