/** The one storage of this tab. */
import type { Recovery, Storage } from '../storage/contract.ts';
import { MemoryStorage } from '../storage/memory.ts';
import { openStorage } from '../storage/storage.ts';
import { Worker } from './own-worker.ts';
import { StorageRecovered } from './recovery-news.ts';

/** Starts the worker of the journal. */
export const journal = (): Worker =>
  new Worker(new URL('../storage/journal-worker.ts', import.meta.url), { type: 'module' });

let shared: Promise<Storage> | null = null;

async function open(): Promise<Storage> {
  const kept = await openStorage({ journal });
  const say = (recovery: Recovery): void => void dispatchEvent(new StorageRecovered(recovery));
  kept.onRecovered(say);
  if (kept.recovered) say(kept.recovered);
  return kept;
}

/** Opened when first asked for; asked again, where that failed. Throws faults of storage. */
export function storage(): Promise<Storage> {
  shared ??= open().catch((error: unknown) => {
    shared = null;
    throw error;
  });
  return shared;
}

/** The storage where this page has opened it, or is opening it; null where it has not, or could not. Never throws. */
export async function openedStorage(): Promise<Storage | null> {
  return (await shared?.catch(() => null)) ?? null;
}

let aside: Storage | null = null;

/** From now on this tab goes on in memory, without what is kept on the device: for a reader who chose so. */
export function setAside(): void {
  aside = new MemoryStorage();
  shared = Promise.resolve(aside);
}

/** Whether `kept` is the memory that a reader chose; else, where it is a memory at all, the browser gave nothing better. */
export const isAside = (kept: Storage): boolean => kept === aside;
