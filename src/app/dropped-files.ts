/** The files of a drop, those in folders among them. */

/** So many files are taken from folders at most: a class, not a disk. */
const most = 500;

const children = (folder: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => folder.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Walks what was dropped; a folder tells what is in it in portions, and an empty portion is the last. */
async function walk(
  entry: FileSystemEntry,
  found: File[],
  isMeant: (name: string) => boolean,
): Promise<void> {
  if (found.length >= most) return;
  if (entry.isFile) {
    found.push(await fileOf(entry as FileSystemFileEntry));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const portion = await children(reader);
    if (portion.length === 0) return;
    const some = portion.filter((one) => one.isDirectory || isMeant(one.name));
    for (const one of some) await walk(one, found, isMeant);
  }
}

/** Whether a drop brings files. */
export const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** Of a folder only what may be a notebook: nobody means its pictures. */
const isNotebookName = (name: string): boolean => /\.json$/iu.test(name);

/**
 * The dropped files, and up to 500 of those in dropped folders whose name is `isMeant`. To be called while the drop is told.
 */
export async function droppedFiles(
  { dataTransfer }: DragEvent,
  isMeant: (name: string) => boolean = isNotebookName,
): Promise<readonly File[]> {
  const items = [...(dataTransfer?.items ?? [])];
  // Asked for now: when the event is over the list is empty.
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...(dataTransfer?.files ?? [])];
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) await walk(entry, found, isMeant).catch(() => null);
  return found;
}
