/** Backups in a folder: written under another name first, read back from the disk, and only then the oldest goes. */
import { verifyBackup } from '../formats/backup/backup.ts';
import { backupEnding } from '../formats/backup/manifest.ts';
import { Fault } from '../model/fault.ts';
import type { MadeBackup } from './backup-out.ts';

/** So many backups stay in the folder. */
export const keptBackups = 5;

/** The names of those that were made by themselves; whatever else lies in the folder is nobody's business here. */
const ours = /^warrant-daily-\d{4}-\d\d-\d\d\.warrant-backup\.zip$/u;
const unfinished = '.part';

/** What is not in every version of the types: listing, and renaming, which some browsers do not know. */
type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/** What the backup of a day is called; `day` is an ISO date. */
export const dailyName = (day: string): string => `warrant-daily-${day.slice(0, 10)}${backupEnding}`;

async function write(folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<Movable> {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(content);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => null);
    throw error;
  }
  return handle;
}

/** Reads it from the disk and compares. */
async function check(handle: FileSystemFileHandle, { file, manifest }: MadeBackup): Promise<void> {
  const written = await handle.getFile();
  if (written.size !== file.size) throw new Fault('backup/unverified');
  await verifyBackup(written, manifest);
}

/** Gives it its name. Where a browser cannot rename it is written once more, and checked once more. */
async function rename(folder: Folder, handle: Movable, name: string, made: MadeBackup): Promise<void> {
  if (handle.move) {
    await folder.removeEntry(name).catch(() => null);
    await handle.move(name);
    return;
  }
  await check(await write(folder, name, made.file), made);
  await folder.removeEntry(name + unfinished);
}

async function dropOldest(folder: Folder): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (ours.test(name)) names.push(name);
  for (const name of names.sort().reverse().slice(keptBackups)) await folder.removeEntry(name);
}

/**
 * Puts a backup into the folder as that of its day; an earlier one of the same day gives way, and of all only the last five stay.
 * Nothing goes before the new one was read back. Throws `backup/unverified`, and `backup/folder` where it cannot be written.
 */
export async function putBackup(handle: FileSystemDirectoryHandle, made: MadeBackup): Promise<string> {
  const folder = handle as Folder;
  const name = dailyName(made.manifest.made);
  const part = name + unfinished;
  try {
    const written = await write(folder, part, made.file);
    await check(written, made);
    await rename(folder, written, name, made);
    await dropOldest(folder);
    return name;
  } catch (cause) {
    await folder.removeEntry(part).catch(() => null);
    throw cause instanceof Fault ? cause : new Fault('backup/folder', folder.name, { cause });
  }
}
