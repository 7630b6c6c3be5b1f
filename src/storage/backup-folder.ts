/**
 * Where the handle of the folder for backups is kept: in a database of its own, since it cannot be written down as a file or in the
 * journal, and since it is of this browser alone.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface FolderSchema extends DBSchema {
  handles: { key: string; value: FileSystemDirectoryHandle };
}

const [name, key] = ['warrant-backup-folder', 'folder'];

async function within<T>(work: (database: IDBPDatabase<FolderSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<FolderSchema>(name, 1, {
    upgrade: (made) => void made.createObjectStore('handles'),
    blocking: (_, __, { target }) => (target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The folder; null where none was chosen. */
export const keptFolder = (): Promise<FileSystemDirectoryHandle | null> =>
  within(async (database) => (await database.get('handles', key)) ?? null);

/** Keeps the folder; null forgets it. */
export async function keepFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  await within<unknown>((database) =>
    folder ? database.put('handles', folder, key) : database.delete('handles', key),
  );
}
