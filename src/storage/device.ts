/** Storage on the device, in IndexedDB. It opens the database again by itself when the connection is lost. */
import { Fault } from '../model/fault.ts';
import {
  compactFrom,
  type KeptLayer,
  type KeptText,
  type Loss,
  type NotebookMeta,
  type Storage,
} from './contract.ts';
import { openDatabase, storageFault, writing, type Database, type DatabaseOptions } from './database.ts';
import { DevicePapers } from './device-papers.ts';
import * as shelf from './shelf.ts';

export type DeviceOptions = Pick<DatabaseOptions, 'name' | 'factory' | 'steps' | 'patience'>;

/** Use `DeviceStorage.open`. */
export class DeviceStorage implements Storage {
  readonly kind = 'device';
  readonly journal = 'none';
  readonly recovered = null;
  readonly papers = new DevicePapers((work) => this.#run(work));
  readonly #options: DeviceOptions;
  readonly #listeners = new Set<(loss: Loss) => void>();
  /** Keys of the rows that this page has loaded or appended, by notebook: what its snapshots hold. */
  readonly #seen = new Map<string, Set<number>>();
  /** Notebooks that this page has listed or found: a new database would not know them. */
  readonly #listed = new Map<string, NotebookMeta>();
  #database: Database | null = null;
  #opening: Promise<Database> | null = null;
  #isNew = false;
  #isClosed = false;

  private constructor(options: DeviceOptions) {
    this.#options = options;
  }

  /** Opens the storage; throws as `openDatabase` does. */
  static async open(options: DeviceOptions): Promise<DeviceStorage> {
    const storage = new DeviceStorage(options);
    storage.#isNew = await storage.#connect();
    return storage;
  }

  get isNew(): boolean {
    return this.#isNew;
  }

  notebooks(paper: string): Promise<readonly NotebookMeta[]> {
    return this.#run(async (database) => {
      const all = await database.getAllFromIndex('notebooks', 'paper', paper);
      return all.sort(byAge);
    });
  }

  createNotebook(meta: NotebookMeta): Promise<void> {
    return this.#run(async (database) => {
      const { store, done } = writing(database, 'notebooks');
      await Promise.all([store.put(meta), done]);
      this.#listed.set(meta.id, meta);
    });
  }

  ensureNotebook(meta: NotebookMeta): Promise<NotebookMeta> {
    return this.#run(async (database) => {
      const { store, done } = writing(database, 'notebooks');
      const [oldest] = (await store.index('paper').getAll(meta.paper)).sort(byAge);
      await Promise.all([oldest ?? store.put(meta), done]);
      this.#listed.set((oldest ?? meta).id, oldest ?? meta);
      return oldest ?? meta;
    });
  }

  load(notebook: string): Promise<readonly Uint8Array[]> {
    return this.#run(async (database) => {
      const { store, done } = database.transaction('updates');
      const index = store.index('notebook');
      const [rows, keys] = await Promise.all([index.getAll(notebook), index.getAllKeys(notebook), done]);
      this.#see(notebook, keys);
      return rows.map((row) => row.update);
    });
  }

  append(notebook: string, updates: readonly Uint8Array[]): Promise<void> {
    return this.#run(async (database) => {
      const transaction = writing(database, 'updates');
      const added = Promise.all(updates.map((update) => transaction.store.add({ notebook, update })));
      transaction.commit();
      // A full disk shows only at the commit: the rows count when the transaction is done, not before.
      const [keys] = await Promise.all([added, transaction.done]);
      this.#see(notebook, keys);
    });
  }

  compact(notebook: string, snapshot: () => Uint8Array): Promise<boolean> {
    return this.#run(async (database) => {
      const transaction = writing(database, 'updates');
      const { store, done } = transaction;
      if ((await store.index('notebook').count(notebook)) <= compactFrom) return false;
      // What is seen and what the snapshot holds must be of the same moment: no await between the two.
      const held = [...(this.#seen.get(notebook) ?? [])];
      const update = takeSnapshot(snapshot, transaction);
      const writes = [store.add({ notebook, update }), ...held.map((key) => store.delete(key))];
      const [key] = await Promise.all([writes[0], ...writes, done]);
      const seen = this.#seen.get(notebook);
      for (const gone of held) seen?.delete(gone);
      this.#see(notebook, [key as number]);
      return true;
    });
  }

  keepText(text: KeptText): Promise<void> {
    return this.#run((database) => shelf.keepText(database, text));
  }

  texts(paper: string): Promise<readonly KeptText[]> {
    return this.#run((database) => database.getAllFromIndex('texts', 'paper', paper));
  }

  dropText(hash: string): Promise<void> {
    return this.#run((database) => database.delete('texts', hash));
  }

  layers(paper: string): Promise<readonly KeptLayer[]> {
    return this.#run((database) => shelf.layers(database, paper));
  }

  keepLayers(layers: readonly KeptLayer[]): Promise<void> {
    return this.#run((database) => shelf.keepLayers(database, layers));
  }

  dropLayer(paper: string, id: string): Promise<void> {
    return this.#run((database) => database.delete('layers', [paper, id]));
  }

  setting(key: string): Promise<unknown> {
    return this.#run((database) => database.get('settings', key));
  }

  setSetting(key: string, value: unknown): Promise<void> {
    return this.#run(async (database) => {
      await database.put('settings', value, key);
    });
  }

  onLost(listener: (loss: Loss) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onRecovered(): () => void {
    return () => null;
  }

  close(): void {
    this.#isClosed = true;
    this.#database?.close();
    this.#database = null;
  }

  /** Runs work that may be repeated: once more, on a new connection, where the old one turns out to be lost. */
  async #run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      // No await where the database is open: see `append`.
      return await work(this.#database ?? (await this.#reopen()));
    } catch (error) {
      if (!isLostConnection(error) || this.#isClosed) throw storageFault(error);
    }
    this.#database = null;
    try {
      return await work(await this.#reopen());
    } catch (error) {
      throw storageFault(error);
    }
  }

  async #reopen(): Promise<Database> {
    if (this.#isClosed) throw new Fault('storage/failed', 'it is closed');
    this.#opening ??= this.#openAgain().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #openAgain(): Promise<Database> {
    const isNew = await this.#connect();
    const database = this.#database;
    if (!database) throw new Fault('storage/failed', 'it is closed');
    if (isNew) {
      // The keys start again from 1: what was seen before says nothing about these rows.
      this.#seen.clear();
      const { store, done } = writing(database, 'notebooks');
      await Promise.all([...[...this.#listed.values()].map((meta) => store.put(meta)), done]);
      this.#tell('wiped');
    }
    return database;
  }

  /** Connects; answers whether the database had to be made. */
  async #connect(): Promise<boolean> {
    const { database, isNew } = await openDatabase({
      ...this.#options,
      onSuperseded: () => {
        this.#tell('superseded');
        this.#forget(database);
      },
      onTerminated: () => {
        this.#forget(database);
        // Whether the data went with the connection shows only when it is opened again.
        this.#reopen().catch(() => null);
      },
    });
    if (this.#isClosed) database.close();
    else this.#database = database;
    return isNew;
  }

  #forget(database: Database): void {
    if (this.#database === database) this.#database = null;
  }

  #see(notebook: string, keys: readonly number[]): void {
    const seen = this.#seen.get(notebook) ?? new Set();
    for (const key of keys) seen.add(key);
    this.#seen.set(notebook, seen);
  }

  #tell(loss: Loss): void {
    for (const listener of [...this.#listeners]) listener(loss);
  }
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';

const byAge = (one: NotebookMeta, other: NotebookMeta): number => {
  if (one.created !== other.created) return one.created < other.created ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** A snapshot that cannot be taken leaves everything as it was. */
function takeSnapshot(snapshot: () => Uint8Array, transaction: { abort(): void }): Uint8Array {
  try {
    return snapshot();
  } catch (error) {
    transaction.abort();
    throw error;
  }
}
