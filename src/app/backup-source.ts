/** Where a backup is made from: the database as it lies there, whatever its version, or the memory of this tab. */
import { MemoryStorage } from '../storage/memory.ts';
import { MemoryRows, openRows, type KeptRows } from '../storage/kept-rows.ts';
import { openNotebooks } from './open-notebooks.ts';
import { openedStorage } from './own-storage.ts';

/** `isWhole` is false where the database could not be read, and only what is open in this tab is there. */
export interface BackupSource {
  readonly rows: KeptRows;
  readonly isWhole: boolean;
}

/**
 * Finds what is kept. Throws faults of storage where nothing can be read and nothing is open that would be worth a file.
 * Close its rows when it is done with.
 */
export async function backupSource(): Promise<BackupSource> {
  const opened = await openedStorage();
  if (opened instanceof MemoryStorage) return { rows: opened.rows(), isWhole: true };
  const empty = new MemoryRows(new Map());
  try {
    return { rows: (await openRows()) ?? empty, isWhole: true };
  } catch (error) {
    if (openNotebooks().length === 0) throw error;
    return { rows: empty, isWhole: false };
  }
}
