/** The marks of a desk as one lists them: the annotations and claims of the visible layers, each with where it stands. Derived. */
import { blockAt } from '../model/paper.ts';
import type { Claim } from '../model/argument-records.ts';
import { motivations, type Annotation, type Motivation, type NotebookRecord } from '../model/records.ts';
import type { Desk, Layer } from './desk.ts';
import { placed, type Placed } from './passages.ts';
import { isInThread, repliesIn } from './threads.ts';
import { fates, verdictOf, type Fate } from './verdicts.ts';

/** What a mark is for: a motivation, or a claim. */
export type MarkKind = Motivation | 'claim';

export const markKinds: readonly MarkKind[] = [...motivations, 'claim'];

/** What became of its worst passage; `whole`: it is about the paper as a whole. */
export type MarkState = Fate | 'whole';

/** In the order in which they are offered. */
export const markStates: readonly MarkState[] = ['placed', 'whole', ...fates.slice(1)];

/** An annotation that begins a thread, or a claim. */
export interface Mark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly record: Annotation | Claim;
  /** Id of the layer that it lies in. */
  readonly layer: string;
  /** True where it lies in the reader's own notebook. */
  readonly isOwn: boolean;
  readonly state: MarkState;
  /** Where it is read first, in code points: its first passage, or the marker of the note it was made in; null where it stands nowhere. */
  readonly start: number | null;
  /** How many passages it has, found or not. */
  readonly passages: number;
  /** Address of the section that `start` lies in; empty outside any, and where it stands nowhere. */
  readonly section: string;
  /** Id of the author's note that it was made in; null where it was made in the text. */
  readonly note: string | null;
  /** The annotations that reply to it, and to these, in the order of their making. */
  readonly replies: readonly Annotation[];
}

interface Stand {
  readonly start: number;
  readonly end: number;
}

/** Where each record is read first. */
function standsOf({ passages, inNotes }: Placed): ReadonlyMap<string, Stand> {
  const stands = new Map<string, Stand>();
  const add = (id: string, stand: Stand): void => {
    const known = stands.get(id);
    if (!known || stand.start < known.start) stands.set(id, stand);
  };
  for (const { id, start, end } of passages) add(id, { start, end });
  for (const { id, marked } of inNotes) add(id, { start: Math.max(0, (marked ?? 0) - 1), end: marked ?? 0 });
  return stands;
}

/** Nearly all stand where they were made: only the others are asked for a verdict. */
function stateOf(desk: Desk, { unsettled }: Placed, { id, targets }: Annotation | Claim): MarkState {
  if (targets.length === 0) return 'whole';
  return unsettled.has(id) ? (verdictOf(desk, id)?.fate ?? 'placed') : 'placed';
}

function marksIn(desk: Desk, all: Placed): Mark[] {
  const { paper, layers } = desk;
  const stands = standsOf(all);
  const markOf = (layer: Layer, record: Annotation | Claim): Mark => {
    const stand = stands.get(record.id);
    return {
      id: record.id,
      kind: record.kind === 'claim' ? 'claim' : record.motivation,
      record,
      layer: layer.id,
      isOwn: !layer.readOnly,
      state: stateOf(desk, all, record),
      start: stand?.start ?? null,
      passages: record.targets.length,
      section: stand ? (blockAt(paper, stand.start)?.section ?? '') : '',
      note: record.targets[0]?.note ?? null,
      replies: repliesIn(layers, record.id).map((reply) => reply.record),
    };
  };
  const ends = (mark: Mark): number => stands.get(mark.id)?.end ?? 0;
  // Each id once: a record of the reader's own stands for one of the same id in a layer below.
  const marks = new Map<string, Mark>();
  for (const layer of layers.filter(({ visible }) => visible))
    for (const record of layer.records.values())
      if (isListed(layers, record)) marks.set(record.id, markOf(layer, record));
  return [...marks.values()].sort(
    (one, other) => (one.start ?? -1) - (other.start ?? -1) || ends(other) - ends(one),
  );
}

/** A reply is listed with what it answers. */
const isListed = (layers: readonly Layer[], record: NotebookRecord): record is Annotation | Claim =>
  record.kind === 'claim' || (record.kind === 'annotation' && !isInThread(layers, record.id));

const known = new WeakMap<Placed, readonly Mark[]>();

/** The marks of all visible layers in the order of the text; what stands nowhere comes first. The same value until a record changes. */
export function marks(desk: Desk): readonly Mark[] {
  // What is placed is another value with each change of the records.
  const all = placed(desk);
  let found = known.get(all);
  if (!found) known.set(all, (found = marksIn(desk, all)));
  return found;
}

/** A mark's tags; a claim has none. */
export const tagsOf = ({ record }: Mark): readonly string[] =>
  record.kind === 'annotation' ? record.tags : [];
