/** Asks for a backup by the browser's own dialog. */

/** Calls `take` with what was chosen; not at all, where nothing was. */
export function askForBackup(take: (files: readonly File[]) => void): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.zip,application/zip';
  field.addEventListener('change', () => {
    const files = [...(field.files ?? [])];
    if (files.length > 0) take(files);
  });
  field.click();
}
