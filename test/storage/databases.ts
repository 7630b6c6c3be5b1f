/** Databases of their own for each test, and the raw hands that a second tab or an older app would lay on them. */
import type { Storage } from '../../src/storage/contract.ts';
import { openStorage, type StorageOptions } from '../../src/storage/storage.ts';

const opened: { close(): void }[] = [];
const names: string[] = [];

/** A name that no other test uses; `cleanUp` deletes its database. */
export function freshName(): string {
  const name = `warrant-test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

/** Opens a storage that `cleanUp` closes. */
export async function open(name: string, options: StorageOptions = {}): Promise<Storage> {
  const storage = await openStorage({ name, ...options });
  opened.push(storage);
  return storage;
}

/** Starts the worker of a journal, as the app does. */
export const startJournal = (): Worker =>
  new Worker(new URL('../../src/storage/journal-worker.ts', import.meta.url), { type: 'module' });

/** Opens a storage with a journal, as the app has it; `cleanUp` closes it. */
export const openKept = (name: string, options: StorageOptions = {}): Promise<Storage> =>
  open(name, { journal: startJournal, ...options });

/** Remembers a connection, to close it after the test. */
export function closing<T extends { close(): void }>(connection: T): T {
  opened.push(connection);
  return connection;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

/** A connection as an app without any handlers would hold it: it blocks others for as long as it is open. */
export async function rawOpen(name: string, version?: number): Promise<IDBDatabase> {
  return closing(await settled(indexedDB.open(name, version)));
}

/** Deletes a database; `blocked` is called where somebody is in the way. */
export function rawDelete(name: string, blocked?: () => void): Promise<unknown> {
  const request = indexedDB.deleteDatabase(name);
  if (blocked) request.onblocked = blocked;
  return settled(request);
}

/** How many rows a store holds. */
export async function countRows(name: string, store = 'updates'): Promise<number> {
  const database = await rawOpen(name);
  const count = await settled(database.transaction(store).objectStore(store).count());
  database.close();
  return count;
}

/** Closes a storage and waits until its files are free. */
export async function shut(storage: Storage, name: string): Promise<void> {
  storage.close();
  for (;;) {
    const { held } = await navigator.locks.query();
    if (!held?.some((lock) => lock.name?.startsWith(`warrant/journal/${name}/`))) return;
  }
}

/** Waits until the journal holds all that the database does. */
export async function based(name: string): Promise<void> {
  const database = await rawOpen(name);
  const isMarked = (): Promise<boolean> =>
    new Promise((resolve) => {
      const request = database.transaction('stamps').objectStore('stamps').count(['journal']);
      request.onsuccess = () => resolve(request.result > 0);
    });
  while (!(await isMarked()));
  database.close();
}

/** The folder of the journal's files. */
export async function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('journal')).getDirectoryHandle(name);
}

/** A notebook as it is listed. */
export const meta = { id: 'n1', paper: 'gul-2008', name: 'Mine', created: '2026-01-01' };

/** A database and a journal with a notebook of these updates, closed. */
export async function filled(numbers: readonly number[]): Promise<string> {
  const name = freshName();
  const storage = await openKept(name);
  await storage.ensureNotebook(meta);
  for (const number of numbers) await storage.append('n1', [update(number)]);
  await storage.setSetting('split', { map: 0.4 });
  await based(name);
  await shut(storage, name);
  return name;
}

/** Closes and deletes everything; to be run after each test. */
export async function cleanUp(): Promise<void> {
  for (const one of opened.splice(0)) one.close();
  await Promise.all(names.splice(0).map((name) => rawDelete(name)));
}

/** An update with a number in it, and the number of an update. */
export const update = (number: number): Uint8Array => new Uint8Array([number >> 8, number & 255]);
export const numberOf = (bytes: Uint8Array): number => ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);

/** What a promise was refused with; fails where it was not. */
export async function faultOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no fault';
}
