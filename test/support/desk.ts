/** A desk for tests in one call: a store on a real notebook, with or without an edition's reading, and records to put there. */
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { Tracer } from '../../src/anchoring/tracer.ts';
import { freshSession, type Layer, type Range } from '../../src/desk/desk.ts';
import { ownLayerOf } from '../../src/desk/layers.ts';
import { sought } from '../../src/desk/passages.ts';
import { noPlacings } from '../../src/desk/placing.ts';
import { Store } from '../../src/desk/store.ts';
import type { PlainText } from '../../src/model/plain-text.ts';
import type { Paper } from '../../src/model/paper.ts';
import {
  bareClaim,
  bareConflict,
  bareStep,
  type Claim,
  type Conflict,
  type Inference,
  type Preference,
} from '../../src/model/argument-records.ts';
import type { Annotation, NotebookRecord, Source, Support } from '../../src/model/records.ts';
import { Notebook } from '../../src/notebook/notebook.ts';

const stamp = { creator: 'tester', created: '2026-01-02T03:04:05Z', modified: '2026-01-02T03:04:05Z' };

/** A claim; its wording is its id until it is said otherwise. */
export const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  ...stamp,
  kind: 'claim',
  id,
  role: 'premise',
  wording: `That ${id}.`,
  targets: [],
  notes: [],
  group: null,
  aside: false,
  ...bareClaim,
  ...more,
});

/** A step from premises to a conclusion. */
export const step = (id: string, premises: readonly string[], conclusion: string): Inference => ({
  ...stamp,
  kind: 'inference',
  id,
  premises: premises.map((one) => ({ claim: one, role: null })),
  conclusion,
  gist: `How ${id} goes.`,
  implicit: false,
  ...bareStep,
});

/** An attack on a claim or a step. */
export const attack = (id: string, from: string, to: string, more: Partial<Conflict> = {}): Conflict => ({
  ...stamp,
  kind: 'conflict',
  id,
  from,
  to,
  attack: 'rebut',
  mutual: false,
  gist: `What ${id} is about.`,
  ...bareConflict,
  ...more,
});

/** What is to be preferred to what, claims or steps. */
export const preference = (id: string, over: string, under: string): Preference => ({
  ...stamp,
  kind: 'preference',
  id,
  over,
  under,
  gist: '',
  foreign: null,
});

export const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  ...stamp,
  kind: 'annotation',
  id,
  motivation: 'highlighting',
  targets: [],
  body: '',
  colour: 'yellow',
  tags: [],
  style: 'highlight',
  replyTo: null,
  foreign: null,
  ...more,
});

/** What the note of a number supports. */
export const support = (paper: Paper, note: string, range: Range, more: Partial<Support> = {}): Support => ({
  ...stamp,
  kind: 'support',
  id: `sup-${note}`,
  note: `fn${note}`,
  target: describeRange(paper.text, range.start, range.end),
  scope: 'clause',
  confidence: 0.9,
  sources: [],
  attribution: null,
  speakers: [],
  remark: null,
  ...more,
});

export const source = (id: string, name: string): Source => ({
  ...stamp,
  kind: 'source',
  id,
  name,
  variants: [],
});

/** The targets of ranges, as a record keeps them. */
export const targets = (paper: Paper, ...ranges: readonly Range[]): Claim['targets'] =>
  ranges.map(({ start, end }) => describeRange(paper.text, start, end));

export interface Contents {
  /** Records of the edition's reading, read-only; no such layer where none are given. */
  readonly edition?: readonly NotebookRecord[];
  /** Records in the reader's own notebook. */
  readonly own?: readonly NotebookRecord[];
}

/** A store on a paper, and the notebook it stands on. */
export function deskOn(
  paper: Paper,
  { edition, own = [] }: Contents = {},
): { store: Store; notebook: Notebook } {
  const notebook = new Notebook();
  const maker = new Notebook();
  if (own.length > 0) maker.apply({ label: 'Fill', put: own });
  // Loaded, not applied: what was there before the test cannot be undone.
  notebook.load([maker.encode()]);
  const layers: Layer[] = [ownLayerOf('own', 'My notebook', notebook.records)];
  if (edition) {
    const records = new Map(edition.map((record) => [record.id, Object.freeze(record)]));
    layers.unshift({
      ...ownLayerOf('edition', 'The edition’s reading', records),
      kind: 'edition',
      readOnly: true,
    });
  }
  const desk = {
    paper,
    version: `sha256-${'0'.repeat(64)}`,
    placings: noPlacings,
    layers,
    session: freshSession,
    saving: 'saved',
    canUndo: false,
    canRedo: false,
  } as const;
  return { store: new Store(desk, notebook), notebook };
}

/** A record of the reader's own, by its id; throws where there is none of this kind. */
export function ownRecord<K extends NotebookRecord['kind']>(
  store: Store,
  id: string,
  kind: K,
): Extract<NotebookRecord, { kind: K }> {
  const record = store.desk.layers.at(-1)?.records.get(id);
  if (record?.kind !== kind) throw new Error(`There is no ${kind} “${id}” of the reader’s own.`);
  return record as Extract<NotebookRecord, { kind: K }>;
}

/** Looks for whatever does not stand where it was made, at once; `versions` are older texts of the paper by their hash. */
export function searchAll(store: Store, versions: Readonly<Record<string, string>> = {}): void {
  const tracers = new Map<PlainText, Tracer>();
  const found = sought(store.desk).map(({ text, target }) => {
    const tracer = tracers.get(text) ?? new Tracer(text);
    if (!tracers.has(text)) for (const [hash, old] of Object.entries(versions)) tracer.know(hash, old);
    tracers.set(text, tracer);
    return { text, target, verdict: tracer.trace(target) };
  });
  store.setFound(found);
}
