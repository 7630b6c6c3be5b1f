/** The notebooks of others that are open on a desk: opened from files, kept on this device, closed again; each with a way back. */
import type { Desk, Layer } from '../desk/desk.ts';
import { dressed, fileOn, firstLook, lookOf, openedIn, openedLayer, readLook } from '../desk/layers.ts';
import type { Store } from '../desk/store.ts';
import { Fault } from '../model/fault.ts';
import type { KeptLayer, Storage } from '../storage/contract.ts';
import { aboutWhat, readLayerFile, readLayerText, saysNothingNew, textAlong } from './layer-files.ts';

/** What became of a file. `own`: it is the reader's own notebook, which is open as theirs. */
export type Fate = 'opened' | 'replaced' | 'known' | 'older' | 'own' | 'refused';

/** A file and what became of it. */
export interface Opening {
  /** Name of the file. */
  readonly file: string;
  readonly fate: Fate;
  /** The layer that is open for it now; null where it was refused or is the reader's own. */
  readonly layer: Layer | null;
  /** The older copy that it took the place of; null where it took none. */
  readonly before: Layer | null;
  /** Why it was refused; null where it was not. */
  readonly fault: unknown;
  /** True where it was made on another text of the paper: its passages are looked for. */
  readonly isOtherText: boolean;
}

interface Kept {
  readonly json: string;
  readonly opened: string;
  /** The look that is kept with it, as JSON; null where nothing is kept yet. */
  look: string | null;
}

const nothing = { layer: null, before: null, fault: null, isOtherText: false };

/** One a desk. Stop it when the desk closes. */
export class LayerShelf {
  readonly #store: Store;
  readonly #storage: Storage;
  readonly #onTrouble: (error: unknown) => void;
  /** The files of the open layers, and of those that an undo may bring back, by layer. */
  readonly #files = new WeakMap<object, Kept>();
  readonly #stop: () => void;

  /** `onTrouble` hears where something could not be kept; what is open stays open. */
  constructor(store: Store, storage: Storage, onTrouble: (error: unknown) => void) {
    this.#store = store;
    this.#storage = storage;
    this.#onTrouble = onTrouble;
    this.#stop = store.subscribe((desk, previous) => this.#onChange(desk, previous));
  }

  stop(): void {
    this.#stop();
  }

