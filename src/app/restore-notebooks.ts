/**
 * The notebooks of a backup. One that is here takes in what is new; another is added under its own id. Of two on one paper the
 * older is the one that a desk opens: what the other holds and it lacks is put into it, so that everything is to be seen.
 */
import { readFrames } from '../formats/backup/frames.ts';
import { Fault } from '../model/fault.ts';
import { hashText } from '../model/paper.ts';
import type { NotebookRecord } from '../model/records.ts';
import { Notebook } from '../notebook/notebook.ts';
import type { NotebookMeta } from '../storage/contract.ts';
import { TabLink } from '../sync/tabs.ts';
import { stored, type StoredNotebook } from './backup-shapes.ts';
import { idHere, known, type Outlook, type Restorable, type RestorePlace } from './restore-plan.ts';

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const isOlder = (one: NotebookMeta, other: NotebookMeta): boolean =>
  one.created === other.created ? one.id < other.id : one.created < other.created;

/** Tells other tabs, which may have the notebook open, what came into it. */
function tell(id: string, updates: readonly Uint8Array[]): void {
  const link = new TabLink(id, { onUpdate: () => undefined, state: () => null });
  for (const update of updates) link.send(update);
  link.close();
}

/** Records that `into` lacks, as updates to it. */
function joined(into: Notebook, records: Iterable<NotebookRecord>): readonly Uint8Array[] {
  const put = [...records].filter(({ id }) => !into.records.has(id));
  const updates: Uint8Array[] = [];
  const stop = into.onUpdate((update) => void updates.push(update));
  if (put.length > 0) into.apply({ label: 'Restore a backup', put });
  stop();
  return updates;
}

/** Updates for notebooks that are written one after the other, each of them whole or not at all. */
type Writes = readonly (readonly [notebook: string, updates: readonly Uint8Array[]])[];

/** One notebook. */
export class RestoredNotebook implements Restorable {
  readonly kind = 'notebook';
  readonly title: string;
  readonly #place: RestorePlace;
  readonly #path: string;
  readonly #stored: StoredNotebook;
  readonly #isOpened: boolean;

  private constructor(place: RestorePlace, path: string, notebook: StoredNotebook, isOpened: boolean) {
    this.title = notebook.meta?.name ?? '';
    this.#place = place;
    this.#path = path;
    this.#stored = notebook;
    this.#isOpened = isOpened;
  }

  /** The notebooks at `paths` (without their ending). Those that cannot be read are told to `onRefused`. */
  static async readAll(
    place: RestorePlace,
    paths: readonly string[],
    onRefused: (path: string, error: unknown) => void,
  ): Promise<readonly RestoredNotebook[]> {
    const read: { readonly path: string; readonly notebook: StoredNotebook }[] = [];
    for (const path of paths)
      try {
        read.push({ path, notebook: await stored.notebook(place.backup, `${path}.json`) });
      } catch (error) {
        onRefused(path, error);
      }
    // The one of each paper that a desk opened where the backup was made.
    const opened = new Map<string, NotebookMeta>();
    for (const { meta } of read.map(({ notebook }) => notebook)) {
      const before = meta && opened.get(meta.paper);
      if (meta && (!before || isOlder(meta, before))) opened.set(meta.paper, meta);
    }
    return read.map(({ path, notebook }) => {
      const { meta } = notebook;
      const isOpened = meta !== null && opened.get(meta.paper)?.id === meta.id;
      return new RestoredNotebook(place, path, notebook, isOpened);
    });
  }

  /** Id of the paper that it is about, here; null where the backup does not say. */
  get paper(): string | null {
    const { meta } = this.#stored;
    return meta && idHere(this.#place, meta.paper);
  }

  async outlook(): Promise<Outlook> {
    const { storage } = this.#place;
    const brought = await this.#read();
    const meta = await this.#metaHere();
    const listed = meta && (await storage.notebook(meta.id));
    const here = await this.#open(meta?.id ?? this.#stored.id);
    const count = here.records.size;
    const writes = await this.#writes(meta, here, brought);
    // Changes of a notebook that nobody lists show nowhere; they are kept all the same.
    const isListed = listed !== null || meta === null;
    if (writes.length === 0 && isListed) return known;
    const fresh = listed ? here.records.size - count : brought.records.size;
    return {
      fate: listed ? 'merge' : 'add',
      fresh: Math.max(0, fresh),
      take: () => this.#write(writes, isListed ? null : meta),
    };
  }

  /** Puts what was brought into the notebook that is here, in memory, and answers what is to be written where for that. */
  async #writes(meta: NotebookMeta | null, here: Notebook, brought: Notebook): Promise<Writes> {
    const [before, all] = [here.encode(), brought.encode()];
    here.load([all]);
    const own: Writes = sameBytes(before, here.encode()) ? [] : [[meta?.id ?? this.#stored.id, [all]]];
    const beside = meta && this.#isOpened ? await this.#beside(meta, here, brought) : [];
    return [...own, ...beside.filter(([, updates]) => updates.length > 0)];
  }

  async #write(writes: Writes, meta: NotebookMeta | null): Promise<void> {
    const { storage } = this.#place;
    for (const [id, updates] of writes) await storage.append(id, updates);
    // Listed only when it is all there: whatever happens in between, nobody sees half of it.
    if (meta) await storage.createNotebook(meta);
    for (const [id, updates] of writes) tell(id, updates);
  }

  /** The notebook that is open on the paper here, and what is to be put where so that the older one holds all. */
  async #beside(meta: NotebookMeta, here: Notebook, brought: Notebook): Promise<Writes> {
    const { storage } = this.#place;
    const all = (await storage.notebooks(meta.paper)).filter(({ id }) => id !== meta.id);
    const oldest = all.reduce<NotebookMeta | null>(
      (first, one) => (first && isOlder(first, one) ? first : one),
      null,
    );
    if (!oldest) return [];
    const other = await this.#open(oldest.id);
    if (isOlder(oldest, meta)) return [[oldest.id, joined(other, brought.records.values())]];
    // A desk opened that one until now; once this one is listed it is this one.
    if (await storage.notebook(meta.id)) return [];
    return [[meta.id, joined(here, other.records.values())]];
  }

  /** Its entry for the list here. Where its id belongs to a notebook on another paper it gets one made of both. */
  async #metaHere(): Promise<NotebookMeta | null> {
    const { meta } = this.#stored;
    const paper = this.paper;
    if (!meta || paper === null) return null;
    const listed = await this.#place.storage.notebook(meta.id);
    if (!listed || listed.paper === paper) return { ...meta, paper };
    const id = `r${(await hashText(`${meta.id} ${paper}`)).slice(-40)}`;
    return { ...meta, id, paper };
  }

  async #open(id: string): Promise<Notebook> {
    const notebook = new Notebook();
    notebook.load(await this.#place.storage.load(id));
    return notebook;
  }

  /** Its changes, put together. Throws `backup/broken` where any of them is damaged: half a notebook is none. */
  async #read(): Promise<Notebook> {
    const updates = readFrames(await this.#place.backup.bytes(`${this.#path}.updates`));
    if (updates?.length !== this.#stored.updates) throw new Fault('backup/broken', this.#path);
    const notebook = new Notebook();
    for (const update of updates) notebook.merge(update);
    return notebook;
  }
}
