/** The way out where something is in trouble: everything of this device as a file. */
import { download } from '../ui/download.ts';
import { releasePage } from './leaving.ts';
import { messageFor } from './messages.ts';

/** Makes a backup and hands it to the browser's downloads; answers what to tell the reader. Never throws. */
export async function saveEverything(): Promise<string> {
  try {
    const [{ backupFile }, { sizeWords }] = await Promise.all([
      import('./backup-out.ts'),
      import('./library-entry.ts'),
    ]);
    const file = await backupFile();
    download(file, file.name);
    releasePage();
    return `Made ${file.name}, ${sizeWords(file.size)}: all that is on this device and in this tab. Keep it until all is well again.`;
  } catch (error) {
    const { title, words } = messageFor(error);
    return `No file was made. ${title}. ${words}`;
  }
}