  get #paper(): string {
    return this.#store.desk.paper.id;
  }

  /** Brings back what was open when the desk was closed. */
  async restore(): Promise<void> {
    const found: Layer[] = [];
    for (const kept of await this.#storage.layers(this.#paper)) {
      try {
        const file = fileOn(await readLayerText(kept.json), this.#store.desk.version);
        const layer = openedLayer(file, readLook(kept.look));
        this.#remember(layer, { ...kept, look: JSON.stringify(kept.look) });
        found.push(layer);
      } catch (error) {
        this.#onTrouble(error);
      }
    }
    const isOpen = (below: readonly Layer[], { id }: Layer): boolean => below.some((one) => one.id === id);
    this.#store.changeLayers((below) =>
      dressed([...below, ...found.filter((layer) => !isOpen(below, layer))]),
    );
  }

  /**
   * Opens files, one after the other, and shows them all at once when the last is read. `onFile` hears after each;
   * null, and nothing changed, where `signal` ended it before. What one cannot read is refused, the others open.
   */
  async open(
    files: readonly File[],
    signal: AbortSignal,
    onFile: (done: number) => void,
  ): Promise<readonly Opening[] | null> {
    const fates: Opening[] = [];
    let known = openedIn(this.#store.desk.layers);
    for (const file of files) {
      if (signal.aborted) return null;
      const fate = await this.#read(file, known);
      if (fate.layer && (fate.fate === 'opened' || fate.fate === 'replaced'))
        known = [...known.filter(({ id }) => id !== fate.layer?.id), fate.layer];
      fates.push(fate);
      onFile(fates.length);
    }
    if (signal.aborted) return null;
    this.#put(known);
    return fates;
  }

  /** Takes openings back: what was opened is closed, what was replaced is there again. */
  undo(openings: readonly Opening[]): void {
    const back = new Map<string, Layer | null>();
    // A notebook may have come twice in one go: what counts is what was there before the first.
    for (const { layer, before, fate } of openings) {
      const isNew = layer && (fate === 'opened' || fate === 'replaced');
      if (isNew && !back.has(layer.id)) back.set(layer.id, before);
    }
    this.#store.changeLayers((below) =>
      below.flatMap((one) => (back.has(one.id) ? (back.get(one.id) ?? []) : one)),
    );
  }

  /** Closes a layer; answers the way back, or null where no such layer is open. */
  close(id: string): (() => void) | null {
    const below = this.#store.desk.layers.slice(0, -1);
    const at = below.findIndex((one) => one.id === id && one.opened);
    const layer = below[at];
    if (!layer) return null;
    this.#store.changeLayers((now) => now.filter((one) => one.id !== id));
    return () =>
      this.#store.changeLayers((now) =>
        now.some((one) => one.id === id) ? now : dressed([...now.slice(0, at), layer, ...now.slice(at)]),
      );
  }

  async #read(file: File, known: readonly Layer[]): Promise<Opening> {
    const { desk } = this.#store;
    try {
      const { json, notebook } = await readLayerFile(file);
      const about = aboutWhat(notebook, desk);
      if (about === 'other-paper') throw new Fault('notebook/other-paper', notebook.paper.title);
      if (notebook.id === desk.layers.at(-1)?.id) return { ...nothing, file: file.name, fate: 'own' };
      const before = known.find(({ id }) => id === notebook.id) ?? null;
      const look = before ? lookOf(before) : firstLook;
      const layer = openedLayer(fileOn(notebook, desk.version), { ...look, released: false });
      const fate = before ? await fateOf(before, layer) : 'opened';
      const isOtherText = about === 'other-text';
      if (fate !== 'opened' && fate !== 'replaced')
        return { ...nothing, file: file.name, fate, layer: before, isOtherText };
      const opened = this.#fileOf(before)?.opened ?? new Date().toISOString();
      this.#remember(layer, { json, opened, look: null });
      await this.#keepText(await textAlong(notebook), notebook.paper.hash);
      return { ...nothing, file: file.name, fate, layer, before, isOtherText };
    } catch (error) {
      return { ...nothing, file: file.name, fate: 'refused', fault: error };
    }
  }

  async #keepText(text: string | null, hash: string): Promise<void> {
    if (text === null || hash === this.#store.desk.version) return;
    const kept = new Date().toISOString();
    await this.#storage.keepText({ hash, paper: this.#paper, text, kept }).catch(this.#onTrouble);
  }

  /** Puts layers in their places; those that stand there already stay as they are. */
  #put(layers: readonly Layer[]): void {
    this.#store.changeLayers((below) => {
      const fresh = new Map(layers.map((layer) => [layer.id, layer]));
      const isNew = (layer: Layer): boolean =>
        below.find(({ id }) => id === layer.id)?.opened !== layer.opened && this.#fileOf(layer) !== undefined;
      const placed = below.map((one) => {
        const other = fresh.get(one.id);
        return one.opened && other && isNew(other) ? other : one;
      });
      const added = layers.filter(({ id }) => !below.some((one) => one.id === id));
      return dressed([...placed, ...added]);
    });
  }

  #remember(layer: Layer, kept: Kept): void {
    if (layer.opened) this.#files.set(layer.opened, kept);
  }

  #fileOf(layer: Layer | null): Kept | undefined {
    return layer?.opened ? this.#files.get(layer.opened) : undefined;
  }

  /** Keeps what is open as it is shown now, and lets go of what is not open any more. */
  #onChange(desk: Desk, previous: Desk): void {
    if (desk.layers === previous.layers) return;
    const now = openedIn(desk.layers);
    const rows = now.flatMap((layer) => this.#rowFor(layer) ?? []);
    if (rows.length > 0) this.#storage.keepLayers(rows).catch(this.#onTrouble);
    const ids = new Set(now.map(({ id }) => id));
    const there = new Set(now.map(({ opened }) => opened));
    for (const { id, opened } of openedIn(previous.layers)) {
      const file = opened && !there.has(opened) ? this.#files.get(opened) : null;
      // What is gone or replaced is to be kept anew where an undo brings it back.
      if (file) file.look = null;
      if (!ids.has(id)) this.#storage.dropLayer(this.#paper, id).catch(this.#onTrouble);
    }
  }

  /** What is to be kept of a layer; null where it is kept like this already. */
  #rowFor(layer: Layer): KeptLayer | null {
    const file = this.#fileOf(layer);
    const look = lookOf(layer);
    const asText = JSON.stringify(look);
    if (!file || file.look === asText) return null;
    file.look = asText;
    return { id: layer.id, paper: this.#paper, json: file.json, opened: file.opened, look };
  }
}

/** What becomes of a copy of a notebook that is open already. */
async function fateOf(before: Layer, layer: Layer): Promise<'known' | 'older' | 'replaced'> {
  if (await saysNothingNew(before, layer)) return 'known';
  return (layer.opened?.made ?? '') < (before.opened?.made ?? '') ? 'older' : 'replaced';
}
