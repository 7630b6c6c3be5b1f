/** The queue of files on their way into the library. It outlives the screen that shows it, and ends with the page. */
import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper } from '../storage/papers.ts';
import type { ImportItem, ImportState, ReadState } from './import-items.ts';
import type { ReadFile, RunFile } from './import-run.ts';
import { olderOf, paired, twinOf, type Shelf } from './import-twins.ts';
import { tellLibrary } from './library-news.ts';
import { freeId, paperId } from './paper-id.ts';
import { keepPaper, replacePaper, restoreCopy } from './paper-keeping.ts';
import { writeDraft, type PendingPaper } from './pending-paper.ts';

/** So many files are read at once; of large ones, only one. */
const atOnce = 2;
const large = 24 * 1024 * 1024;

/** What the queue works with; tests bring their own. */
export interface ImportWorld {
  readonly run: RunFile;
  storage(): Promise<Storage>;
  /** The papers that ship with the app. */
  shipped(): Promise<Shelf['shipped']>;
}

export class ImportService {
  readonly #world: ImportWorld;
  readonly #listeners = new Set<() => void>();
  readonly #runs = new Map<number, { readonly abort: AbortController; readonly isLarge: boolean }>();
  #items: readonly ImportItem[] = [];
  #last = 0;

  constructor(world: ImportWorld) {
    this.#world = world;
  }

  /** In the order in which they were added. */
  get items(): readonly ImportItem[] {
    return this.#items;
  }

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes files into the queue, and begins with them. For `title` and `betterOf` see `ImportItem`. */
  add(files: readonly File[], { title = null, betterOf = null }: Partial<ImportItem> = {}): void {
    const added = files.map((file): ImportItem => {
      return { key: (this.#last += 1), file, title, betterOf, state: { is: 'waiting' } };
    });
    this.#change([...this.#items, ...added]);
    this.#pump();
  }

  /** Takes it out of the queue, whatever it is doing; its worker ends at once. */
  leave(key: number): void {
    this.#change(this.#items.filter((item) => item.key !== key));
    this.#runs.get(key)?.abort.abort();
  }

  /** Reads it once more, with a password where one is given. */
  again(key: number, password: string | null = null): void {
    const item = this.#item(key);
    if (!item || this.#runs.has(key)) return;
    if (password === null) this.#set(key, { is: 'waiting' });
    else void this.#read(item, password);
    this.#pump();
  }

  /**
   * Keeps it: as a paper of its own, or in the place of a kept one. Answers its id; null where that failed (its state
   * says why, and nothing of it is lost) or it is not there to be kept.
   */
  async keep(key: number, place: KeptPaper | null = null): Promise<string | null> {
    const state = this.#item(key)?.state;
    if (state?.is !== 'read' || state.isKeeping) return null;
    this.#set(key, { ...state, isKeeping: true, trouble: null });
    try {
      const storage = await this.#world.storage();
      const former = place && (await replacePaper(storage, place, state.paper, new Date()));
      const id = place?.id ?? (await keepPaper(storage, state.paper, new Date())).id;
      this.#set(key, {
        is: 'kept',
        id,
        title: state.paper.draft.front.title ?? '',
        hash: state.paper.firstHash,
        former,
      });
      tellLibrary();
      return id;
    } catch (trouble) {
      this.#set(key, { ...state, trouble });
      return null;
    }
  }

  /** Brings back what a better copy took the place of; false where that failed, and all is as it was. */
  async bringBack(key: number): Promise<boolean> {
    const state = this.#item(key)?.state;
    if (state?.is !== 'kept' || !state.former) return false;
    try {
      await restoreCopy(await this.#world.storage(), state.former, new Date());
    } catch {
      return false;
    }
    this.leave(key);
    tellLibrary();
    return true;
  }

  /** It is no copy of the older paper that it was taken for. */
  setApart(key: number): void {
    const state = this.#item(key)?.state;
    if (state?.is === 'read') this.#set(key, { ...state, older: null });
  }

  /** What was read and is not kept yet, by the id it will have; null where there is none. */
  pending(id: string): PendingPaper | null {
    return this.#readStates().find(({ state }) => state.paper.id === id)?.state.paper ?? null;
  }

  /** The key of what `pending` answers; null likewise. */
  keyOf(id: string): number | null {
    return this.#readStates().find(({ state }) => state.paper.id === id)?.key ?? null;
  }

  /** Mends what was read: the draft takes the place of the one there is. Resolves when it is written anew. */
  async setDraft(id: string, draft: Draft): Promise<void> {
    const written = await writeDraft(draft);
    const found = this.#readStates().find(({ state }) => state.paper.id === id);
    if (found) this.#set(found.key, { ...found.state, paper: { ...found.state.paper, ...written } });
  }

  /** Forgets what is kept and has no older copy to bring back; all that could be lost or tried again stays. */
  tidy(): void {
    this.#change(this.#items.filter(({ state }) => state.is !== 'kept' || state.former));
  }

  #readStates(): readonly { readonly key: number; readonly state: ReadState }[] {
    return this.#items.flatMap(({ key, state }) => (state.is === 'read' ? [{ key, state }] : []));
  }

  #item(key: number): ImportItem | undefined {
    return this.#items.find((item) => item.key === key);
  }

