/** Saves a backup: made, read back, handed to the browser's downloads, and remembered, so that nobody is reminded of it too soon. */
import { download } from '../ui/download.ts';
import { changesReached, rememberBackup, unsavedToFile, type Unsaved } from './backup-memory.ts';
import { makeBackup, type MadeBackup, type OnShare } from './backup-out.ts';
import { sinceWords } from './backup-words.ts';
import { openedStorage, storage } from './own-storage.ts';

/** Remembers that a backup is somewhere else now. Where that cannot be kept, one is reminded too soon: no harm. */
export async function noteBackup({ manifest, reached }: MadeBackup): Promise<void> {
  const kept = await openedStorage();
  if (kept) await rememberBackup(kept, manifest.made, reached).catch(() => null);
}

/** Saves one. Throws as `makeBackup` does; then nothing was saved. */
export async function saveBackup(onShare?: OnShare): Promise<MadeBackup> {
  const made = await makeBackup(onShare);
  download(made.file, made.file.name);
  await noteBackup(made);
  return made;
}

/** What is in no backup. Throws faults of storage. */
export async function unsavedNow(): Promise<Unsaved> {
  const [kept, reached] = await Promise.all([storage(), changesReached()]);
  return unsavedToFile(kept, reached);
}

/** What is in no backup, in words; empty where that cannot be told. */
export const unsavedWords = (): Promise<string> => unsavedNow().then(sinceWords, () => '');
