/** Whether the browser keeps what is stored for good, or clears it when the device runs low. */

let asked: Promise<boolean> | null = null;

/**
 * Asks the browser to keep what is stored; once a page, and only when there is something of the reader's to keep: some browsers
 * ask the reader. Answers whether it will. Never throws.
 */
export function askToKeep(): Promise<boolean> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    // Some browsers have no such thing, and some refuse it.
    return false;
  }
}

/** How things stand with the storage of this browser. */
export interface Room {
  /** Bytes that it keeps for Warrant in all. */
  readonly used: number;
  /** Bytes that it says it would keep at most; there may well be less on the disk. */
  readonly limit: number;
  /** Whether it keeps them even when the device runs low. */
  readonly isLasting: boolean;
}

/** How much is stored, and for how long; null where the browser does not tell. */
export async function room(): Promise<Room | null> {
  try {
    const [{ usage, quota }, isLasting] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return usage === undefined || quota === undefined ? null : { used: usage, limit: quota, isLasting };
  } catch {
    return null;
  }
}
