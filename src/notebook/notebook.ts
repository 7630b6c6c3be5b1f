/**
 * The reader's notebook: the one source of truth for the records of one person on one paper. Inside it is a
 * Yjs document; outside nobody sees Yjs, only frozen records, what changed, and updates to keep and send.
 */
import * as Y from 'yjs';
import { Fault } from '../model/fault.ts';
import type { NotebookRecord } from '../model/records.ts';
import { Unsound } from '../model/shapes.ts';
import { deleteRecord, openCollections, writeRecord } from './fields.ts';
import { History, revert, type Direction, type Reversal, type Stacks, type Step } from './history.ts';
import { RecordView } from './record-view.ts';
import { readRecord } from './validate.ts';

/** One change by the reader, undone as one. `label` says what it does ("Highlight"). */
export interface Edit {
  readonly label: string;
  /** Whole records, new or changed; of two with one id the last counts. Kind, creator and date of creation stay. */
  readonly put?: readonly NotebookRecord[];
  /** Ids to delete; unknown ones are passed over. */
  readonly remove?: readonly string[];
  /** Edits in a row with the same word here are undone as one: a sentence, not its letters. */
  readonly joins?: string;
}

/** What changed, by id. All lists are empty where only `canUndo`, `canRedo` or `quarantined` did. */
export interface Change {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly origin: 'local' | 'undo' | 'redo' | 'remote';
}

/** See the head of this file. Listeners hear of each change once; they may not change the notebook themselves. */
export class Notebook {
  readonly #doc = new Y.Doc();
  readonly #collections = openCollections(this.#doc);
  readonly #view = new RecordView(this.#collections);
  readonly #history = new History();
  readonly #changeListeners = new Set<(change: Change) => void>();
  readonly #updateListeners = new Set<(update: Uint8Array) => void>();
  readonly #beforeListeners = new Set<() => void>();
  #unreadable = 0;

  /** Frozen records by id, in the order of their making. The same map and records until they change. */
  get records(): ReadonlyMap<string, NotebookRecord> {
    return this.#view.records;
  }

  get canUndo(): boolean {
    return this.#history.has('undo');
  }

  get canRedo(): boolean {
    return this.#history.has('redo');
  }

  /** How many records and loaded updates are left out because they are not sound. */
  get quarantined(): number {
    return this.#view.unsound + this.#unreadable;
  }

  /** What can be undone and done again, for keeping. */
  get history(): Stacks {
    return this.#history.stacks;
  }

  /** Takes in what an earlier visit of the same tab could undo; see `History.restore`. */
  restore(kept: Stacks): void {
    this.#history.restore(kept);
    this.#tell('remote', []);
  }

