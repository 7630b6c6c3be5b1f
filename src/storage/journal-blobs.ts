/** Files beside the journal for what is large, each named by the sum of its bytes. Runs in a worker. */
import { sum256 } from '../model/sum.ts';
import type { SyncFile } from './journal-files.ts';

/** See the file's beginning. */
export class Blobs {
  readonly #folder: FileSystemDirectoryHandle;
  /** Names of those that were written whole by this worker. */
  readonly #known = new Set<string>();

  private constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  /** Those of a journal's folder. */
  static async open(journal: FileSystemDirectoryHandle): Promise<Blobs> {
    return new Blobs(await journal.getDirectoryHandle('blobs', { create: true }));
  }

  /** Keeps bytes durably; answers their name. */
  async keep(bytes: Uint8Array): Promise<string> {
    const name = await sum256(bytes as Uint8Array<ArrayBuffer>);
    if (this.#known.has(name)) return name;
    // What a dead tab has left under the name may be half of it: it is written anew.
    const file = (await this.#folder.getFileHandle(name, { create: true })) as SyncFile;
    const handle = await file.createSyncAccessHandle();
    try {
      handle.truncate(bytes.length);
      const count = handle.write(bytes, { at: 0 });
      if (count < bytes.length) throw new DOMException('There is no room.', 'QuotaExceededError');
      handle.flush();
    } catch (error) {
      // Half of it would take room from what comes next.
      handle.truncate(0);
      throw error;
    } finally {
      handle.close();
    }
    this.#known.add(name);
    return name;
  }

  /** Throws where the file is gone, or is not what it was. */
  async read(name: string): Promise<Uint8Array> {
    const file = await (await this.#folder.getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    if ((await sum256(bytes)) !== name)
      throw new DOMException('A file of the journal is damaged.', 'DataError');
    return bytes;
  }

  /** Deletes all but these. Only where nobody else writes the journal. */
  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    const folder = this.#folder as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
    const gone: string[] = [];
    for await (const name of folder.keys()) if (!names.has(name)) gone.push(name);
    for (const name of gone) {
      await folder.removeEntry(name);
      this.#known.delete(name);
    }
  }
}
