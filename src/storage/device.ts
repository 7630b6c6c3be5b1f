/** Storage on the device: in IndexedDB, and in a journal beside it where the browser has one. */
import { Connection, type ConnectionOptions } from './connection.ts';
import type { KeptLayer, KeptText, Loss, NotebookMeta, Recovery, Storage } from './contract.ts';
import type { Database } from './database.ts';
import { DevicePapers } from './device-papers.ts';
import { DeviceStates } from './device-states.ts';
import { DeviceUpdates } from './device-updates.ts';
import { Clock, type EntryWriting } from './entries.ts';
import { Journal, type StartWorker } from './journal.ts';
import { Recovering } from './recovering.ts';
import * as shelf from './shelf.ts';
import { EntryWriter } from './writer.ts';

export type DeviceOptions = Omit<ConnectionOptions, 'onWiped'> & {
  /** Starts the journal's worker; null for a database without a journal. */
  readonly journal?: StartWorker | null;
};

/** Use `DeviceStorage.open`. */
export class DeviceStorage implements Storage {
  readonly kind = 'device';
  readonly papers: DevicePapers;
  readonly states: DeviceStates;
  readonly #connection: Connection;
  readonly #journal: Journal | null;
  readonly #recovering: Recovering;
  readonly #updates: DeviceUpdates;
  readonly #writer: EntryWriter;
  /** Notebooks that this page has listed or found: a new database would not know them. */
  readonly #listed = new Map<string, NotebookMeta>();
  #isNew = false;

  private constructor({ journal, ...options }: DeviceOptions) {
    const clock = new Clock();
    this.#connection = new Connection({ ...options, onWiped: (database) => this.#refill(database) });
    this.#journal = journal ? new Journal(journal, options.name) : null;
    this.#recovering = new Recovering({ journal: this.#journal, clock, name: options.name });
    const run = this.#connection.run.bind(this.#connection);
    this.#writer = new EntryWriter(run, this.#journal, clock);
    this.#updates = new DeviceUpdates({
      run,
      journal: this.#journal,
      onHealed: (count) => this.#recovering.tell('changes', count),
    });
    this.papers = new DevicePapers(this.#writer);
    this.states = new DeviceStates(this.#writer);
  }

  /** Opens the storage; throws as `openDatabase` does. */
  static async open(options: DeviceOptions): Promise<DeviceStorage> {
    const storage = new DeviceStorage(options);
    try {
      const isNew = await storage.#connection.open();
      const isFilled = await storage.#connection.run((database) => storage.#recovering.before(database));
      storage.#isNew = isNew && !isFilled;
      return storage;
    } catch (error) {
      storage.close();
      throw error;
    }
  }

  get isNew(): boolean {
    return this.#isNew;
  }

  get journal(): 'kept' | 'none' {
    return this.#journal?.isKept ? 'kept' : 'none';
  }

  get recovered(): Recovery | null {
    return this.#recovering.recovered;
  }

  notebooks(paper: string): Promise<readonly NotebookMeta[]> {
    return this.#writer.run(async (database) => {
      const all = await database.getAllFromIndex('notebooks', 'paper', paper);
      return all.sort(byAge);
    });
  }

  notebook(id: string): Promise<NotebookMeta | null> {
    return this.#writer.run(async (database) => (await database.get('notebooks', id)) ?? null);
  }

  async createNotebook(meta: NotebookMeta): Promise<void> {
    await this.#writer.write(['notebooks'], (writing) => writing.put('notebooks', [meta.id], meta));
    this.#listed.set(meta.id, meta);
  }

  async ensureNotebook(meta: NotebookMeta): Promise<NotebookMeta> {
    const ensured = await this.#writer.write(['notebooks'], (writing) => ensure(writing, meta));
    this.#listed.set(ensured.id, ensured);
    return ensured;
  }

  load(notebook: string): Promise<readonly Uint8Array[]> {
    return this.#updates.load(notebook);
  }

  append(notebook: string, updates: readonly Uint8Array[]): Promise<void> {
    return this.#updates.append(notebook, updates);
  }

  compact(notebook: string, snapshot: () => Uint8Array): Promise<boolean> {
    return this.#updates.compact(notebook, snapshot);
  }

  keepText(text: KeptText): Promise<void> {
    return shelf.keepText(this.#writer, text);
  }

  texts(paper: string): Promise<readonly KeptText[]> {
    return shelf.texts(this.#writer, paper);
  }

  dropText(hash: string): Promise<void> {
    return shelf.dropText(this.#writer, hash);
  }

  layers(paper: string): Promise<readonly KeptLayer[]> {
    return shelf.layers(this.#writer, paper);
  }

  keepLayers(layers: readonly KeptLayer[]): Promise<void> {
    return shelf.keepLayers(this.#writer, layers);
  }

  dropLayer(paper: string, id: string): Promise<void> {
    return shelf.dropLayer(this.#writer, paper, id);
  }

  setting(key: string): Promise<unknown> {
    return this.#writer.run((database) => database.get('settings', key));
  }

  setSetting(key: string, value: unknown): Promise<void> {
    return this.#writer.write(['settings'], (writing) => writing.put('settings', [key], value));
  }

  onLost(listener: (loss: Loss) => void): () => void {
    return this.#connection.onLost(listener);
  }

  onRecovered(listener: (recovery: Recovery) => void): () => void {
    return this.#recovering.onRecovered(listener);
  }

  close(): void {
    this.#connection.close();
    this.#journal?.close();
  }

  /** What the journal has goes back into a database that was made anew; then what this page alone knows of. */
  async #refill(database: Database): Promise<void> {
    // The keys start again from 1: what was seen before says nothing about these rows.
    this.#updates.forget();
    // Its files may have gone with the database, though they can still be written.
    this.#journal?.restart();
    await this.#recovering.before(database);
    await this.#writer.writeTo(database, ['notebooks'], (writing) => {
      for (const meta of this.#listed.values()) writing.put('notebooks', [meta.id], meta);
    });
  }
}

/** The oldest notebook of the paper; `meta`, put now, where there is none. */
async function ensure(writing: EntryWriting, meta: NotebookMeta): Promise<NotebookMeta> {
  const rows = writing.transaction.objectStore('notebooks');
  const [oldest] = (await rows.index('paper').getAll(meta.paper)).sort(byAge);
  if (!oldest) writing.put('notebooks', [meta.id], meta);
  return oldest ?? meta;
}

const byAge = (one: NotebookMeta, other: NotebookMeta): number => {
  if (one.created !== other.created) return one.created < other.created ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};
