/** Files that were opened in the library and wait for the desk of their paper. */

let waiting: { readonly paper: string; readonly files: readonly File[] } | null = null;

/** Leaves files for the desk of a paper; what waited before is forgotten. */
export function leaveFiles(paper: string, files: readonly File[]): void {
  waiting = { paper, files };
}

/** Takes what waits for the desk of a paper; nothing waits any more then. */
export function takeFiles(paper: string): readonly File[] {
  const files = waiting?.paper === paper ? waiting.files : [];
  waiting = null;
  return files;
}
