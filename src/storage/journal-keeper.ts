/** The journal as its worker keeps it: one file of its own, the files of other tabs beside it, those of dead tabs taken over. */
import { findFrames } from './journal-frames.ts';
import { hold, JournalFile, journalFolder, peek, slotsIn } from './journal-files.ts';
import { JournalIndex, type Source } from './journal-index.ts';
import { identityOf } from './identity.ts';
import { copyEntries } from './journal-entries.ts';
import { readHead, writeRecord, type RecordHead } from './journal-records.ts';

type Folder = Awaited<ReturnType<typeof journalFolder>>;

/** Bytes that a record has beside what it holds, and waste (in bytes) that is not worth the writing. */
const recordRoom = 200;
const leastWaste = 1024 * 1024;

/** Use `JournalKeeper.open`. */
export class JournalKeeper {
  /** Where its files are. */
  readonly folder: Folder;
  readonly #lock: string;
  readonly #others = new Map<number, Source>();
  #own: JournalFile;
  #index = new JournalIndex();
  #isDirty = false;
  #isClosed = false;
  /** A file of a dead tab could not be taken over yet: what it points to must stay. */
  #hasLeft = false;

  private constructor(folder: Folder, lock: string, own: JournalFile) {
    this.folder = folder;
    this.#lock = lock;
    this.#own = own;
  }

  /** Takes a file, and over those that nobody writes any more. Throws where the browser has no such files. */
  static async open(name: string): Promise<JournalKeeper> {
    const folder = await journalFolder(name);
    const lock = `warrant/journal/${name}`;
    // One after another, so that each finds the files as they are.
    const letGo = await hold(`${lock}/start`);
    try {
      const free: JournalFile[] = [];
      const taken: number[] = [];
      const slots = await slotsIn(folder);
      for (const slot of slots) {
        const file = await JournalFile.take(folder, slot, lock);
        if (file) free.push(file);
        else taken.push(slot);
      }
      const own = free.reduce<JournalFile | null>(
        (best, file) => (best && best.end >= file.end ? best : file),
        null,
      );
      const keeper = new JournalKeeper(folder, lock, own ?? (await freshFile(folder, lock, slots)));
      await keeper.#start(free, taken);
      return keeper;
    } finally {
      letGo?.();
    }
  }

  async #start(free: readonly JournalFile[], taken: readonly number[]): Promise<void> {
    this.#index = this.#scanOwn();
    for (const slot of taken) {
      const bytes = await peek(this.folder, slot);
      this.#others.set(slot, { index: indexOf(bytes), read: (at, size) => bytes.slice(at, at + size) });
      // Where it cannot be taken over it stays, and the next opening reads it again.
      this.#follow(slot).catch(() => (this.#hasLeft = true));
    }
    for (const file of free) if (file !== this.#own) this.#absorb(file);
  }

