/** Reads one Web Annotation, of any program or of our own, as a record. */
import { bareClaim, bareConflict, bareStep } from '../model/argument-records.ts';
import { motivations, type Motivation, type RecordKind } from '../model/records.ts';
import { idFor } from './foreign-id.ts';
import { isoDate } from './iso-date.ts';
import { isObject, listOf, objectIn, own, textIn, textsIn, without, type JsonObject } from './json-values.ts';
import { keepForeign, type LeftOut, type MarkDraft, type MarkScene } from './mark-draft.ts';
import { readBodies, type Bodies } from './w3c-bodies.ts';
import { readStyle } from './w3c-style.ts';
import { readTargets, type Targets } from './w3c-targets.ts';
import { annotationContext, recordId, terms } from './w3c-vocabulary.ts';

interface Said {
  readonly item: JsonObject;
  readonly motivations: readonly string[];
  readonly bodies: Bodies;
  readonly targets: Targets;
}

/** The last part of a name that may be an IRI or have a prefix: `oa:commenting`. */
const lastPart = (name: string): string => name.replace(/^.*[:/#]/u, '');

/** The types of an object, without prefixes. */
export const typesOf = (item: unknown): readonly string[] =>
  [...textsIn(item, 'type'), ...textsIn(item, '@type')].map(lastPart);

function motivationOf({ motivations: said, bodies }: Said): Motivation {
  const known = said.map((one) => motivations.find((word) => word === one)).find(Boolean);
  if (known) return known;
  if (bodies.words) return 'commenting';
  return bodies.tags.length > 0 ? 'tagging' : 'highlighting';
}

/** What an annotation says of a record of each kind. What is not here stands in the extension's fields alone. */
const readers: Readonly<Record<RecordKind, (said: Said) => JsonObject>> = {
  annotation: (said) => ({
    motivation: motivationOf(said),
    targets: said.targets.passages,
    body: said.bodies.words,
    tags: said.bodies.tags,
    ...readStyle(said.item, said.targets.styleClass, said.bodies.colour),
    ...(said.bodies.isUnderlined ? { style: 'underline' } : {}),
    replyTo: said.targets.records[0] ?? null,
    foreign: null,
  }),
  claim: ({ bodies, targets }) => ({
    wording: bodies.words,
    targets: targets.passages,
    notes: bodies.notes,
    ...bareClaim,
  }),
  inference: ({ bodies, targets }) => ({
    premises: bodies.records.map((claim) => ({ claim, role: null })),
    conclusion: targets.records[0],
    gist: bodies.words,
    ...bareStep,
  }),
  conflict: ({ bodies, targets }) => ({
    from: bodies.records[0],
    to: targets.records[0],
    gist: bodies.words,
    ...bareConflict,
  }),
  group: ({ bodies, targets }) => ({
    title: bodies.words,
    parent: targets.records[0] ?? null,
    foreign: null,
  }),
  preference: ({ bodies, targets }) => ({
    over: bodies.records[0],
    under: targets.records[0],
    gist: bodies.words,
    foreign: null,
  }),
  pin: ({ bodies }) => ({ claim: bodies.records[0] }),
  presentation: ({ bodies }) => ({ title: bodies.words, steps: bodies.records }),
  extra: () => ({}),
  support: ({ bodies, targets }) => ({ note: bodies.notes[0], target: targets.passages[0] }),
  source: ({ bodies }) => ({ name: bodies.words }),
  meaning: ({ bodies }) => ({ name: bodies.words }),
  transcript: ({ bodies, targets }) => ({ note: targets.notes[0], text: bodies.words }),
  work: () => ({}),
  citation: ({ bodies, targets }) => ({ work: bodies.records[0], note: targets.notes[0] ?? null }),
};

/** Who made it, by name; by IRI where there is none. */
function creatorOf(item: JsonObject): string {
  const [creator] = listOf(own(item, 'creator'));
  if (typeof creator === 'string') return creator.slice(0, 1_000);
  const name = ['name', 'nickname', 'id'].map((key) => textIn(creator, key)).find(Boolean);
  return (name ?? '').slice(0, 1_000);
}

/** The id that an annotation has here: in its own IRI where that is ours, else made from the IRI; from all it says where it has none. */
export function idOfItem(item: JsonObject): string {
  const [iri] = [...textsIn(item, 'id'), ...textsIn(item, '@id')];
  if (iri) return recordId(iri) ?? idFor(iri);
  return idFor(JSON.stringify(without(item, ['@context'])));
}

/** What the record of an annotation would be, by what is said of it in the words of the recommendation alone. */
export function derivedFields(
  item: JsonObject,
  kind: string,
  scene: MarkScene,
): { fields: JsonObject; said: Said } {
  const all = textsIn(item, 'motivation').map(lastPart);
  const isReply = all.includes('replying');
  const said: Said = {
    item,
    motivations: all,
    bodies: readBodies(item),
    targets: readTargets(item, { text: scene.text, paper: scene.paper, isReply }),
  };
  const created = isoDate(own(item, 'created')) ?? isoDate(own(item, 'modified')) ?? scene.now;
  const read = Object.hasOwn(readers, kind) ? readers[kind as RecordKind](said) : {};
  const fields = {
    kind,
    creator: creatorOf(item),
    created,
    modified: isoDate(own(item, 'modified')) ?? created,
    ...read,
  };
  return { fields, said };
}

function lostIn({ bodies, targets }: Said): string[] {
  const unused = [...new Set([...targets.unused, ...bodies.unused])];
  return unused.length > 0 ? [`${unused.join(', ')} not understood`] : [];
}

/** Of another program: kept with all that it says. */
function readForeign(item: JsonObject, scene: MarkScene): MarkDraft | LeftOut {
  const { fields, said } = derivedFields(item, 'annotation', scene);
  const { bodies, targets } = said;
  const lost = lostIn(said);
  const isSilent = bodies.words === '' && bodies.tags.length === 0;
  if (isSilent && targets.unfound === targets.passages.length && targets.records.length === 0) {
    return {
      why: [...lost, 'selects no words that could be looked for, and says nothing; left out'].join('; '),
    };
  }
  if (targets.unfound > 0) lost.push('the passage cannot be looked for; kept without one');
  // In a page the context is the page's; alone the annotation needs its own.
  const whole = own(item, '@context') === undefined ? { '@context': annotationContext, ...item } : item;
  const foreign = keepForeign('w3c', whole);
  if (foreign === null) lost.push('what only its own program understands is too long to be kept');
  const record = { id: idOfItem(item), ...fields, foreign };
  return { record, isDated: isoDate(own(item, 'created')) !== null, lost };
}

/** Reads a Web Annotation. Never throws. */
export function readW3c(item: JsonObject, scene: MarkScene): MarkDraft | LeftOut {
  const known = objectIn(item, terms.fields);
  if (!known) return readForeign(item, scene);
  const kind = textIn(known, 'kind') || 'annotation';
  const { fields } = derivedFields(item, kind, scene);
  return { record: { ...fields, ...known, kind, id: idOfItem(item) }, isDated: true, lost: [] };
}

/** True where an object looks like a Web Annotation. */
export const isW3c = (item: unknown): item is JsonObject =>
  isObject(item) && typesOf(item).includes('Annotation') && own(item, 'target') !== undefined;
