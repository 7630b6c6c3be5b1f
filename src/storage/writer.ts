/** How entries are written: in the database and in the journal, and neither alone counts as saved. */
import type { StoreNames } from 'idb';
import type { Database, WarrantSchema } from './database.ts';
import { entryWriting, type Clock, type EntryWriting } from './entries.ts';
import type { Journal } from './journal.ts';

/** The storage's own way to its database; what is lost on the way is tried once more. */
export type Run = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** Writes entries durably. */
export class EntryWriter {
  readonly run: Run;
  readonly #journal: Journal | null;
  readonly #clock: Clock;

  /** `journal` is null where there is none. */
  constructor(run: Run, journal: Journal | null, clock: Clock) {
    this.run = run;
    this.#journal = journal;
    this.#clock = clock;
  }

  /**
   * Runs `work` in one transaction over the stores, all or nothing; answers what it answers when all is durable.
   * Throws faults of storage.
   */
  async write<T>(
    stores: readonly StoreNames<WarrantSchema>[],
    work: (writing: EntryWriting) => T | Promise<T>,
  ): Promise<T> {
    const { answer, changes } = await this.run((database) => written(database, this.#clock, stores, work));
    // After the database, so that what failed there is not remembered here.
    await this.#journal?.change(changes);
    return answer;
  }

  /**
   * Makes room for values before they are written, so that a full disk shows before anything of them is kept.
   * Throws `storage/full`.
   */
  async prepare(values: readonly unknown[]): Promise<void> {
    try {
      await this.#journal?.ask('prepare', { values });
    } catch (error) {
      this.#journal?.ask('tidy', {}).catch(() => null);
      throw error;
    }
  }

  /** As `write`, in a database that is at hand while `run` waits for it. */
  async writeTo(
    database: Database,
    stores: readonly StoreNames<WarrantSchema>[],
    work: (writing: EntryWriting) => void,
  ): Promise<void> {
    const { changes } = await written(database, this.#clock, stores, work);
    await this.#journal?.change(changes);
  }
}

async function written<T>(
  database: Database,
  clock: Clock,
  stores: readonly StoreNames<WarrantSchema>[],
  work: (writing: EntryWriting) => T | Promise<T>,
): Promise<{ readonly answer: T; readonly changes: EntryWriting['changes'] }> {
  const writing = entryWriting(database, clock, stores);
  const made = work(writing);
  // No await where nothing is read: the write starts before the call returns, for the page may be on its way out.
  const answer = made instanceof Promise ? await made : made;
  await writing.done();
  return { answer, changes: writing.changes };
}
