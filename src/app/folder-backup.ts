/** Backups that are made by themselves, once a day, into a folder that was chosen for them; off until then. */
import type { Storage } from '../storage/contract.ts';
import { keepFolder, keptFolder } from '../storage/backup-folder.ts';
import { makeBackup } from './backup-out.ts';
import { noteBackup, unsavedNow } from './backup-save.ts';
import { putBackup } from './folder-files.ts';
import { Fault } from '../model/fault.ts';
import { storage } from './own-storage.ts';

const stateKey = 'backup/folder';

type Permission = 'granted' | 'prompt' | 'denied';
type Rights = Record<
  'queryPermission' | 'requestPermission',
  (of: { mode: 'readwrite' }) => Promise<Permission>
>;
type Folder = FileSystemDirectoryHandle & Partial<Rights>;
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** How the making of backups by themselves stands. */
export interface FolderState {
  /** Name of the folder; null while it is off. */
  readonly folder: string | null;
  /** Whether the browser lets us write there; `prompt` where it wants to be asked again. */
  readonly permission: Permission;
  /** When the last one was made; an ISO date in UTC, or null. */
  readonly last: string | null;
  /** Whether the last attempt failed. */
  readonly hasFailed: boolean;
}

interface Kept {
  readonly last: string | null;
  readonly hasFailed: boolean;
}

const off: FolderState = Object.freeze({ folder: null, permission: 'prompt', last: null, hasFailed: false });

const picker = (): Picker | null =>
  (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker ?? null;

/** Whether this browser can write into folders at all. */
export const hasFolders = (): boolean => picker() !== null;

async function remembered(kept: Storage): Promise<Kept | null> {
  const value = await kept.setting(stateKey);
  if (typeof value !== 'object' || value === null) return null;
  const { last, hasFailed } = value as Record<string, unknown>;
  return { last: typeof last === 'string' ? last : null, hasFailed: hasFailed === true };
}

/** What a browser that has folders but no question about them has said yes to is granted. */
const permissionOf = (folder: Folder): Promise<Permission> =>
  folder.queryPermission?.({ mode: 'readwrite' }) ?? Promise.resolve('granted');

/** How it stands. Throws faults of storage. */
export async function folderState(): Promise<FolderState> {
  const kept = await remembered(await storage());
  const folder = kept && (await keptFolder());
  if (!folder) return off;
  return { ...kept, folder: folder.name, permission: await permissionOf(folder) };
}

/** Makes one into the folder now. Throws as `makeBackup` and `putBackup` do, and `backup/folder` where we may not write there. */
export async function backUpIntoFolder(): Promise<void> {
  const [kept, folder] = [await storage(), await keptFolder()];
  if (!folder) return;
  const before = await remembered(kept);
  try {
    if ((await permissionOf(folder)) !== 'granted') throw new Fault('backup/folder', folder.name);
    const made = await makeBackup();
    await putBackup(folder, made);
    await noteBackup(made);
    await kept.setSetting(stateKey, { last: made.manifest.made, hasFailed: false } satisfies Kept);
  } catch (error) {
    await kept
      .setSetting(stateKey, { last: before?.last ?? null, hasFailed: true } satisfies Kept)
      .catch(() => null);
    throw error;
  }
}

/** Asks for a folder, keeps it and makes the first one. False where nobody chose. Throws as `backUpIntoFolder` does. */
export async function chooseFolder(): Promise<boolean> {
  const choose = picker();
  if (!choose) return false;
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await choose({ id: 'warrant-backups', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw new Fault('backup/folder', '', { cause: error });
  }
  await startWith(folder);
  return true;
}

/** Goes on with this folder from now on, and makes the first one. Throws as `backUpIntoFolder` does. */
export async function startWith(folder: FileSystemDirectoryHandle): Promise<void> {
  await keepFolder(folder);
  await (await storage()).setSetting(stateKey, { last: null, hasFailed: false } satisfies Kept);
  await backUpIntoFolder();
}

/** Asks the browser once more whether we may write there; it shows that only to who has just pressed something. */
export async function allowFolder(): Promise<void> {
  const folder: Folder | null = await keptFolder();
  await folder?.requestPermission?.({ mode: 'readwrite' });
  await backUpIntoFolder();
}

/** Stops it. What lies in the folder stays there. */
export async function stopFolder(): Promise<void> {
  await (await storage()).setSetting(stateKey, null);
  await keepFolder(null);
}

/** Whether one is due: on another day than the last, where something is new. */
const isDue = (last: string | null, now: Date): boolean =>
  last === null || new Date(last).toDateString() !== now.toDateString();

/** Makes one where it is on, due, and the browser lets us; in one tab alone. Never throws: how it went is told in the library. */
export async function backUpWhenDue(now = new Date()): Promise<void> {
  try {
    await navigator.locks.request('warrant/backup', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const { folder, permission, last } = await folderState();
      if (folder === null || permission !== 'granted' || !isDue(last, now)) return;
      const { changes, papers } = await unsavedNow();
      if (changes + papers > 0) await backUpIntoFolder();
    });
  } catch {
    // It is noted, and tried again at the next opening.
  }
}
