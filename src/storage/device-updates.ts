/** Updates of notebooks on the device: rows of the database, and records of the journal beside them. */
import { compactFrom } from './contract.ts';
import { writing, type Database } from './database.ts';
import { addLacking, addUpdates, compareUpdates, readUpdates, type Added } from './healing.ts';
import { identityOf } from './identity.ts';
import type { Journal } from './journal.ts';
import type { Run } from './writer.ts';

/** So long (ms) an opening waits for the journal, which is then compared when it is there. */
const patience = 5000;

export interface DeviceUpdatesOptions {
  readonly run: Run;
  /** Null where there is none. */
  readonly journal: Journal | null;
  /** So many updates were missing in the database and came from the journal. */
  readonly onHealed: (count: number) => void;
}

/** See `Storage`: `load`, `append`, `compact`. */
export class DeviceUpdates {
  readonly #options: DeviceUpdatesOptions;
  /** Rows that this page has loaded or appended, by notebook: what its snapshots hold. The value is the identity. */
  readonly #seen = new Map<string, Map<number, number>>();
  /** Identities of rows whose journal record failed: what is appended again is in the database already. */
  readonly #halfKept = new Map<string, Set<number>>();

  constructor(options: DeviceUpdatesOptions) {
    this.#options = options;
  }

  async load(notebook: string): Promise<readonly Uint8Array[]> {
    const { run, journal } = this.#options;
    const found = await run((database) => readUpdates(database, notebook));
    this.#see(notebook, found.keys, found.updates);
    if (!journal) return found.updates;
    if (!(await isInTime(journal))) {
      // What it brings then shows from the next opening on.
      journal.ready.then(() => this.#heal(notebook, found.updates, journal)).catch(() => null);
      return found.updates;
    }
    const { lacking, added } = await this.#heal(notebook, found.updates, journal);
    this.#see(notebook, added.keys, added.updates);
    return [...found.updates, ...lacking];
  }

  /** Gives database and journal what they lack; answers what the database lacked, and the rows that were added. */
  async #heal(
    notebook: string,
    updates: readonly Uint8Array[],
    journal: Journal,
  ): Promise<{ readonly lacking: readonly Uint8Array[]; readonly added: Added }> {
    const { lacking, missing } = await compareUpdates(journal, notebook, updates, false);
    // Nobody waits for it: it was saved before, and the next opening compares again.
    if (missing.length > 0) journal.append(notebook, missing).catch(() => null);
    // Without room they stay in the journal alone, and are read from it: that must not keep a notebook shut.
    const added = await this.#options
      .run((database) => addLacking(database, notebook, lacking))
      .catch(() => ({ keys: [], updates: [] }));
    this.#options.onHealed(added.keys.length);
    return { lacking, added };
  }

  async append(notebook: string, updates: readonly Uint8Array[]): Promise<void> {
    const { run, journal } = this.#options;
    const half = this.#halfKept.get(notebook);
    const fresh = half ? updates.filter((update) => !half.has(identityOf(update))) : updates;
    // Both begin before the call returns, for the page may be on its way out.
    const inDatabase = run((database) => addUpdates(database, notebook, fresh)).then((keys) =>
      this.#see(notebook, keys, fresh),
    );
    const inJournal = journal?.append(notebook, updates);
    const [kept, journaled] = await Promise.allSettled([inDatabase, inJournal]);
    if (kept.status === 'rejected') throw kept.reason;
    if (journaled.status === 'fulfilled') half?.clear();
    else {
      this.#halfKept.set(notebook, new Set([...(half ?? []), ...fresh.map(identityOf)]));
      throw journaled.reason;
    }
  }

  async compact(notebook: string, snapshot: () => Uint8Array): Promise<boolean> {
    const { run, journal } = this.#options;
    const made = await run((database) => this.#compactRows(database, notebook, snapshot));
    if (!made) return false;
    // Should it fail, the journal still has all that the snapshot was made of.
    await journal?.append(notebook, [made.update], made.dropped).catch(() => null);
    journal?.ask('tidy', {}).catch(() => null);
    return true;
  }

  /** Rows of a database that was made anew bear the same keys again. */
  forget(): void {
    this.#seen.clear();
    this.#halfKept.clear();
  }

  async #compactRows(
    database: Database,
    notebook: string,
    snapshot: () => Uint8Array,
  ): Promise<{ readonly update: Uint8Array; readonly dropped: readonly number[] } | null> {
    const transaction = writing(database, ['updates']);
    const store = transaction.objectStore('updates');
    if ((await store.index('notebook').count(notebook)) <= compactFrom) return null;
    // What is seen and what the snapshot holds must be of the same moment: no await between the two.
    const held = new Map(this.#seen.get(notebook));
    const update = takeSnapshot(snapshot, transaction);
    const writes = [store.add({ notebook, update }), ...[...held.keys()].map((key) => store.delete(key))];
    const [key] = await Promise.all([writes[0], ...writes, transaction.done]);
    const seen = this.#seen.get(notebook);
    for (const gone of held.keys()) seen?.delete(gone);
    this.#see(notebook, [key as number], [update]);
    return { update, dropped: [...held.values()] };
  }

  #see(notebook: string, keys: readonly number[], updates: readonly Uint8Array[]): void {
    const seen = this.#seen.get(notebook) ?? new Map<number, number>();
    keys.forEach((key, at) => seen.set(key, identityOf(updates[at] ?? new Uint8Array())));
    this.#seen.set(notebook, seen);
  }
}

/** Whether the journal is there; what waits for it must not wait long. */
async function isInTime(journal: Journal): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const state = await Promise.race([journal.ready, late]);
  clearTimeout(timer);
  return state !== null;
}

/** A snapshot that cannot be taken leaves everything as it was. */
function takeSnapshot(snapshot: () => Uint8Array, transaction: { abort(): void }): Uint8Array {
  try {
    return snapshot();
  } catch (error) {
    transaction.abort();
    throw error;
  }
}