  #set(key: number, state: ImportState): void {
    if (this.#item(key))
      this.#change(this.#items.map((item) => (item.key === key ? { ...item, state } : item)));
  }

  #change(items: readonly ImportItem[]): void {
    this.#items = paired(items);
    for (const listener of this.#listeners) listener();
  }

  /** Begins with what waits, as many as may be read at once. */
  #pump(): void {
    for (;;) {
      const next = this.#items.find(({ state }) => state.is === 'waiting');
      const runs = [...this.#runs.values()];
      const isFull = runs.length >= atOnce || runs.some(({ isLarge }) => isLarge);
      if (!next || isFull || (runs.length > 0 && next.file.size > large)) return;
      void this.#read(next, null);
    }
  }

  async #read(item: ImportItem, password: string | null): Promise<void> {
    const { key, file, title } = item;
    const abort = new AbortController();
    this.#runs.set(key, { abort, isLarge: file.size > large });
    this.#set(key, { is: 'reading', progress: null });
    const onProgress = (progress: ReadingProgress): void => this.#set(key, { is: 'reading', progress });
    try {
      const options = { title, password, signal: abort.signal, onProgress };
      await this.#arrive(item, await this.#world.run(file, options));
    } catch (why) {
      this.#set(key, stateAfter(why, password));
    } finally {
      this.#runs.delete(key);
      this.#pump();
    }
  }

  async #arrive({ key, file, betterOf }: ImportItem, read: ReadFile): Promise<void> {
    const { pictures, ...written } = read;
    const { kept, shipped } = await this.#shelf();
    const others = this.#readStates().map(({ state }) => state.paper);
    const id = freeId(paperId(read.draft.front, read.hash), (one) =>
      others.some((other) => other.id === one),
    );
    const paper: PendingPaper = { ...written, id, firstHash: read.hash, pictures, file };
    const twin = twinOf(paper, { kept, shipped });
    const older = twin ? null : (kept.find((one) => one.id === betterOf) ?? olderOf(paper, kept));
    this.#set(key, { is: 'read', paper, twin, older, isKeeping: false, trouble: null });
  }

  /** What is there; where storage does not answer, keeping will say so. */
  async #shelf(): Promise<Shelf> {
    const kept = this.#world.storage().then(({ papers }) => papers.list());
    const shipped = this.#world.shipped();
    return { kept: await kept.catch(() => []), shipped: await shipped.catch(() => []) };
  }
}

type ReadingProgress = Extract<ImportState, { is: 'reading' }>['progress'];

function stateAfter(why: unknown, password: string | null): ImportState {
  const code = why instanceof Fault ? why.code : null;
  const wants = code === 'import/password' || code === 'import/wrong-password';
  return wants ? { is: 'asking', isWrong: password !== null } : { is: 'failed', why };
}
