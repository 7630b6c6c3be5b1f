/** Entries of the database with a key of their own: each change bears a time, so that the journal can be compared. */
import type { StoreNames } from 'idb';
import { writing, type Database, type WarrantSchema } from './database.ts';
import type { EntryChange } from './journal-messages.ts';
import type { EntryStore } from './journal-records.ts';

/** Stores whose rows are entries. */
export type RowStore = Exclude<EntryStore, 'updates'>;

/** Times for changes, each later than the one before. */
export class Clock {
  #last = 0;

  /** A time in ms. */
  next(): number {
    this.#last = Math.max(Date.now(), this.#last + 1 / 1024);
    return this.#last;
  }

  /** Whatever comes is later than this, though the device's clock was set back. */
  follow(time: number): void {
    this.#last = Math.max(this.#last, time);
  }
}

type Transaction = ReturnType<typeof writing<StoreNames<WarrantSchema>>>;

/** One transaction over some stores of entries, and what was done in it. */
export class EntryWriting {
  /** For reading, and for rows that are no entries. */
  readonly transaction: Transaction;
  readonly #at: number;
  readonly #changes: EntryChange[] = [];
  readonly #requests: Promise<unknown>[] = [];

  constructor(transaction: Transaction, at: number) {
    this.transaction = transaction;
    this.#at = at;
  }

  /** What was done so far. */
  get changes(): readonly EntryChange[] {
    return this.#changes;
  }

  put(store: RowStore, key: readonly string[], value: unknown): void {
    this.#note({ store, key, at: this.#at, isGone: false, value });
  }

  /** Lets go of an entry; `updates` stands for all updates of a notebook, whose rows are deleted apart. */
  drop(store: EntryStore, key: readonly string[]): void {
    this.#note({ store, key, at: this.#at, isGone: true });
  }

  /** As another has done it, at its time. */
  take(change: EntryChange): void {
    this.#note(change);
  }

  /** Resolves when all is durable. Throws what the database throws; then nothing was done. */
  async done(): Promise<void> {
    await Promise.all([...this.#requests, this.transaction.done]);
  }

  #note(change: EntryChange): void {
    const { store, key, at, isGone, value } = change;
    this.#changes.push(change);
    this.#requests.push(this.transaction.objectStore('stamps').put({ at, isGone }, [store, ...key]));
    if (store === 'updates') return;
    this.#requests.push(isGone ? this.#delete(store, key) : this.#put(store, key, value));
  }

  #put(store: RowStore, key: readonly string[], value: unknown): Promise<unknown> {
    const rows = this.transaction.objectStore(store);
    // Settings alone do not bear their key in them.
    return store === 'settings' ? rows.put(value, key[0]) : rows.put(value);
  }

  #delete(store: RowStore, key: readonly string[]): Promise<unknown> {
    return this.transaction.objectStore(store).delete(rowKey(key) as never);
  }
}

/** A key as its store has it: a word, or two. */
export const rowKey = (key: readonly string[]): string | readonly string[] =>
  key.length === 1 ? (key[0] as string) : key;

/** A key of a store as entries have it. */
export const entryKey = (key: string | readonly string[]): readonly string[] =>
  typeof key === 'string' ? [key] : key;

/** Begins a writing over stores of entries (and others). */
export const entryWriting = (
  database: Database,
  clock: Clock,
  stores: readonly StoreNames<WarrantSchema>[],
): EntryWriting => new EntryWriting(writing(database, [...stores, 'stamps']), clock.next());
