/** Passages: where the claims, annotations and supports of a desk stand in its paper. Derived, cached. */
import type { Verdict } from '../anchoring/verdict.ts';
import type { Paper } from '../model/paper.ts';
import type { Target } from '../model/record-parts.ts';
import { claimsJoined } from '../model/argument.ts';
import type { Annotation, Support } from '../model/records.ts';
import { notesLitBy } from './backing.ts';
import {
  argument,
  derived,
  isShown,
  layerOf,
  supports,
  visibleRecords,
  type Desk,
  type Focus,
  type Layer,
} from './desk.ts';
import { LayerPlaces, merged } from './layer-places.ts';
import { allNoteWords } from './note-words.ts';
import { isSought, placeOf, type Placings, type Sought } from './placing.ts';
import { isInThread } from './threads.ts';
import { hasTargets, type NotePassage, type Passage, type RecordPlaces } from './record-places.ts';

export type { NotePassage, Passage } from './record-places.ts';

/** What could be placed, and what no longer resolves. */
export interface Placed {
  /** In the paper text, in its order. */
  readonly passages: readonly Passage[];
  /** In the words of notes. */
  readonly inNotes: readonly NotePassage[];
  /** Ids of records of which no target resolves, and none is being looked for. */
  readonly orphans: readonly string[];
  /** Ids of records of which no target is found yet, but some are being looked for. */
  readonly searching: readonly string[];
  /** The records of which not everything stands in the text as it was made, by id. */
  readonly unsettled: ReadonlyMap<string, RecordPlaces>;
}

/** Where a target stands in the paper text; null where it is an orphan, is being looked for, or points into a note. */
export function place(desk: Desk, target: Target): Verdict | null {
  const found = target.note === undefined ? placeOf(desk.placings, desk.paper.text, target) : null;
  return found?.how === 'orphan' ? null : found;
}

/** Where the layers of each paper stood last, by the layer's id. */
const kept = new WeakMap<Paper, Map<string, LayerPlaces>>();

function placesOf(paper: Paper, layer: string): LayerPlaces {
  let layers = kept.get(paper);
  if (!layers) kept.set(paper, (layers = new Map<string, LayerPlaces>()));
  let places = layers.get(layer);
  if (!places) layers.set(layer, (places = new LayerPlaces()));
  return places;
}

const isLost = ({ record, passages, inNotes, sought }: RecordPlaces): boolean =>
  record.targets.length > 0 && passages.length + inNotes.length + sought.length === 0;

function placeAll(paper: Paper, layers: readonly Layer[], placings: Placings): Placed {
  const ground = { paper, layers, words: allNoteWords(paper, layers), placings };
  const shown = layers.filter(isShown);
  const all = shown.map((layer) => placesOf(paper, layer.id).update(layer.records, ground));
  const unsettled = all.flatMap((one) => [...one.unsettled]);
  const open = unsettled.map(([, one]) => one);
  return {
    passages: all.reduce<readonly Passage[]>((sum, one) => merged(sum, one.passages), []),
    inNotes: all.flatMap((one) => one.inNotes),
    orphans: open.filter(isLost).map(({ record }) => record.id),
    searching: open
      .filter((one) => one.sought.length > 0 && one.passages.length + one.inNotes.length === 0)
      .map(({ record }) => record.id),
    unsettled: new Map(unsettled),
  };
}

const placedFor = derived((paper: Paper) =>
  derived((layers: readonly Layer[]) =>
    derived((placings: Placings): Placed => placeAll(paper, layers, placings)),
  ),
);

/** The passages of all visible layers and what has lost its place. */
export const placed = (desk: Desk): Placed => placedFor(desk.paper)(desk.layers)(desk.placings);

const none: readonly NotePassage[] = [];

const byNote = derived((all: Placed): ReadonlyMap<string, readonly NotePassage[]> => {
  const notes = new Map<string, NotePassage[]>();
  for (const passage of all.inNotes) {
    const known = notes.get(passage.words.note);
    if (known) known.push(passage);
    else notes.set(passage.words.note, [passage]);
  }
  return notes;
});

/** The passages in the words of a note, of the copy and of every transcript. */
export const passagesIn = (desk: Desk, note: string): readonly NotePassage[] =>
  byNote(placed(desk)).get(note) ?? none;

const annotationsByNote = derived((layers: readonly Layer[]): ReadonlyMap<string, readonly Annotation[]> => {
  const notes = new Map<string, Annotation[]>();
  for (const record of visibleRecords(layers)) {
    if (record.kind !== 'annotation' || isInThread(layers, record.id)) continue;
    for (const note of new Set(record.targets.map((target) => target.note))) {
      if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), record]);
    }
  }
  return notes;
});

/** The visible marks that were made in a note, those that have lost their words included. */
export const annotationsIn = (desk: Desk, note: string): readonly Annotation[] =>
  annotationsByNote(desk.layers).get(note) ?? [];

interface Supported {
  readonly passages: readonly Passage[];
  readonly sought: readonly Sought[];
}

const supportedFor = derived(({ text }: Paper) =>
  derived((known: ReadonlyMap<string, Support>) =>
    derived((placings: Placings): Supported => {
      const all = [...known.values()];
      const sought = all.map(({ target }) => ({ text, target }));
      const passages = all.flatMap((record): Passage[] => {
        const found = placeOf(placings, text, record.target);
        if (!found || found.how === 'orphan') return [];
        return [{ kind: 'support', id: record.note, start: found.start, end: found.end, record }];
      });
      return { passages, sought: sought.filter((one) => isSought(placings, one)) };
    }),
  ),
);

const supportedOn = (desk: Desk): Supported => supportedFor(desk.paper)(supports(desk))(desk.placings);

/** What the notes support, as passages; their ids are those of the notes. */
export const supported = (desk: Desk): readonly Passage[] => supportedOn(desk).passages;

/** The targets that do not stand where they were made and have not been looked for yet. */
export const sought = (desk: Desk): readonly Sought[] => [
  ...[...placed(desk).unsettled.values()].flatMap((one) => one.sought),
  ...supportedOn(desk).sought,
];

/** Id of the note that a claim or a mark was made in; null where it was made in the text. */
export function noteAround(desk: Desk, focus: Focus): string | null {
  const record = layerOf(desk, focus.id)?.records.get(focus.id);
  return record && hasTargets(record) ? (record.targets[0]?.note ?? null) : null;
}

/** The ranges that a thing lights in the text; empty where it has none. */
export function rangesOf(desk: Desk, focus: Focus): readonly { start: number; end: number }[] {
  if (focus.kind === 'claim' || focus.kind === 'annotation') {
    return placed(desk).passages.filter((one) => one.kind === focus.kind && one.id === focus.id);
  }
  if (focus.kind === 'note' || focus.kind === 'source') {
    const notes = new Set(notesLitBy(desk, focus));
    return supported(desk).filter((one) => notes.has(one.id));
  }
  const claims = new Set(claimsJoined(argument(desk), focus.id));
  return placed(desk).passages.filter((one) => one.kind === 'claim' && claims.has(one.id));
}
