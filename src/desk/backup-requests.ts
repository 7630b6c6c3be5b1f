/** What is asked of the screen about backups: a request event, as in `requests`. */

/** The reader wants a backup saved, or one restored: the screen sees to it. */
export class BackupRequest extends Event {
  readonly way: 'save' | 'restore';

  constructor(way: BackupRequest['way']) {
    super('backup-request', { bubbles: true });
    this.way = way;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backup-request': BackupRequest;
  }
}
