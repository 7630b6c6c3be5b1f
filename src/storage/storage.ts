/** The way into storage: the device's database where the browser gives one, else memory. */
import { Fault } from '../model/fault.ts';
import type { Storage } from './contract.ts';
import { DeviceStorage } from './device.ts';
import type { StartWorker } from './journal.ts';
import { MemoryStorage } from './memory.ts';

export interface StorageOptions {
  /** Name of the database. */
  readonly name?: string;
  /** Where databases come from; null for a browser that has none. */
  readonly factory?: IDBFactory | null;
  /** Milliseconds to wait for another tab that is in the way. */
  readonly patience?: number;
  /**
   * Starts the worker of the journal (`journal-worker.ts`). Without it what is saved stands in the database alone:
   * for those who only read.
   */
  readonly journal?: StartWorker | null;
}

/**
 * Opens the storage. Where the browser refuses one (private windows, blocked site data) it is kept in memory;
 * `kind` says so.
 * Throws `storage/blocked`, `storage/newer`, `storage/full` or `storage/failed`: then there may well be data,
 * and an empty notebook in memory would look like its loss.
 */
export async function openStorage(options: StorageOptions = {}): Promise<Storage> {
  try {
    const factory = options.factory === undefined ? globalThis.indexedDB : options.factory;
    // Some browsers that keep nothing have no factory at all, whatever the types say.
    if (!factory) return new MemoryStorage();
    return await DeviceStorage.open({ ...options, name: options.name ?? 'warrant', factory });
  } catch (error) {
    if (isRefusal(error)) return new MemoryStorage();
    throw error;
  }
}

/** In a sandboxed frame even asking for `indexedDB` throws. */
const isRefusal = (error: unknown): boolean =>
  (error instanceof Fault && error.code === 'storage/refused') ||
  (error instanceof DOMException && error.name === 'SecurityError');
