/** What is open: one paper with its notebooks and the session, as one immutable value. */
import { steadyArgument, type Argument } from '../model/argument.ts';
import { colours } from '../model/colours.ts';
import type { Note, Paper } from '../model/paper.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Annotation, NotebookRecord, Source, Support } from '../model/records.ts';
import { derived, steady } from './derived.ts';
import type { Placings } from './placing.ts';
import type { Focus, Session } from './session.ts';

export { derived } from './derived.ts';
export { freshSession } from './session.ts';
export type { Attaching, Face, Focus, Range, Reveal, Session } from './session.ts';

/**
 * What a layer is: the reading that ships with the paper, what the rules propose where none does, what somebody
 * handed out, what came back, the reader's own.
 */
export type LayerKind = 'edition' | 'proposed' | 'handout' | 'return' | 'own';

/** What the file of an opened layer says beside its records. */
export interface Opened {
  /** What the layer is called unless the reader says otherwise. */
  readonly name: string;
  /** All its records as the file has them, frozen, by id. */
  readonly records: ReadonlyMap<string, NotebookRecord>;
  /** Hash of the paper text that it was made on. */
  readonly version: string;
  /** When it was written, an ISO date in UTC; where the file does not say, when its last record was. */
  readonly made: string;
  /** Id of the handout that it answers; null where it answers none. */
  readonly answers: string | null;
  /** What its author asks of readers, in Markdown; empty for nothing. */
  readonly instructions: string;
}

/** A notebook as it is shown: the edition's reading, a handout, what came back, or the reader's own. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  readonly kind: LayerKind;
  /** Who made it, as they call themselves; empty where nobody said, and for the reader. */
  readonly creator: string;
  /** Which of the twelve tints it wears, from 1; 0 for none. */
  readonly tint: number;
  /** A few letters that no other layer has; empty for the edition's and the reader's own. */
  readonly sign: string;
  readonly readOnly: boolean;
  readonly visible: boolean;
  /** So many marks of the reader's own are still asked for before it shows: all of them, not what is missing; 0 for none. */
  readonly before: number;
  /** Null for the edition's reading and the reader's own. */
  readonly opened: Opened | null;
  /** Frozen records by id, each id in one layer of the desk alone; a new map after each change. */
  readonly records: ReadonlyMap<string, NotebookRecord>;
}

export type Saving = 'saved' | 'saving' | 'unsaved' | 'memory';

export interface Desk {
  readonly paper: Paper;
  /** Hash of the paper's text (`hashText`): what new targets count in. */
  readonly version: string;
  /** Where the search has found what no longer stands where it was made. Nothing of it is saved. */
  readonly placings: Placings;
  /** All layers; the reader's own is the last. */
  readonly layers: readonly Layer[];
  readonly session: Session;
  /** `memory`: nothing can be kept on this device. */
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The reader's own layer. */
export const ownLayer = (desk: Desk): Layer => {
  const own = desk.layers.at(-1);
  if (!own) throw new RangeError('A desk has at least the reader’s own layer.');
  return own;
};

/** Whether a layer shows: it is switched on, and nothing is asked for before it does. */
export const isShown = (layer: Layer): boolean => layer.visible && layer.before === 0;

/** Records of all visible layers, the reader's own last. */
export const visibleRecords = derived((layers: readonly Layer[]): readonly NotebookRecord[] =>
  layers.filter(isShown).flatMap((layer) => [...layer.records.values()]),
);

/**
 * The layers that say what is so of the paper (whom it names, what its notes support, what they read), shown or
 * hidden: those of whoever edited or taught it, and the reader's own. What came back changes nothing of it.
 */
export const factLayers = derived((layers: readonly Layer[]): readonly Layer[] =>
  layers.filter((layer) => layer.kind !== 'return' && layer.before === 0),
);

const build = steadyArgument();
const argumentOf = derived((layers: readonly Layer[]) => build(visibleRecords(layers)));

/** The argument of all visible layers; the same value until a record changes. */
export const argument = (desk: Desk): Argument => argumentOf(desk.layers);

const supportsOf = steady((layers: readonly Layer[]): ReadonlyMap<string, Support> => {
  const all = factLayers(layers).flatMap((layer) => [...layer.records.values()]);
  return new Map(all.filter((record) => record.kind === 'support').map((record) => [record.note, record]));
});

/** What each note supports, by the note's id. */
export const supports = (desk: Desk): ReadonlyMap<string, Support> => supportsOf(desk.layers);

const sourcesOf = steady((layers: readonly Layer[]): ReadonlyMap<string, Source> => {
  const all = factLayers(layers).flatMap((layer) => [...layer.records.values()]);
  return new Map(all.filter((record) => record.kind === 'source').map((record) => [record.id, record]));
});

/** The authorities that the text names, by id. */
export const sources = (desk: Desk): ReadonlyMap<string, Source> => sourcesOf(desk.layers);

const push = <T>(index: Map<string, T[]>, key: string, value: T): void => {
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
};

const namingOf = derived((paper: Paper) =>
  derived((known: ReadonlyMap<string, Support>): ReadonlyMap<string, readonly Note[]> => {
    const index = new Map<string, Note[]>();
    for (const note of paper.notes)
      for (const source of new Set(known.get(note.id)?.sources)) push(index, source, note);
    return index;
  }),
);

/** The notes for which the text names a source, by the source's id, in the order of the list. */
export const notesNaming = (desk: Desk, source: string): readonly Note[] =>
  namingOf(desk.paper)(supports(desk)).get(source) ?? [];

const carriedBy = derived((graph: Argument): ReadonlyMap<string, readonly Claim[]> => {
  const index = new Map<string, Claim[]>();
  for (const claim of graph.claims.values())
    for (const note of new Set(claim.notes)) push(index, note, claim);
  return index;
});

/** The visible claims that a note carries, by the note's id. */
export const claimsOn = (desk: Desk, note: string): readonly Claim[] =>
  carriedBy(argument(desk)).get(note) ?? [];

const annotationsOf = derived((layers: readonly Layer[]): readonly Annotation[] =>
  visibleRecords(layers).filter((record) => record.kind === 'annotation'),
);

/** The visible annotations, in the order of their making. */
export const annotations = (desk: Desk): readonly Annotation[] => annotationsOf(desk.layers);

/** What a layer's author calls the colours, by key; what they start with where nothing was said. */
export const meaningsIn = derived((layer: Layer): ReadonlyMap<string, string> => {
  const named = new Map(colours.map(({ key, meaning }) => [key, meaning]));
  for (const record of layer.records.values())
    if (record.kind === 'meaning') named.set(record.colour, record.name);
  return named;
});

/** What the reader calls the colours, by key. */
export const meanings = (desk: Desk): ReadonlyMap<string, string> => meaningsIn(ownLayer(desk));

/** The layer that holds a record; null where none does. */
export const layerOf = (desk: Desk, id: string): Layer | null =>
  desk.layers.findLast((layer) => layer.records.has(id)) ?? null;

/** Whether the reader may change a record: it lies in a notebook of their own. */
export const canEdit = (desk: Desk, id: string): boolean => layerOf(desk, id)?.readOnly === false;

/** True where both name the same thing. */
export const sameFocus = (one: Focus | null, other: Focus | null): boolean =>
  one?.kind === other?.kind && one?.id === other?.id;
