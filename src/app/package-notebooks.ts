/** Takes the notebooks of a package: one's own go on where they were left, those of others open as layers. */
import { firstLook } from '../desk/layers.ts';
import { Fault } from '../model/fault.ts';
import type { NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';
import { readNotebookFile } from '../notebook/file.ts';
import { newId } from '../notebook/id.ts';
import { Notebook, type Edit } from '../notebook/notebook.ts';
import type { NotebookMeta, Storage } from '../storage/contract.ts';

/** What became of the notebooks of a paper. */
export interface TakenNotebooks {
  /** Records that came into the reader's own notebook. */
  readonly own: number;
  /** Notebooks that open as layers from now on. */
  readonly layers: number;
  /** Notebooks that brought nothing new. */
  readonly known: number;
  readonly refused: number;
  /** Takes all of it back; null where nothing was done. */
  readonly back: (() => Promise<void>) | null;
}

/** Where notebooks go. `others`: ids of papers that ship, whose notebooks must stay theirs. */
export interface NotebookPlace {
  readonly id: string;
  readonly purpose: 'continue' | 'share';
  readonly storage: Storage;
  readonly others: readonly string[];
}

type Way = () => Promise<void>;

async function open(storage: Storage, id: string): Promise<Notebook> {
  const notebook = new Notebook();
  notebook.load(await storage.load(id));
  return notebook;
}

/** Applies an edit to a kept notebook, durably. */
async function write(storage: Storage, id: string, notebook: Notebook, edit: Edit): Promise<void> {
  const updates: Uint8Array[] = [];
  const stop = notebook.onUpdate((update) => void updates.push(update));
  notebook.apply(edit);
  stop();
  if (updates.length > 0) await storage.append(id, updates);
}

/** Records of a file that a notebook lacks, or has in an older wording; who and what they are must be the same. */
function newer(
  records: readonly NotebookRecord[],
  own: ReadonlyMap<string, NotebookRecord>,
): readonly NotebookRecord[] {
  return records.filter((record) => {
    const mine = own.get(record.id);
    if (!mine) return true;
    const isSame =
      mine.kind === record.kind && mine.creator === record.creator && mine.created === record.created;
    return isSame && record.modified > mine.modified;
  });
}

/** Puts what is new into the reader's own notebook; answers how many records, and the way back. */
async function merge(
  storage: Storage,
  id: string,
  { records }: NotebookFile,
): Promise<{ count: number; back: Way | null }> {
  const notebook = await open(storage, id);
  const before = notebook.records;
  const put = newer(records, before);
  if (put.length === 0) return { count: 0, back: null };
  await write(storage, id, notebook, { label: 'Open a package', put });
  const replaced = put.flatMap((record) => before.get(record.id) ?? []);
  const added = put.filter((record) => !before.has(record.id)).map((record) => record.id);
  const back = async (): Promise<void> => {
    await write(storage, id, await open(storage, id), { label: 'Undo', put: replaced, remove: added });
  };
  return { count: put.length, back };
}

/** Whether a notebook of this id belongs to any paper on the device: then it must not be listed under another one. */
async function isTaken(id: string, { storage, others }: NotebookPlace): Promise<boolean> {
  const papers = [...(await storage.papers.list()).map((one) => one.id), ...others];
  for (const paper of papers) if ((await storage.notebooks(paper)).some((one) => one.id === id)) return true;
  return false;
}

/** The notebook of the reader's own that a file goes on with; null where it is somebody else's. */
async function ownFor(file: NotebookFile, place: NotebookPlace): Promise<NotebookMeta | null> {
  const { id: paper, purpose, storage } = place;
  const all = await storage.notebooks(paper);
  const same = all.find(({ id }) => id === file.id);
  if (same || purpose === 'share') return same ?? null;
  const [oldest] = all;
  // A notebook in which nothing stands yet came to be when the paper was opened.
  if (oldest) return (await open(storage, oldest.id)).records.size === 0 ? oldest : null;
  const id = (await isTaken(file.id, place)) ? newId() : file.id;
  return storage.ensureNotebook({ id, paper, name: 'My notebook', created: new Date().toISOString() });
}

/** Keeps a file as a layer, unless the one that is open already is as new. */
async function layer(
  json: string,
  file: NotebookFile,
  { id: paper, storage }: NotebookPlace,
): Promise<Way | null> {
  const before = (await storage.layers(paper)).find(({ id }) => id === file.id);
  const isNews = !before || (file.made ?? '') > (readNotebookFile(before.json).made ?? '');
  if (!isNews) return null;
  const opened = before?.opened ?? new Date().toISOString();
  await storage.keepLayers([{ id: file.id, paper, json, opened, look: before?.look ?? firstLook }]);
  return () => (before ? storage.keepLayers([before]) : storage.dropLayer(paper, file.id));
}

/** Takes one notebook; answers what it adds to the account. Throws `notebook/malformed`. */
async function takeOne(json: string, place: NotebookPlace): Promise<Partial<TakenNotebooks>> {
  const file = readNotebookFile(json);
  const own = await ownFor(file, place);
  // What was made for others to read says nothing new to whoever made it, and may have been changed on its way.
  if (own && place.purpose === 'share') return { known: 1 };
  if (own) {
    const { count, back } = await merge(place.storage, own.id, file);
    return count > 0 ? { own: count, back } : { known: 1 };
  }
  const back = await layer(json, file, place);
  return back ? { layers: 1, back } : { known: 1 };
}

/** Takes the notebooks of a paper, one after the other. What is no notebook is counted as refused. */
export async function takeNotebooks(texts: readonly string[], place: NotebookPlace): Promise<TakenNotebooks> {
  const sum = { own: 0, layers: 0, known: 0, refused: 0 };
  const ways: Way[] = [];
  for (const text of texts) {
    try {
      const { back = null, ...counts } = await takeOne(text, place);
      for (const key of Object.keys(counts) as (keyof typeof sum)[]) sum[key] += counts[key] ?? 0;
      if (back) ways.unshift(back);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'notebook/malformed') throw error;
      sum.refused += 1;
    }
  }
  const back = async (): Promise<void> => {
    for (const way of ways) await way();
  };
  return { ...sum, back: ways.length > 0 ? back : null };
}
