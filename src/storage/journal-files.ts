/** The files of the journal in the origin private file system: who may write one, and its bytes. Runs in a worker. */

/** A file that one worker alone reads and writes; not in the types of a page. */
interface SyncHandle {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

type Directory = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
/** A file whose bytes a worker can read and write at once. */
export type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/** Takes a lock until it is let go of; null where another has it and `options` say not to wait. */
export function hold(name: string, options: LockOptions = {}): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(name, options, (lock) =>
      lock ? new Promise<void>((letGo) => resolve(() => letGo())) : resolve(null),
    );
    held.catch(reject);
  });
}

/** The folder of a journal. Throws where the browser has no such files. */
export async function journalFolder(name: string): Promise<Directory> {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle('journal', { create: true });
  return await all.getDirectoryHandle(encodeURIComponent(name), { create: true });
}

/** Numbers of the files that are there, in order. */
export async function slotsIn(folder: Directory): Promise<readonly number[]> {
  const slots: number[] = [];
  for await (const name of folder.keys()) {
    const slot = /^(\d+)\.log$/.exec(name)?.[1];
    if (slot !== undefined) slots.push(Number(slot));
  }
  return slots.sort((one, other) => one - other);
}

/** The bytes of a file that another worker may be writing: as they are now. */
export async function peek(folder: Directory, slot: number): Promise<Uint8Array> {
  const handle = await folder.getFileHandle(`${slot}.log`);
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

/** A file of the journal, held by this worker. Its records begin at 0 and end at `end`. */
export class JournalFile {
  readonly slot: number;
  readonly #handle: SyncHandle;
  readonly #letGo: () => void;
  #end: number;

  private constructor(slot: number, handle: SyncHandle, letGo: () => void) {
    this.slot = slot;
    this.#handle = handle;
    this.#letGo = letGo;
    this.#end = handle.getSize();
  }

  /** Takes a file, made where it is not there; null where another worker has it. `lock` is the journal's name. */
  static async take(folder: Directory, slot: number, lock: string): Promise<JournalFile | null> {
    const letGo = await hold(`${lock}/${slot}`, { ifAvailable: true });
    if (!letGo) return null;
    return JournalFile.#open(folder, slot, letGo).catch((error: unknown) => {
      // A worker that is dying gives back its lock before its file.
      if ((error as { name?: string }).name === 'NoModificationAllowedError') return null;
      throw error;
    });
  }

  /** Waits until the file's writer is gone, then takes it. */
  static async inherit(folder: Directory, slot: number, lock: string): Promise<JournalFile> {
    const letGo = await hold(`${lock}/${slot}`);
    return JournalFile.#open(folder, slot, letGo ?? (() => undefined));
  }

  static async #open(folder: Directory, slot: number, letGo: () => void): Promise<JournalFile> {
    try {
      const file = (await folder.getFileHandle(`${slot}.log`, { create: true })) as SyncFile;
      const handle = await file.createSyncAccessHandle();
      // Browsers of the first years answer with promises: they have no journal.
      if (typeof handle.getSize() !== 'number')
        throw new TypeError('Files are not read and written at once.');
      return new JournalFile(slot, handle, letGo);
    } catch (error) {
      letGo();
      throw error;
    }
  }

  get end(): number {
    return this.#end;
  }

  bytes(): Uint8Array {
    return this.read(0, this.#end);
  }

  read(at: number, size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    const count = this.#handle.read(bytes, { at });
    if (count < size) throw new DOMException('The journal is shorter than it was.', 'DataError');
    return bytes;
  }

  /** Writes at the end; answers where. Not durable before `flush`. Where it throws, nothing was written. */
  append(bytes: Uint8Array): number {
    const at = this.#end;
    try {
      const count = this.#handle.write(bytes, { at });
      if (count < bytes.length) throw new DOMException('There is no room.', 'QuotaExceededError');
    } catch (error) {
      this.cut(at);
      throw error;
    }
    this.#end = at + bytes.length;
    return at;
  }

  /** Takes away what stands behind. */
  cut(end: number): void {
    this.#handle.truncate(end);
    this.#end = end;
  }

  flush(): void {
    this.#handle.flush();
  }

  /** Empties the file, for whoever takes it next. */
  discard(): void {
    this.cut(0);
    this.flush();
    this.close();
  }

  close(): void {
    this.#handle.close();
    this.#letGo();
  }
}
