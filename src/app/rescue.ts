/** The way out where something is in trouble: everything of this device as a file. */
import { releasing } from './leaving.ts';
import { messageFor } from './messages.ts';

/** Makes a backup and hands it to the browser's downloads; answers what to tell the reader. Never throws. */
export async function saveEverything(): Promise<string> {
  try {
    const [{ saveBackup }, { holdsWords }, { sizeWords }] = await Promise.all([
      import('./backup-save.ts'),
      import('./backup-words.ts'),
      import('./library-entry.ts'),
    ]);
    const release = releasing();
    const { file, manifest } = await saveBackup();
    release();
    return `Saved ${file.name} (${sizeWords(file.size)}): ${holdsWords(manifest.counts)}. Keep it until all is well again.`;
  } catch (error) {
    const { title, words } = messageFor(error);
    return `No file was made. ${title}. ${words}`;
  }
}
