/** The one storage of this tab. */
import type { Storage } from '../storage/contract.ts';
import { openStorage } from '../storage/storage.ts';
import { Worker } from './own-worker.ts';

const journal = (): Worker =>
  new Worker(new URL('../storage/journal-worker.ts', import.meta.url), { type: 'module' });

let shared: Promise<Storage> | null = null;

/** Opened when first asked for; asked again, where that failed. Throws faults of storage. */
export function storage(): Promise<Storage> {
  shared ??= openStorage({ journal }).catch((error: unknown) => {
    shared = null;
    throw error;
  });
  return shared;
}

/** The storage where this page has opened it, or is opening it; null where it has not, or could not. Never throws. */
export async function openedStorage(): Promise<Storage | null> {
  return (await shared?.catch(() => null)) ?? null;
}
