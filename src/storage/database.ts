/** The database on the device: its stores, the steps from version to version, and how it is opened without hanging. */
import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { Fault } from '../model/fault.ts';
import type { KeptLayer, KeptText, NotebookMeta } from './contract.ts';
import type { KeptPaper, PaperBody, PaperFile } from './papers.ts';
import type { KeptState } from './states.ts';

/** A kept update; the key is the order of keeping. */
export interface UpdateRow {
  readonly notebook: string;
  readonly update: Uint8Array;
}

/** `at` is a time in ms, later than any before; `isGone` where the entry was let go of. */
export interface Stamp {
  readonly at: number;
  readonly isGone: boolean;
}

export interface WarrantSchema extends DBSchema {
  updates: { key: number; value: UpdateRow; indexes: { notebook: string } };
  notebooks: { key: string; value: NotebookMeta; indexes: { paper: string } };
  settings: { key: string; value: unknown };
  texts: { key: string; value: KeptText; indexes: { paper: string } };
  layers: { key: [string, string]; value: KeptLayer; indexes: { paper: string } };
  papers: { key: string; value: KeptPaper };
  bodies: { key: string; value: PaperBody };
  /** Keyed by paper and name. */
  files: { key: [string, string]; value: PaperFile };
  /** When entries of other stores were last changed, keyed by store and key. */
  stamps: { key: string[]; value: Stamp };
  /** Keyed by notebook and name. */
  states: { key: [string, string]; value: KeptState; indexes: { paper: string } };
}

export type Database = IDBPDatabase<WarrantSchema>;
type Upgrade = IDBPTransaction<WarrantSchema, StoreNames<WarrantSchema>[], 'versionchange'>;

/** One step of the schema. It only adds: what an older version wrote stays readable until the step after. */
export type SchemaStep = (database: Database, upgrade: Upgrade) => void;

/** `schema[n]` leads from version n to n + 1. Steps that have been released are never changed. */
export const schema: readonly SchemaStep[] = [
  (database) => {
    database.createObjectStore('updates', { autoIncrement: true }).createIndex('notebook', 'notebook');
    database.createObjectStore('notebooks', { keyPath: 'id' }).createIndex('paper', 'paper');
    database.createObjectStore('settings');
  },
  (database) => {
    database.createObjectStore('texts', { keyPath: 'hash' }).createIndex('paper', 'paper');
    database.createObjectStore('layers', { keyPath: ['paper', 'id'] }).createIndex('paper', 'paper');
  },
  (database) => {
    database.createObjectStore('papers', { keyPath: 'id' });
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('files', { keyPath: ['paper', 'name'] });
  },
  (database) => {
    database.createObjectStore('stamps');
  },
  (database) => {
    database.createObjectStore('states', { keyPath: ['notebook', 'at'] }).createIndex('paper', 'paper');
  },
];

export interface DatabaseOptions {
  readonly name: string;
  readonly factory: IDBFactory;
  readonly steps?: readonly SchemaStep[];
  /** Milliseconds to wait for a tab that blocks the opening; three times as many where nothing says why it waits. */
  readonly patience?: number;
  /** Another tab wants to upgrade or delete the database. When this returns, the connection closes. */
  readonly onSuperseded?: () => void;
  /** The browser has cut the connection. */
  readonly onTerminated?: () => void;
}

/** `isNew`: the database was not there before. */
export interface Opened {
  readonly database: Database;
  readonly isNew: boolean;
}

/**
 * Opens the database and brings it up to date.
 * Throws `storage/refused` where the browser gives none, `storage/blocked` where another tab stays in the way,
 * `storage/newer` where a later version of the app has been here, `storage/full` or `storage/failed` otherwise.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Opened> {
  const steps = options.steps ?? schema;
  const request = requestOpen(options.factory, options.name, steps.length);
  let isNew = false;
  let failure: unknown = null;
  request.onupgradeneeded = ({ oldVersion }) => {
    isNew = oldVersion === 0;
    failure = takeSteps(request, steps.slice(oldVersion));
  };
  const database = await inTime(request, options.patience ?? 1500).catch((error: unknown) => {
    throw openingFault(failure ?? error);
  });
  database.addEventListener('versionchange', () => {
    try {
      options.onSuperseded?.();
    } finally {
      database.close();
    }
  });
  database.addEventListener('close', () => options.onTerminated?.());
  return { database, isNew };
}

function requestOpen(factory: IDBFactory, name: string, version: number): IDBOpenDBRequest {
  try {
    return factory.open(name, version);
  } catch (cause) {
    throw new Fault('storage/refused', '', { cause });
  }
}

/** Takes the steps; where one fails none is taken, and the failure is the answer. */
function takeSteps(request: IDBOpenDBRequest, steps: readonly SchemaStep[]): unknown {
  const database = wrap(request.result) as unknown as Database;
  const upgrade = wrap(request.transaction as IDBTransaction) as unknown as Upgrade;
  // The opening fails with it; nobody else waits for this promise.
  upgrade.done.catch(() => null);
  try {
    for (const step of steps) step(database, upgrade);
    return null;
  } catch (error) {
    upgrade.abort();
    return new Fault('storage/failed', '', { cause: error });
  }
}

/** A request behind another tab's pending upgrade waits without any event: hence the second, longer limit. */
async function inTime(request: IDBOpenDBRequest, patience: number): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = wrap(request) as unknown as Promise<Database>;
  const late = new Promise<never>((_, reject) => {
    const wait = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Fault('storage/blocked')), milliseconds);
    };
    request.onblocked = () => wait(patience);
    wait(patience * 3);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (error) {
    // Should the way become free later, a connection that nobody knows of would itself block others.
    opening.then(
      (database) => database.close(),
      () => null,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const openingFault = (error: unknown): unknown => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return new Fault('storage/newer', '', { cause: error });
  // Firefox answers InvalidStateError in windows that keep nothing.
  if (name === 'SecurityError' || name === 'InvalidStateError') {
    return new Fault('storage/refused', '', { cause: error });
  }
  return storageFault(error);
};

/** What a database throws, as a fault; what is none of its making is given back as it is. */
export function storageFault(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  // On a disk without room Chromium answers UnknownError and tells why only in the message.
  const isFull = error.name === 'QuotaExceededError' || error.message.includes('NO_SPACE');
  return new Fault(isFull ? 'storage/full' : 'storage/failed', '', { cause: error });
}

/** A transaction that is on the disk, not only on its way there, when it is done. */
export function writing<Name extends StoreNames<WarrantSchema>>(database: Database, stores: readonly Name[]) {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  // Where a request fails before anyone waits for the end, the end must not count as an unhandled failure too.
  transaction.done.catch(() => null);
  return transaction;
}
