/** Storage in memory, for browsers that give no database: all works, nothing outlives the page. */
import {
  byOpening,
  compactFrom,
  type KeptLayer,
  type KeptText,
  type NotebookMeta,
  type Storage,
} from './contract.ts';
import { MemoryRows, type KeptRow } from './kept-rows.ts';
import { MemoryPapers } from './memory-papers.ts';
import { MemoryStates } from './memory-states.ts';

/** Keeps what it is given until the page goes. */
export class MemoryStorage implements Storage {
  readonly kind = 'memory';
  readonly papers = new MemoryPapers((paper) => this.#forget(paper));
  readonly states = new MemoryStates();
  readonly isNew = true;
  readonly journal = 'none';
  readonly recovered = null;
  readonly #notebooks = new Map<string, NotebookMeta>();
  readonly #updates = new Map<string, readonly Uint8Array[]>();
  readonly #settings = new Map<string, unknown>();
  readonly #texts = new Map<string, KeptText>();
  readonly #layers = new Map<string, KeptLayer>();

  notebooks(paper: string): Promise<readonly NotebookMeta[]> {
    return Promise.resolve([...this.#notebooks.values()].filter((one) => one.paper === paper));
  }

  notebook(id: string): Promise<NotebookMeta | null> {
    return Promise.resolve(this.#notebooks.get(id) ?? null);
  }

  createNotebook(meta: NotebookMeta): Promise<void> {
    this.#notebooks.set(meta.id, meta);
    return Promise.resolve();
  }

  ensureNotebook(meta: NotebookMeta): Promise<NotebookMeta> {
    const oldest = [...this.#notebooks.values()].find((one) => one.paper === meta.paper);
    if (!oldest) this.#notebooks.set(meta.id, meta);
    return Promise.resolve(oldest ?? meta);
  }

  load(notebook: string): Promise<readonly Uint8Array[]> {
    return Promise.resolve(this.#updates.get(notebook) ?? []);
  }

  append(notebook: string, updates: readonly Uint8Array[]): Promise<void> {
    this.#updates.set(notebook, [...(this.#updates.get(notebook) ?? []), ...updates]);
    return Promise.resolve();
  }

  compact(notebook: string, snapshot: () => Uint8Array): Promise<boolean> {
    const isLong = (this.#updates.get(notebook)?.length ?? 0) > compactFrom;
    if (isLong) this.#updates.set(notebook, [snapshot()]);
    return Promise.resolve(isLong);
  }

  keepText(text: KeptText): Promise<void> {
    if (!this.#texts.has(text.hash)) this.#texts.set(text.hash, text);
    return Promise.resolve();
  }

  texts(paper: string): Promise<readonly KeptText[]> {
    return Promise.resolve([...this.#texts.values()].filter((one) => one.paper === paper));
  }

  dropText(hash: string): Promise<void> {
    this.#texts.delete(hash);
    return Promise.resolve();
  }

  layers(paper: string): Promise<readonly KeptLayer[]> {
    const here = [...this.#layers.values()].filter((one) => one.paper === paper);
    return Promise.resolve(here.sort(byOpening));
  }

  keepLayers(layers: readonly KeptLayer[]): Promise<void> {
    for (const layer of layers) this.#layers.set(`${layer.paper} ${layer.id}`, structuredClone(layer));
    return Promise.resolve();
  }

  dropLayer(paper: string, id: string): Promise<void> {
    this.#layers.delete(`${paper} ${id}`);
    return Promise.resolve();
  }

  setting(key: string): Promise<unknown> {
    return Promise.resolve(this.#settings.get(key));
  }

  setSetting(key: string, value: unknown): Promise<void> {
    this.#settings.set(key, structuredClone(value));
    return Promise.resolve();
  }

  /** All that is kept, store by store as the database has it: for a backup. */
  rows(): MemoryRows {
    const updates = [...this.#updates].flatMap(([notebook, all]) =>
      all.map((update): unknown => ({ notebook, update })),
    );
    return new MemoryRows(
      new Map<string, readonly KeptRow[]>([
        ['updates', updates.map((row, at): KeptRow => [at + 1, row])],
        ['notebooks', [...this.#notebooks]],
        ['settings', [...this.#settings]],
        ['texts', [...this.#texts]],
        ['layers', [...this.#layers.values()].map((layer): KeptRow => [[layer.paper, layer.id], layer])],
        ['states', this.states.rows()],
        ...this.papers.rows(),
      ]),
    );
  }

  #forget(paper: string): void {
    this.states.forget(paper);
    for (const [key, one] of this.#notebooks)
      if (one.paper === paper) {
        this.#notebooks.delete(key);
        this.#updates.delete(key);
      }
    for (const kept of [this.#texts, this.#layers])
      for (const [key, one] of kept) if (one.paper === paper) kept.delete(key);
  }

  /** Memory is never lost under an open page. */
  onLost(): () => void {
    return () => null;
  }

  /** Nor is anything healed. */
  onRecovered(): () => void {
    return () => null;
  }

  close(): void {
    this.#updates.clear();
  }
}
