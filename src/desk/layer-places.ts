/** Where the records of one layer stand, kept from change to change: only what is another than before is placed anew. */
import type { Claim } from '../model/argument-records.ts';
import type { Annotation, NotebookRecord } from '../model/records.ts';
import { isSought } from './placing.ts';
import { isInThread } from './threads.ts';
import {
  hasTargets,
  Placer,
  type Ground,
  type NotePassage,
  type Passage,
  type RecordPlaces,
} from './record-places.ts';

/** Whether a record stands somewhere by itself: one in the thread of another stands with that. */
const hasPlace = (record: NotebookRecord | undefined, { layers }: Ground): record is Claim | Annotation =>
  hasTargets(record) && !isInThread(layers, record.id);

const byMaking = (one: { record: Claim | Annotation }, other: { record: Claim | Annotation }): number => {
  const [a, b] = [one.record, other.record];
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

/** The records that are not settled, in the order of their making; it is kept where no new one comes. */
function stillOpen(
  unsettled: ReadonlyMap<string, RecordPlaces>,
  gone: readonly string[],
  fresh: readonly RecordPlaces[],
): ReadonlyMap<string, RecordPlaces> {
  const still = new Map(unsettled);
  for (const id of gone) still.delete(id);
  for (const one of fresh) {
    if (one.isSettled) still.delete(one.record.id);
    else still.set(one.record.id, one);
  }
  const isNew = fresh.some(({ record, isSettled }) => !isSettled && !unsettled.has(record.id));
  return isNew ? new Map([...still].sort(([, one], [, other]) => byMaking(one, other))) : still;
}

/** In the order of the text, the longer first; of equal ones the older record first. */
function byPlace(one: Passage, other: Passage): number {
  const order = one.start - other.start || other.end - one.end;
  if (order !== 0 || one.record === other.record) return order;
  const [a, b] = [one.record, other.record];
  return a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1;
}

/** Merges two sorted lists; of equal ones those of the first come first. */
export function merged(
  first: readonly Passage[],
  second: readonly Passage[],
  compare: (one: Passage, other: Passage) => number = (one, other) =>
    one.start - other.start || other.end - one.end,
): readonly Passage[] {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const all: Passage[] = [];
  let at = 0;
  for (const passage of first) {
    for (; at < second.length && compare(second[at] as Passage, passage) < 0; at += 1)
      all.push(second[at] as Passage);
    all.push(passage);
  }
  return at < second.length ? all.concat(second.slice(at)) : all;
}

/** What stands in one layer, as it was last asked for. */
export interface LayerPlaced {
  readonly passages: readonly Passage[];
  readonly inNotes: readonly NotePassage[];
  /** The records of which not everything stands in the text as it was made, in the order of their making; by id. */
  readonly unsettled: ReadonlyMap<string, RecordPlaces>;
}

/** Follows the records of one layer. `update` answers as if everything were placed anew. */
export class LayerPlaces {
  readonly #places = new Map<string, RecordPlaces>();
  #ground: Ground | null = null;
  #placed: LayerPlaced = { passages: [], inNotes: [], unsettled: new Map() };

  /** What stands in the layer now. The same value where nothing is another one. */
  update(records: ReadonlyMap<string, NotebookRecord>, ground: Ground): LayerPlaced {
    const isWalked = this.#ground?.layers !== ground.layers;
    const changed = isWalked ? this.#changed(records, ground) : [];
    const gone = isWalked ? [...this.#places.keys()].filter((id) => !hasPlace(records.get(id), ground)) : [];
    const placer = new Placer(ground);
    const fresh = [...changed, ...this.#open(records, ground, changed)].flatMap((record) => {
      const places = placer.place(record);
      const before = this.#places.get(record.id);
      return before && isSame(before, places) ? [] : [places];
    });
    this.#ground = ground;
    if (fresh.length + gone.length > 0) this.#placed = this.#with(fresh, gone);
    return this.#placed;
  }

  /** The records that are others than before. */
  #changed(records: ReadonlyMap<string, NotebookRecord>, ground: Ground): (Claim | Annotation)[] {
    const changed: (Claim | Annotation)[] = [];
    for (const record of records.values())
      if (this.#places.get(record.id)?.record !== record && hasPlace(record, ground)) changed.push(record);
    return changed;
  }

  /** The other ones, as far as another ground may place them elsewhere. */
  #open(
    records: ReadonlyMap<string, NotebookRecord>,
    ground: Ground,
    changed: readonly (Claim | Annotation)[],
  ): (Claim | Annotation)[] {
    const before = this.#ground;
    if (before?.words === ground.words && before.placings === ground.placings) return [];
    const known = new Set<NotebookRecord>(changed);
    // What was found stays found: where no words of notes are others, only answers to what is sought matter.
    const isAnswered = ({ sought }: RecordPlaces): boolean =>
      sought.some((one) => !isSought(ground.placings, one));
    const all = [...this.#placed.unsettled.values()];
    const open = before?.words === ground.words ? all.filter(isAnswered) : all;
    return open
      .map(({ record }) => records.get(record.id))
      .filter((record) => hasPlace(record, ground))
      .filter((record) => !known.has(record));
  }

  #with(fresh: readonly RecordPlaces[], gone: readonly string[]): LayerPlaced {
    const old = new Set([...gone, ...fresh.map(({ record }) => record.id)]);
    const wasThere = [...old].some((id) => this.#places.has(id));
    for (const id of gone) this.#places.delete(id);
    for (const one of fresh) this.#places.set(one.record.id, one);
    const { passages, unsettled } = this.#placed;
    const kept = wasThere ? passages.filter(({ id }) => !old.has(id)) : passages;
    const added = fresh.flatMap((one) => one.passages).sort(byPlace);
    const still = stillOpen(unsettled, gone, fresh);
    return {
      passages: merged(kept, added, byPlace),
      inNotes: [...still.values()].flatMap((one) => one.inNotes),
      unsettled: still,
    };
  }
}

function isSame(one: RecordPlaces, other: RecordPlaces): boolean {
  return (
    one.record === other.record &&
    one.sought.length === other.sought.length &&
    one.targets.every(({ text, verdict }, at) => {
      const there = other.targets[at];
      return text === there?.text && verdict === there.verdict;
    }) &&
    one.inNotes.length === other.inNotes.length &&
    one.inNotes.every(({ words }, at) => words === other.inNotes[at]?.words)
  );
}
