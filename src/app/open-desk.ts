/** Opens a desk: storage, the reader's notebook, the edition's reading; wires saving and the other tabs. */
import { freshSession, type Desk, type Layer } from '../desk/desk.ts';
import { editionLayerOf, ownLayerOf } from '../desk/layers.ts';
import { noPlacings } from '../desk/placing.ts';
import { Store } from '../desk/store.ts';
import { Fault } from '../model/fault.ts';
import { hashText, type Paper } from '../model/paper.ts';
import { readNotebookFile } from '../notebook/file.ts';
import { newId } from '../notebook/id.ts';
import { Notebook } from '../notebook/notebook.ts';
import type { NotebookMeta, Storage } from '../storage/contract.ts';
import { SaveQueue } from '../storage/save-queue.ts';
import { TabLink } from '../sync/tabs.ts';
import type { BeforeReload } from '../ui/before-reload.ts';
import { rested } from '../ui/slices.ts';
import { AnchorService } from './anchor-service.ts';
import { fetchReading } from './corpus.ts';
import { keepDays } from './day-keeping.ts';
import { keepHistory } from './kept-history.ts';
import { guardPage } from './leaving.ts';
import { messageFor } from './messages.ts';
import { holdNotebook } from './open-notebooks.ts';
import { isAside, storage } from './own-storage.ts';
import { askToKeep } from './persistence.ts';

/** An open desk and what keeps it. */
export interface OpenDesk {
  readonly store: Store;
  readonly storage: Storage;
  readonly queue: SaveQueue;
  /** Writes what waits, then lets go of the other tabs. */
  close(): Promise<void>;
}

/** Hears of failures that do not stop the opening, now or later; null where the last one is over. */
export type OnTrouble = (error: unknown) => void;

async function editionLayer(paper: Paper, onTrouble: OnTrouble): Promise<Layer | null> {
  try {
    const json = await fetchReading(paper.id);
    if (json === null) return null;
    const file = readNotebookFile(json);
    return editionLayerOf(file);
  } catch (error) {
    onTrouble(error);
    return null;
  }
}

interface Wires {
  readonly kept: Storage;
  readonly notebook: Notebook;
  readonly queue: SaveQueue;
  readonly link: TabLink;
}

/** Takes in what another tab said; false where it is no update: then it was not one of ours, and changes nothing. */
function mergeHeard(notebook: Notebook, update: Uint8Array): boolean {
  try {
    notebook.merge(update);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'notebook/malformed') return false;
    throw error;
  }
}

/** The queue and the link stand before the notebook is loaded, so that nothing slips by between the two. */
function wire(kept: Storage, notebook: Notebook, meta: NotebookMeta): Wires {
  const queue = new SaveQueue(kept, meta.id);
  const link = new TabLink(meta.id, {
    onUpdate: (update, isUnsaved) => {
      if (mergeHeard(notebook, update) && isUnsaved) queue.push(update);
    },
    state: () => (queue.status === 'saved' ? null : notebook.encode()),
  });
  return { kept, notebook, queue, link };
}

/** Writes all that waits; answers null once it is on the device, else why the page has to stay. */
async function whyUnsaved(kept: Storage, queue: SaveQueue): Promise<string | null> {
  // What is being typed is kept by the very event that asks, and comes into the queue first.
  await Promise.resolve();
  const status = await queue.flush();
  if (kept.kind === 'memory') return messageFor(new Fault('storage/refused')).words;
  return status === 'saved' ? null : messageFor(queue.fault ?? new Fault('storage/failed')).words;
}

