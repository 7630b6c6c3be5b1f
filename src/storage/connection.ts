/** The connection to the device's database, which opens again by itself when it is lost. */
import { Fault } from '../model/fault.ts';
import type { Loss } from './contract.ts';
import { openDatabase, storageFault, type Database, type DatabaseOptions } from './database.ts';

export type ConnectionOptions = Pick<DatabaseOptions, 'name' | 'factory' | 'steps' | 'patience'> & {
  /** The database had to be made anew under the open page; what `onLost` tells waits for it. */
  readonly onWiped: (database: Database) => Promise<void>;
};

/** Use `open` first. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listeners = new Set<(loss: Loss) => void>();
  #database: Database | null = null;
  #opening: Promise<Database> | null = null;
  #isClosed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Connects; answers whether the database had to be made. Throws as `openDatabase` does. */
  async open(): Promise<boolean> {
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

  /** Runs work that may be repeated: once more, on a new connection, where the old one turns out to be lost. */
  async run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      // No await where the database is open, so that a write starts before the call returns.
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

  /** See `Storage.onLost`. */
  onLost(listener: (loss: Loss) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Final. */
  close(): void {
    this.#isClosed = true;
    this.#database?.close();
    this.#database = null;
  }

  async #reopen(): Promise<Database> {
    if (this.#isClosed) throw new Fault('storage/failed', 'it is closed');
    this.#opening ??= this.#openAgain().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #openAgain(): Promise<Database> {
    const isNew = await this.open();
    const database = this.#database;
    if (!database) throw new Fault('storage/failed', 'it is closed');
    if (isNew) {
      await this.#options.onWiped(database);
      this.#tell('wiped');
    }
    return database;
  }

  #forget(database: Database): void {
    if (this.#database === database) this.#database = null;
  }

  #tell(loss: Loss): void {
    for (const listener of [...this.#listeners]) listener(loss);
  }
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';