  /** Cuts what is torn at the end of the own file. */
  #scanOwn(): JournalIndex {
    const bytes = this.#own.bytes();
    const { end } = findFrames(bytes);
    if (end < bytes.length) this.#own.cut(end);
    return indexOf(bytes);
  }

  /** Own and other files, the own one first. */
  get sources(): readonly Source[] {
    return [{ index: this.#index, read: (at, size) => this.#own.read(at, size) }, ...this.#others.values()];
  }

  get index(): JournalIndex {
    return this.#index;
  }

  /** A time that is later than all before. */
  time(): number {
    return this.sources.reduce((latest, { index }) => Math.max(latest, index.latest + 1 / 1024), Date.now());
  }

  /** Writes updates that are not there yet, and what they replace. Durable after `flush`. */
  append(
    notebook: string,
    updates: readonly Uint8Array[],
    dropped: readonly number[] = [],
    at = this.time(),
  ): void {
    const live = this.#index.live(notebook);
    const gone = this.#index.dropped(notebook);
    const fresh = new Map<number, Uint8Array>();
    for (const update of updates) {
      const id = identityOf(update);
      if (!live.has(id) && !gone.has(id)) fresh.set(id, update);
    }
    const head = {
      kind: 'updates',
      notebook,
      at,
      ids: [...fresh.keys()],
      sizes: [...fresh.values()].map((update) => update.length),
      ...(dropped.length > 0 ? { dropped } : {}),
    } as const;
    if (fresh.size > 0 || dropped.length > 0) this.write(head, [...fresh.values()]);
  }

  /** Writes a record. Durable after `flush`; where it throws, nothing was written. */
  write(head: RecordHead, parts: readonly Uint8Array[]): void {
    const { bytes, partsAt } = writeRecord(head, parts);
    const at = this.#own.append(bytes);
    this.#index.add(head, at + partsAt);
    this.#isDirty = true;
  }

  /**
   * Writes the file anew, into another, where most of it counts no more. Both hold everything before the old one is
   * emptied; without room all stays as it is.
   */
  async tidy(): Promise<void> {
    const { count, liveBytes } = this.#index;
    if (this.#own.end < 2 * (liveBytes + count * recordRoom) + leastWaste) return;
    const letGo = await hold(`${this.#lock}/start`);
    const old = { file: this.#own, index: this.#index };
    const source = this.sources[0] as Source;
    try {
      this.#own = await this.#emptyFile();
      this.#index = new JournalIndex();
      this.copy({ index: source.index, read: (at, size) => old.file.read(at, size) }, this.#others.size > 0);
      this.flush();
      old.file.discard();
    } catch {
      const begun = this.#own;
      this.#own = old.file;
      this.#index = old.index;
      if (begun !== old.file) begun.discard();
    } finally {
      letGo?.();
    }
  }

  /** Runs `work` only where nobody else writes the journal or has left something in it; nobody begins meanwhile. */
  async whenAlone(work: () => Promise<void>): Promise<void> {
    const letGo = await hold(`${this.#lock}/start`);
    try {
      const { held = [] } = await navigator.locks.query();
      const mine = [`${this.#lock}/start`, `${this.#lock}/${this.#own.slot}`];
      const isAlone = held.every(
        ({ name = '' }) => !name.startsWith(`${this.#lock}/`) || mine.includes(name),
      );
      if (isAlone && this.#others.size === 0 && !this.#hasLeft) await work();
    } finally {
      letGo?.();
    }
  }

  async #emptyFile(): Promise<JournalFile> {
    const slots = await slotsIn(this.folder);
    for (const slot of slots) {
      const file = await JournalFile.take(this.folder, slot, this.#lock);
      if (file?.end === 0) return file;
      file?.close();
    }
    return freshFile(this.folder, this.#lock, slots);
  }

  flush(): void {
    if (this.#isDirty) this.#own.flush();
    this.#isDirty = false;
  }

  close(): void {
    this.#isClosed = true;
    this.flush();
    this.#own.close();
  }

  /** Waits until the writer of another file is gone, and goes on with what it had. */
  async #follow(slot: number): Promise<void> {
    const file = await JournalFile.inherit(this.folder, slot, this.#lock);
    const letGo = await hold(`${this.#lock}/start`);
    try {
      if (this.#isClosed) file.close();
      else this.#absorb(file);
      this.#others.delete(slot);
    } finally {
      letGo?.();
    }
  }

  /** Writes to the own file what only `file` holds, then empties that. */
  #absorb(file: JournalFile): void {
    try {
      const index = indexOf(file.bytes());
      this.copy({ index, read: (at, size) => file.read(at, size) });
      this.flush();
      file.cut(0);
    } catch {
      // Without room it stays as it is: the next opening tries again.
      this.#hasLeft = true;
    } finally {
      file.close();
    }
  }

  /** Writes what another source holds and the own file does not; what was dropped need not be known for ever. */
  copy(source: Source, withDropped = true): void {
    copyEntries(this, source);
    for (const notebook of source.index.notebooks) {
      const known = this.#index.dropped(notebook);
      const gone = withDropped ? source.index.dropped(notebook) : [];
      const dropped = [...gone].filter((id) => !known.has(id));
      const forgotten = this.#index.forgotten(notebook);
      const updates = [...source.index.live(notebook).values()].filter(({ time }) => time > forgotten);
      const latest = updates.reduce((max, { time }) => Math.max(max, time), 0);
      const bytes = updates.map(({ at, size }) => source.read(at, size));
      this.append(notebook, bytes, dropped, latest);
    }
    if (source.index.hasBase && !this.#index.hasBase) this.write({ kind: 'base' }, []);
  }
}

async function freshFile(folder: Folder, lock: string, slots: readonly number[]): Promise<JournalFile> {
  for (let slot = (slots.at(-1) ?? -1) + 1; ; slot += 1) {
    const file = await JournalFile.take(folder, slot, lock);
    if (file) return file;
  }
}

function indexOf(bytes: Uint8Array): JournalIndex {
  const index = new JournalIndex();
  for (const { start, end } of findFrames(bytes).records) {
    const record = readHead(bytes, start, end);
    if (record) index.add(record.head, record.partsAt);
  }
  return index;
}
