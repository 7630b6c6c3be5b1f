/** A backup that was chosen on a desk and waits for the library: it is restored where no notebook is open. */

let waiting: File | null = null;

/** Leaves a backup for the library; one that waited before is forgotten. */
export function leaveBackup(file: File): void {
  waiting = file;
}

/** Takes what waits; nothing waits any more then. */
export function takeBackup(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
