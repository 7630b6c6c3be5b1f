/** Writes one record as a Web Annotation: in the words of the recommendation what it has words for, the rest in our extension. */
import type { Annotation, NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { foreignItem, overlay, type Expression } from './foreign-item.ts';
import { own, type JsonObject } from './json-values.ts';
import type { MarkScene } from './mark-draft.ts';
import { textualBody } from './w3c-bodies.ts';
import { derivedFields, idOfItem, readW3c } from './w3c-read.ts';
import { isIri, soundItem } from './w3c-sound.ts';
import { stylesheetOf, styleClassOf } from './w3c-style.ts';
import { writeTarget } from './w3c-targets.ts';
import { annotationContext, noteIri, recordIri, terms } from './w3c-vocabulary.ts';

/** What a writer must know around the record. */
export interface W3cScene extends MarkScene {
  /** The IRI of a record by its id: annotations that came from elsewhere keep their own. */
  readonly iri: (id: string) => string;
}

interface Parts {
  readonly motivation: string;
  readonly bodies: readonly unknown[];
  readonly targets: readonly unknown[];
}

/** Words as a body, where there are any. */
const words = (value: string, purpose: string): readonly JsonObject[] =>
  value === '' ? [] : [textualBody(value, purpose)];

function annotationParts(record: Annotation, { paper, iri }: W3cScene): Parts {
  const { body, colour, motivation, replyTo, style, tags, targets } = record;
  const purpose = replyTo !== null ? 'replying' : motivation === 'highlighting' ? 'commenting' : motivation;
  const styleClass = styleClassOf(colour, style);
  const passages = targets.map((target) => writeTarget(target, paper, styleClass));
  return {
    motivation: replyTo === null ? motivation : 'replying',
    bodies: [
      ...(body === '' ? [] : [textualBody(body, purpose, 'text/markdown')]),
      ...tags.map((tag) => textualBody(tag, 'tagging')),
    ],
    targets: replyTo === null ? passages : [iri(replyTo), ...passages],
  };
}

const link = (bodies: readonly unknown[], targets: readonly unknown[]): Parts => ({
  motivation: 'linking',
  bodies,
  targets,
});

/** What a record of each kind links: bodies with targets. An empty list of targets means the paper. */
const parts: { readonly [K in RecordKind]: (record: RecordOf<K>, scene: W3cScene) => Parts } = {
  annotation: annotationParts,
  claim: ({ wording, notes, targets }, { paper }) =>
    link(
      [...words(wording, 'describing'), ...notes.map((note) => noteIri(paper, note))],
      targets.map((target) => writeTarget(target, paper, null)),
    ),
  inference: ({ premises, gist, conclusion }, { iri }) =>
    link([...premises.map(({ claim }) => iri(claim)), ...words(gist, 'describing')], [iri(conclusion)]),
  conflict: ({ from, to, gist }, { iri }) => link([iri(from), ...words(gist, 'describing')], [iri(to)]),
  group: ({ title, parent }, { iri }) =>
    link(words(title, 'identifying'), parent === null ? [] : [iri(parent)]),
  preference: ({ over, under, gist }, { iri }) =>
    link([iri(over), ...words(gist, 'describing')], [iri(under)]),
  pin: ({ claim }, { iri }) => link([iri(claim)], []),
  presentation: ({ title, steps }, { iri }) => link([...words(title, 'identifying'), ...steps.map(iri)], []),
  extra: () => link([], []),
  support: ({ note, target }, { paper }) => link([noteIri(paper, note)], [writeTarget(target, paper, null)]),
  source: ({ name }) => link(words(name, 'identifying'), []),
  meaning: ({ name }) => link(words(name, 'identifying'), []),
  transcript: ({ text, note }, { paper }) => link(words(text, 'describing'), [noteIri(paper, note)]),
  work: ({ item }) => link(words(String(item.title ?? ''), 'identifying'), []),
  citation: ({ work, note }, { paper, iri }) =>
    link([iri(work)], note === null ? [] : [noteIri(paper, note)]),
};

const partsOf = (record: NotebookRecord, scene: W3cScene): Parts =>
  (parts[record.kind] as (one: NotebookRecord, scene: W3cScene) => Parts)(record, scene);

/** A record's date as the recommendation wants it: with the time of day, to the second. */
const dateTime = (date: string): string =>
  date.length === 10 ? `${date}T00:00:00Z` : date.replace(/T(\d\d:\d\d)Z$/u, 'T$1:00Z');

/** One thing alone; several as a list. */
const oneOrAll = (items: readonly unknown[]): unknown => (items.length === 1 ? items[0] : items);

function express(record: NotebookRecord, scene: W3cScene): JsonObject {
  const { motivation, bodies, targets } = partsOf(record, scene);
  const isMark = record.kind === 'annotation' && record.targets.length > 0;
  return {
    '@context': annotationContext,
    id: scene.iri(record.id),
    type: 'Annotation',
    motivation,
    created: dateTime(record.created),
    modified: dateTime(record.modified),
    ...(record.creator === '' ? {} : { creator: { type: 'Person', name: record.creator } }),
    ...(isMark ? { stylesheet: stylesheetOf(record.colour, record.style) } : {}),
    ...(bodies.length === 0 ? {} : { body: oneOrAll(bodies) }),
    target: targets.length === 0 ? scene.paper : oneOrAll(targets),
  };
}

/** An item with what of the record it does not say yet. */
function completed(item: JsonObject, record: NotebookRecord, scene: W3cScene): JsonObject {
  const { fields } = derivedFields(item, record.kind, scene);
  const missing = Object.entries(record).filter(
    ([key, value]) => key !== 'id' && !isSame(fields[key], value),
  );
  return { ...item, [terms.fields]: { ...Object.fromEntries(missing), kind: record.kind } };
}

const expressions: readonly Expression[] = [
  [
    ['body', 'tags'],
    ['body', 'bodyValue'],
  ],
  [['targets', 'replyTo'], ['target']],
  [['colour', 'style'], ['stylesheet']],
  [['motivation'], ['motivation']],
  [['creator'], ['creator']],
  [['created'], ['created']],
  [['modified'], ['modified']],
];

/** An annotation from elsewhere: as it came, with what has changed since. */
function restored(original: JsonObject, record: Annotation, scene: W3cScene): JsonObject {
  const read = (item: JsonObject): JsonObject => {
    const draft = readW3c(item, scene);
    return 'record' in draft ? draft.record : {};
  };
  const sound = soundItem(original);
  const fresh = express(record, scene);
  const kept = overlay(sound, fresh, [read(sound), record], expressions);
  // A target that broke the rules is gone; an annotation cannot be without one.
  const item = own(kept, 'target') === undefined ? { ...kept, target: fresh['target'] } : kept;
  return isSame(read(item), record) ? item : completed(item, record, scene);
}

/** The annotation's own IRI, where it came from elsewhere and still goes by it; null for all others. */
export function originalIri(record: NotebookRecord): string | null {
  const original = record.kind === 'annotation' ? foreignItem(record, 'w3c') : null;
  const iri = original && own(original, 'id');
  return original && isIri(iri) && idOfItem(original) === record.id ? iri : null;
}

/** The IRIs of records by their ids: those from elsewhere keep their own. */
export function irisOf(records: Iterable<NotebookRecord>): (id: string) => string {
  const known = new Map<string, string>();
  for (const record of records) {
    const iri = originalIri(record);
    if (iri !== null) known.set(record.id, iri);
  }
  return (id) => known.get(id) ?? recordIri(id);
}

/** A record as a Web Annotation. `readW3c` gives it back unchanged. */
export function writeW3c(record: NotebookRecord, scene: W3cScene): JsonObject {
  const isKept = record.kind === 'annotation' && originalIri(record) !== null;
  const original = isKept ? foreignItem(record, 'w3c') : null;
  return original && record.kind === 'annotation'
    ? restored(original, record, scene)
    : completed(express(record, scene), record, scene);
}
