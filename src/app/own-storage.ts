/** The one storage of this tab. */
import type { Storage } from '../storage/contract.ts';
import { openStorage } from '../storage/storage.ts';

let shared: Promise<Storage> | null = null;

/** Opened when first asked for; asked again, where that failed. Throws faults of storage. */
export function storage(): Promise<Storage> {
  shared ??= openStorage().catch((error: unknown) => {
    shared = null;
    throw error;
  });
  return shared;
}