  /**
   * Makes a change of the reader's own; it can be undone as one. An edit that changes nothing leaves no trace.
   * Throws RangeError, and changes nothing, where a record is not sound or not of the same kind, creator and
   * date as the one it replaces, or where an id is both put and removed.
   */
  apply(edit: Edit): void {
    const put = new Map(edit.put?.map((record) => [record.id, this.#checked(record)]));
    const remove = edit.remove ?? [];
    const both = remove.find((id) => put.has(id));
    if (both !== undefined) throw new RangeError(`An edit puts a record or removes it, not both: ${both}.`);
    this.#write('local', { put: [...put.values()], remove }, (steps) => {
      this.#history.add({ label: edit.label, steps, joins: edit.joins ?? null });
    });
  }

  /** Takes back the reader's last edit, never other people's work; answers its label, or null. */
  undo(): string | null {
    return this.#travel('undo');
  }

  /** Does again what was last undone; answers its label, or null. */
  redo(): string | null {
    return this.#travel('redo');
  }

  /**
   * Takes in an update of another copy; one that is known already changes nothing.
   * Throws `notebook/malformed` where it cannot be read.
   */
  merge(update: Uint8Array): void {
    let failure: unknown = null;
    this.#commit('remote', () => {
      failure = this.#tryUpdate(update);
    });
    if (failure) throw new Fault('notebook/malformed', '', { cause: failure });
  }

  /** Takes in stored updates, in any order, as one change. Those that cannot be read are passed over and counted. */
  load(updates: Iterable<Uint8Array>): void {
    this.#commit('remote', () => {
      for (const update of updates) if (this.#tryUpdate(update)) this.#unreadable += 1;
    });
  }

  /** The whole notebook as one update, unsound records included. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** Tells of each change; returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** Gives the update of each change made here (edits, undo, redo; not merges), to be kept and sent. */
  onUpdate(listener: (update: Uint8Array) => void): () => void {
    this.#updateListeners.add(listener);
    return () => this.#updateListeners.delete(listener);
  }

  /** Calls just before each change made here (edits, undo, redo; not merges); returns the way to stop. */
  onBefore(listener: () => void): () => void {
    this.#beforeListeners.add(listener);
    return () => this.#beforeListeners.delete(listener);
  }

  #checked(record: NotebookRecord): NotebookRecord {
    const sound = readRecord(record);
    if (sound instanceof Unsound) throw new RangeError(`The record is not sound: ${sound.toString()}.`);
    const { kind, creator, created } = this.records.get(sound.id) ?? sound;
    if (kind !== sound.kind || creator !== sound.creator || created !== sound.created) {
      throw new RangeError(`${sound.id} keeps its kind, creator and date of creation for life.`);
    }
    return sound;
  }

  #travel(direction: Direction): string | null {
    let wasSkipped = false;
    for (let past = this.#history.take(direction); past; past = this.#history.take(direction)) {
      const { label, steps } = past;
      const reversal = revert(steps, this.records);
      if (reversal.put.length + reversal.remove.length > 0) {
        this.#write(direction, reversal, (done) =>
          this.#history.turn(direction, { label, steps: done, joins: null }),
        );
        return label;
      }
      // Others have since changed all that this edit had changed: nothing of it is left to take back.
      wasSkipped = true;
    }
    if (wasSkipped) this.#tell(direction, []);
    return null;
  }

  #write(
    origin: Change['origin'],
    { put, remove }: Reversal,
    remember: (steps: readonly Step[]) => void,
  ): void {
    callAll(this.#beforeListeners, undefined);
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array): void => void updates.push(update);
    // Yjs encodes a transaction only where someone listens, and nobody needs the encoding of a merge.
    this.#doc.on('update', collect);
    try {
      this.#commit(
        origin,
        () => {
          for (const id of remove) deleteRecord(this.#collections, id);
          for (const record of put) writeRecord(this.#collections, record, this.records.get(record.id));
        },
        remember,
        updates,
      );
    } finally {
      this.#doc.off('update', collect);
    }
  }

  /** Runs one transaction, brings the records up to date, and only then tells everyone. */
  #commit(
    origin: Change['origin'],
    work: () => void,
    remember?: (steps: readonly Step[]) => void,
    updates: readonly Uint8Array[] = [],
  ): void {
    const before = this.quarantined;
    let steps: readonly Step[] = [];
    const refresh = (transaction: Y.Transaction): void => {
      steps = this.#view.refresh(transaction);
    };
    this.#doc.on('afterTransaction', refresh);
    try {
      this.#doc.transact(work, origin);
    } finally {
      this.#doc.off('afterTransaction', refresh);
    }
    if (steps.length > 0) remember?.(steps);
    for (const update of updates) callAll(this.#updateListeners, update);
    if (steps.length > 0 || this.quarantined !== before) this.#tell(origin, steps);
  }

  #tryUpdate(update: Uint8Array): unknown {
    try {
      Y.applyUpdate(this.#doc, update);
      return null;
    } catch (error) {
      return error;
    }
  }

  #tell(origin: Change['origin'], steps: readonly Step[]): void {
    const ids = (list: readonly Step[]): readonly string[] => list.map((step) => step.id);
    callAll(this.#changeListeners, {
      added: ids(steps.filter((step) => !step.from)),
      updated: ids(steps.filter((step) => step.from && step.to)),
      removed: ids(steps.filter((step) => !step.to)),
      origin,
    });
  }
}

/** Calls every listener; one that fails is reported and keeps nobody else from hearing. */
function callAll<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of [...listeners]) {
    try {
      listener(value);
    } catch (error) {
      reportError(error);
    }
  }
}
