/** Backups as they are asked for on a desk: saved at once; restored in the library, where no notebook is open. */
import type { BackupRequest } from '../desk/backup-requests.ts';
import { Announce } from '../desk/requests.ts';
import { askForBackup } from './ask-for-backup.ts';
import { saveBackup } from './backup-save.ts';
import { holdsWords } from './backup-words.ts';
import { messageFor } from './messages.ts';
import { leaveBackup } from './waiting-backup.ts';

/** What takes longer is said to be under way, in ms. */
const soon = 1000;

async function save(root: HTMLElement): Promise<void> {
  const say = (words: string): void => void root.dispatchEvent(new Announce(words));
  const timer = setTimeout(() => say('Making a backup …'), soon);
  try {
    const { manifest } = await saveBackup();
    say(`Backup made and checked: ${holdsWords(manifest.counts)}. It is in your downloads.`);
  } catch (error) {
    const { title, words } = messageFor(error);
    say(`${title}. ${words}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Does what is asked; `root` is where what happened is told. */
export async function onBackupRequest(root: HTMLElement, { way }: BackupRequest): Promise<void> {
  if (way === 'save') return save(root);
  askForBackup(([file]) => {
    if (!file) return;
    leaveBackup(file);
    location.hash = '#/';
  });
}