/** Joins saving to the store: what is written goes to the disk and the other tabs, and its state to the screen. */
function joinSaving(store: Store, wires: Wires, onTrouble: OnTrouble): () => void {
  const { kept, notebook, queue, link } = wires;
  let failed = false;
  const show = (): void => {
    store.setSaving(kept.kind === 'memory' ? 'memory' : queue.status);
    if (queue.fault || failed) onTrouble(queue.fault);
    failed = queue.fault !== null;
  };
  // For as long as the page lives: what could not be saved is kept in memory when the desk is closed, too.
  queue.onStatus((status) => guardPage(queue, status === 'unsaved'));
  const stops = [
    queue.onStatus(show),
    notebook.onUpdate((update) => {
      queue.push(update);
      link.send(update);
      // Said each time: of what is in a backup one is not asked, and this is in none.
      if (queue.status === 'unsaved') guardPage(queue, true);
      if (kept.kind === 'memory') guardPage(notebook, true);
      else void askToKeep();
    }),
    kept.onLost((loss) => {
      if (loss === 'wiped') queue.push(notebook.encode());
      else onTrouble(new Fault('storage/newer'));
    }),
  ];
  const flush = (): void => void queue.flush();
  const beforeReload = (event: BeforeReload): void => event.waitFor(whyUnsaved(kept, queue));
  addEventListener('pagehide', flush);
  addEventListener('before-reload', beforeReload);
  store.setSaving(kept.kind === 'memory' ? 'memory' : queue.status);
  return () => {
    removeEventListener('pagehide', flush);
    removeEventListener('before-reload', beforeReload);
    stops.forEach((stop) => stop());
    link.close();
  };
}

const firstDesk = (paper: Paper, version: string, layers: readonly Layer[]): Desk => ({
  paper,
  version,
  placings: noPlacings,
  layers,
  session: freshSession,
  saving: 'saved',
  canUndo: false,
  canRedo: false,
});

/** The offset that one reads at (code points). */
const readingOffset = (): number => document.querySelector('paper-pane')?.readingOffset ?? 0;

/** Lets the rules propose a reading, once the page rests; answers the way to stop. */
function proposing(store: Store): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;
  void rested(2000)
    .then(() => import('./proposing.ts'))
    .then(({ proposeFor }) => {
      if (!isStopped) stop = proposeFor(store);
    });
  return () => {
    isStopped = true;
    stop?.();
  };
}

/** What is long stays long where there is no room to make it short: nothing is lost with it, and it is tried at the next opening. */
const unlessStorage =
  (onTrouble: OnTrouble): OnTrouble =>
  (error) => {
    if (!(error instanceof Fault)) onTrouble(error);
  };

/** Opens the desk of a paper. Throws a `Fault` where the storage is blocked, failing, or newer than the app. */
export async function openDesk(paper: Paper, onTrouble: OnTrouble): Promise<OpenDesk> {
  const [kept, edition, version] = await Promise.all([
    storage(),
    editionLayer(paper, onTrouble),
    hashText(paper.text.text),
  ]);
  const created = new Date().toISOString();
  const meta = await kept.ensureNotebook({ id: newId(), paper: paper.id, name: 'My notebook', created });
  const notebook = new Notebook();
  const wires = wire(kept, notebook, meta);
  notebook.load(await kept.load(meta.id));
  if (notebook.quarantined === 0)
    await kept.compact(meta.id, () => notebook.encode()).catch(unlessStorage(onTrouble));
  // What is in memory alone is gone with the page, and so is what could be undone in it.
  const stopHistory = kept.kind === 'memory' ? null : keepHistory(notebook, meta.id);
  const stopDays = kept.kind === 'memory' ? null : keepDays(kept, meta, notebook);
  const own = ownLayerOf(meta.id, meta.name, notebook.records);
  const store = new Store(firstDesk(paper, version, edition ? [edition, own] : [own]), notebook);
  const close = joinSaving(store, wires, onTrouble);
  const anchors = new AnchorService(store, kept, readingOffset);
  const stopProposing = edition ? null : proposing(store);
  const release = holdNotebook({
    meta,
    isSaved: () => kept.kind === 'device' && wires.queue.status === 'saved',
    encode: () => notebook.encode(),
  });
  if (kept.kind === 'memory') onTrouble(new Fault(isAside(kept) ? 'storage/aside' : 'storage/refused'));
  return {
    store,
    storage: kept,
    queue: wires.queue,
    close: async () => {
      stopHistory?.();
      stopDays?.();
      anchors.stop();
      stopProposing?.();
      // What could not be saved must still be found by whoever makes a backup.
      if ((await wires.queue.flush()) === 'saved') release();
      close();
    },
  };
}
