/** The records of a Yjs document as frozen values, kept up to date one transaction at a time. */
import type { Transaction } from 'yjs';
import type { NotebookRecord } from '../model/records.ts';
import { readEntry, touchedIds, type Collections } from './fields.ts';
import type { Step } from './history.ts';
import { shareFields } from './values.ts';

/** Reads only what a transaction touched; everything else keeps its identity. */
export class RecordView {
  readonly #collections: Collections;
  readonly #unsound = new Map<string, number>();
  #records: ReadonlyMap<string, NotebookRecord> = new Map();

  constructor(collections: Collections) {
    this.#collections = collections;
  }

  /** Frozen records by id, ordered by date of creation, then id. The same map until a record changes. */
  get records(): ReadonlyMap<string, NotebookRecord> {
    return this.#records;
  }

  /** How many entries are left out. */
  get unsound(): number {
    let count = 0;
    for (const here of this.#unsound.values()) count += here;
    return count;
  }

  /** Reads again what a transaction has touched and answers what became of the records. */
  refresh(transaction: Transaction): readonly Step[] {
    const steps: Step[] = [];
    for (const id of touchedIds(transaction, this.#collections)) {
      const from = this.#records.get(id) ?? null;
      const to = this.#read(id, from);
      if (to !== from) steps.push({ id, from, to });
    }
    if (steps.length > 0) this.#records = withSteps(this.#records, steps);
    return steps;
  }

  #read(id: string, known: NotebookRecord | null): NotebookRecord | null {
    const { record, unsound } = readEntry(this.#collections, id);
    if (unsound > 0) this.#unsound.set(id, unsound);
    else this.#unsound.delete(id);
    return record && known?.kind === record.kind ? shareFields(known, record) : record;
  }
}

const isBefore = (one: NotebookRecord, other: NotebookRecord): boolean =>
  one.created === other.created ? one.id < other.id : one.created < other.created;

/** The last of a map; null of an empty one. */
function lastOf(records: ReadonlyMap<string, NotebookRecord>): NotebookRecord | null {
  let last: NotebookRecord | null = null;
  for (const record of records.values()) last = record;
  return last;
}

/** The records after some steps, in order. Sorting is needed only where a new one is not the youngest. */
function withSteps(
  records: ReadonlyMap<string, NotebookRecord>,
  steps: readonly Step[],
): ReadonlyMap<string, NotebookRecord> {
  const next = new Map(records);
  let youngest = lastOf(records);
  let isInOrder = true;
  for (const { id, from, to } of steps) {
    if (to) next.set(id, to);
    else next.delete(id);
    if (!to || to.created === from?.created) continue;
    isInOrder &&= !from && (!youngest || !isBefore(to, youngest));
    youngest = to;
  }
  return isInOrder ? next : sorted(next);
}

const sorted = (records: ReadonlyMap<string, NotebookRecord>): ReadonlyMap<string, NotebookRecord> =>
  new Map([...records].sort(([, one], [, other]) => (isBefore(one, other) ? -1 : 1)));
