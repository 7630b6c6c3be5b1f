/** Actions by which everything on this device goes into one file, and comes back out of it. */
import { BackupRequest } from '../desk/backup-requests.ts';
import type { Action, ActionScene } from './actions.ts';

/** See the head of this file. */
export const backupActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'save-backup',
    words: 'Save a backup of everything',
    group: 'Mark and write',
    also: 'export download all papers notebooks settings file safe copy zip',
    run: () => void root.dispatchEvent(new BackupRequest('save')),
  },
  {
    id: 'restore-backup',
    words: 'Restore a backup …',
    group: 'Mark and write',
    also: 'import bring back recover open all file zip',
    run: () => void root.dispatchEvent(new BackupRequest('restore')),
  },
];
