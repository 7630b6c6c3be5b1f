/** Tells the page that something was healed when storage was opened. */
import type { Recovery } from '../storage/contract.ts';

/** Fired on the window each time that something was healed. */
export class StorageRecovered extends Event {
  readonly recovery: Recovery;

  constructor(recovery: Recovery) {
    super('storage-recovered');
    this.recovery = recovery;
  }
}

declare global {
  interface WindowEventMap {
    'storage-recovered': StorageRecovered;
  }
}
