/**
 * Everything that is kept, read as it lies there, store by store: for backups. The database is opened without a version, so that
 * one of a newer app, or one that could not be brought up to date, can be read as well. Nothing here writes.
 */
import { openDB, type IDBPDatabase } from 'idb';
import { Fault } from '../model/fault.ts';
import { storageFault } from './database.ts';

/** A row with its key. */
export type KeptRow = readonly [key: IDBValidKey, value: unknown];

/** Rows by store. All methods throw faults of storage and nothing else of the world's. */
export interface KeptRows {
  /** Version of the database; 0 in memory. */
  readonly schema: number;
  readonly stores: readonly string[];
  /** All keys of a store, in order; none where there is no such store. */
  keys(store: string): Promise<readonly IDBValidKey[]>;
  /** A row; undefined where it is gone. */
  row(store: string, key: IDBValidKey): Promise<unknown>;
  /** At most `most` rows of a store after the key `after` (from the first one where it is null), in order. */
  rows(store: string, after: IDBValidKey | null, most: number): Promise<readonly KeptRow[]>;
  /** The last key of a store; null where it is empty, or no such store. */
  last(store: string): Promise<IDBValidKey | null>;
  close(): void;
}

/** See `openRows`. */
class DatabaseRows implements KeptRows {
  readonly #database: IDBPDatabase;

  constructor(database: IDBPDatabase) {
    this.#database = database;
  }

  get schema(): number {
    return this.#database.version;
  }

  get stores(): readonly string[] {
    return [...this.#database.objectStoreNames];
  }

  keys(store: string): Promise<readonly IDBValidKey[]> {
    return this.#run(store, [], () => this.#database.getAllKeys(store));
  }

  row(store: string, key: IDBValidKey): Promise<unknown> {
    return this.#run<unknown>(store, undefined, () => this.#database.get(store, key));
  }

  rows(store: string, after: IDBValidKey | null, most: number): Promise<readonly KeptRow[]> {
    return this.#run(store, [], async () => {
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      // In one transaction: keys and rows must be of the same moment.
      const { store: from } = this.#database.transaction(store);
      const [keys, values] = await Promise.all([from.getAllKeys(range, most), from.getAll(range, most)]);
      return keys.map((key, at): KeptRow => [key, values[at]]);
    });
  }

  last(store: string): Promise<IDBValidKey | null> {
    return this.#run<IDBValidKey | null>(store, null, async () => {
      const cursor = await this.#database.transaction(store).store.openKeyCursor(null, 'prev');
      return cursor?.key ?? null;
    });
  }

  close(): void {
    this.#database.close();
  }

  async #run<T>(store: string, none: T, work: () => Promise<T>): Promise<T> {
    if (!this.#database.objectStoreNames.contains(store)) return none;
    try {
      return await work();
    } catch (error) {
      throw storageFault(error);
    }
  }
}

/** Milliseconds to wait for a database that another tab holds up. */
const patience = 4000;

/**
 * Opens the database as it is; null where there is none, and none is made. Throws `storage/refused` where the browser gives no
 * databases, `storage/blocked` where another tab holds it up for long, `storage/full` or `storage/failed` otherwise.
 */
export async function openRows(name = 'warrant'): Promise<KeptRows | null> {
  let isNone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = open(name, () => (isNone = true));
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Fault('storage/blocked')), patience);
  });
  try {
    return new DatabaseRows(await Promise.race([opening, late]));
  } catch (error) {
    if (isNone) return null;
    void opening.then(
      (database) => database.close(),
      () => null,
    );
    throw storageFault(error);
  } finally {
    clearTimeout(timer);
  }
}

async function open(name: string, onNone: () => void): Promise<IDBPDatabase> {
  try {
    return await openDB(name, undefined, {
      upgrade: (_, __, ___, transaction) => {
        onNone();
        // Nothing is to be made: with the transaction goes the empty database.
        transaction.done.catch(() => null);
        transaction.abort();
      },
      blocking: (_, __, { target }) => (target as IDBDatabase).close(),
    });
  } catch (error) {
    const isRefusal = error instanceof DOMException && error.name === 'SecurityError';
    if (isRefusal || error instanceof ReferenceError)
      throw new Fault('storage/refused', '', { cause: error });
    throw error;
  }
}

/** Rows that are in memory, by store. */
export class MemoryRows implements KeptRows {
  readonly schema = 0;
  readonly #stores: ReadonlyMap<string, readonly KeptRow[]>;

  constructor(stores: ReadonlyMap<string, readonly KeptRow[]>) {
    this.#stores = stores;
  }

  get stores(): readonly string[] {
    return [...this.#stores.keys()];
  }

  keys(store: string): Promise<readonly IDBValidKey[]> {
    return Promise.resolve(this.#rows(store).map(([key]) => key));
  }

  row(store: string, key: IDBValidKey): Promise<unknown> {
    return Promise.resolve(this.#rows(store)[this.#at(store, key)]?.[1]);
  }

  rows(store: string, after: IDBValidKey | null, most: number): Promise<readonly KeptRow[]> {
    const from = after === null ? 0 : this.#at(store, after) + 1;
    return Promise.resolve(this.#rows(store).slice(from, from + most));
  }

  last(store: string): Promise<IDBValidKey | null> {
    return Promise.resolve(this.#rows(store).at(-1)?.[0] ?? null);
  }

  /** There is nothing to let go of. */
  close(): void {
    // See above.
  }

  #rows(store: string): readonly KeptRow[] {
    return this.#stores.get(store) ?? [];
  }

  #at(store: string, key: IDBValidKey): number {
    return this.#rows(store).findIndex(([one]) => indexedKey(one) === indexedKey(key));
  }
}

const indexedKey = (key: IDBValidKey): string => JSON.stringify(key);
