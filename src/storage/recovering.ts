/** When database and journal are brought together, and what is told of it. */
import type { Recovery } from './contract.ts';
import { writing, type Database } from './database.ts';
import type { Clock } from './entries.ts';
import { healAll, healEntries } from './healing.ts';
import type { Journal } from './journal.ts';

/** Stands among the times of entries: the database and the journal once held the same. It goes with the database. */
const mark: string[] = ['journal'];

export interface RecoveringOptions {
  /** Null where there is none. */
  readonly journal: Journal | null;
  readonly clock: Clock;
  /** Name of the database. */
  readonly name: string;
}

/** See the file's beginning. */
export class Recovering {
  readonly #options: RecoveringOptions;
  readonly #listeners = new Set<(recovery: Recovery) => void>();
  #recovered: Recovery | null = null;

  constructor(options: RecoveringOptions) {
    this.#options = options;
  }

  /** See `Storage.recovered`. */
  get recovered(): Recovery | null {
    return this.#recovered;
  }

  /** See `Storage.onRecovered`. */
  onRecovered(listener: (recovery: Recovery) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that so much was put back. */
  tell(healed: Recovery['healed'], count: number): void {
    if (count === 0) return;
    this.#recovered = { healed, count };
    for (const listener of [...this.#listeners]) listener(this.#recovered);
  }

  /**
   * Sees to the database before anything is read of it: one that has never been filled from the journal (it is new, or
   * was dropped, or emptied) is filled now; for any other nothing is waited for. Answers whether there was anything
   * in the journal to fill it with.
   */
  async before(database: Database): Promise<boolean> {
    const { journal } = this.#options;
    if (!journal) return false;
    if (await isMarked(database)) {
      void this.#after(database, journal).catch(() => null);
      return false;
    }
    const state = await journal.ready;
    if (state && state.count > 0) return this.#fill(database, journal);
    if (state) void this.#base(database, journal, false).catch(() => null);
    return false;
  }

  /** One tab fills; the others find it filled. */
  async #fill(database: Database, journal: Journal): Promise<boolean> {
    const { clock, name } = this.#options;
    return navigator.locks.request(`warrant/heal/${name}`, async () => {
      if (await isMarked(database)) return true;
      const { inDatabase } = await healAll(database, journal, clock);
      await journal.ask('base', {});
      await setMark(database, clock);
      this.tell('database', inDatabase);
      journal.ask('tidy', {}).catch(() => null);
      return true;
    });
  }

  /** What can wait until the notebook is open. */
  async #after(database: Database, journal: Journal): Promise<void> {
    const state = await journal.ready;
    if (!state) return;
    if (!state.hasBase) return this.#base(database, journal, true);
    const { inDatabase } = await healEntries(database, journal, this.#options.clock, false);
    this.tell('changes', inDatabase);
    await journal.ask('tidy', {});
  }

  /** Writes all that the database holds to the journal. `wasThere`: there has been one before. */
  async #base(database: Database, journal: Journal, wasThere: boolean): Promise<void> {
    const { clock } = this.#options;
    const { inDatabase, inJournal } = await healAll(database, journal, clock);
    await journal.ask('base', {});
    await setMark(database, clock);
    if (wasThere) this.tell('journal', inJournal);
    else this.tell('changes', inDatabase);
  }
}

const isMarked = async (database: Database): Promise<boolean> =>
  (await database.get('stamps', mark)) !== undefined;

async function setMark(database: Database, clock: Clock): Promise<void> {
  const transaction = writing(database, ['stamps']);
  await Promise.all([
    transaction.objectStore('stamps').put({ at: clock.next(), isGone: false }, mark),
    transaction.done,
  ]);
}
