/** What is said where a backup fails. Part of `messages.ts`, the only place where failures are worded. */
import type { FaultCode } from '../model/fault.ts';
import type { Message } from './import-messages.ts';

type BackupCode = Extract<FaultCode, `backup/${string}`>;

const named = (detail: string): string => (detail ? `“${detail}”` : 'The file');

/** `detail` is the file's name. */
export const backupWords: Readonly<Record<BackupCode, (detail: string) => Message>> = {
  'backup/unknown': (detail) => ({
    title: 'Not a backup',
    words: `${named(detail)} is no backup that Warrant made. Nothing was changed.`,
  }),
  'backup/broken': (detail) => ({
    title: 'The backup is damaged',
    words: `${named(detail)} is cut off or damaged: what is in it is not what was put into it. Nothing of it was taken. Try another copy of it, or an earlier backup.`,
  }),
  'backup/newer': (detail) => ({
    title: 'A backup of a newer Warrant',
    words: `${named(detail)} was made by a newer version of Warrant. Nothing was changed. Reload the page to get that version, then restore it once more.`,
  }),
  'backup/too-large': (detail) => ({
    title: 'Larger than a backup can be',
    words: `${named(detail)} unpacks to more than any backup of Warrant holds, and was not read. Nothing was changed.`,
  }),
  'backup/unverified': () => ({
    title: 'The backup did not come out right',
    words:
      'What was written was read back, and is not what was put in. Do not rely on this file. What you have in Warrant is untouched: try again, or choose another place.',
  }),
  'backup/folder': (detail) => ({
    title: 'The folder did not take the backup',
    words: `${detail ? `“${detail}”` : 'The folder'} is gone, full, or not open to Warrant any more. What you have in Warrant is untouched, and so are the backups that lie there. Choose a folder once more, or save a backup by hand.`,
  }),
};
