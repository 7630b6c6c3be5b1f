/** Where a backup is made from: the database as it lies there, whatever its version, else the journal beside it, or the memory of this tab. */
import { MemoryStorage } from '../storage/memory.ts';
import { MemoryRows, openRows, type KeptRows } from '../storage/kept-rows.ts';
import { journalRows } from '../storage/journal-rows.ts';
import { openNotebooks } from './open-notebooks.ts';
import { journal, openedStorage } from './own-storage.ts';

/** `isWhole` is false where nothing that is kept could be read, and only what is open in this tab is there. */
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
  let failure: unknown = null;
  try {
    const rows = await openRows();
    if (rows) return { rows, isWhole: true };
  } catch (error) {
    failure = error;
  }
  // A database that is gone or does not open has a second copy beside it.
  const rows = await journalRows(journal);
  if (rows) return { rows, isWhole: true };
  if (failure instanceof Error && openNotebooks().length === 0) throw failure;
  return { rows: new MemoryRows(new Map()), isWhole: failure === null };
}
