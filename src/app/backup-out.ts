/** Everything of this device in one file: papers, notebooks, texts, layers, settings; read back and compared before it is given out. */
import { verifyBackup } from '../formats/backup/backup.ts';
import { backupEnding, type Manifest } from '../formats/backup/manifest.ts';
import { BackupMaking } from './backup-making.ts';
import { backupSource } from './backup-source.ts';

/** Hears how far it is, from 0 to 1. */
export type OnShare = (share: number) => void;

/** A backup, and what it was found to hold. */
export interface MadeBackup {
  readonly file: File;
  readonly manifest: Manifest;
  /** Key of the last change that was kept when it was begun. */
  readonly reached: number;
}

/** What a backup that was made at `made` (an ISO date in UTC) is called. */
export const backupName = (made: string): string =>
  `warrant-${made.slice(0, 16).replace('T', '-').replace(':', '')}${backupEnding}`;

/** So much of the time goes into making; the rest into reading back. */
const making = 0.6;

/** Makes a backup and reads it back. Throws faults of storage where nothing can be read, and `backup/unverified`. */
export async function makeBackup(onShare: OnShare = () => undefined): Promise<MadeBackup> {
  const { rows, isWhole } = await backupSource();
  try {
    const reached = Number((await rows.last('updates').catch(() => null)) ?? 0);
    const work = new BackupMaking(rows, (share) => onShare(share * making));
    const { blob, manifest } = await work.make(isWhole ? [] : ['database']);
    await verifyBackup(blob, manifest, (share) => onShare(making + share * (1 - making)));
    return {
      file: new File([blob], backupName(manifest.made), { type: 'application/zip' }),
      manifest,
      reached,
    };
  } finally {
    rows.close();
  }
}

/**
 * Everything of this device as a file, made without an open desk: the database may be of any version, and what is open in this
 * tab and could not be saved is in it too. It has been read back and compared. Throws as `makeBackup` does.
 */
export const backupFile = async (onShare?: OnShare): Promise<File> => (await makeBackup(onShare)).file;
