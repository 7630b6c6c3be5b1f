/** Hands a file to the browser's downloads. */

/** Saves `blob` under `name`, as the browser is set up to save. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn; a minute is ample and frees the memory in the end.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
