/** What a place that keeps notebooks can do: the device's database, the memory where there is none, stubs in tests. */

import type { PaperShelf } from './papers.ts';
import type { StateShelf } from './states.ts';

/** A notebook as it is listed; `created` is an ISO date in UTC. */
export interface NotebookMeta {
  readonly id: string;
  /** Id of the paper it is about. */
  readonly paper: string;
  readonly name: string;
  readonly created: string;
}

/** A paper's text as it once was: what positions of records that were made in it count in. */
export interface KeptText {
  /** Hash of the text (`sha256-` …): its name. */
  readonly hash: string;
  /** Id of the paper. */
  readonly paper: string;
  readonly text: string;
  /** When it was first kept; an ISO date in UTC. */
  readonly kept: string;
}

/** Somebody's notebook that was opened beside the reader's own, as its file was. */
export interface KeptLayer {
  /** Id of the notebook in the file; one of each for a paper. */
  readonly id: string;
  /** Id of the paper. */
  readonly paper: string;
  /** The file, to be checked at each opening like any input. */
  readonly json: string;
  /** When it was opened; an ISO date in UTC. */
  readonly opened: string;
  /** How the reader wants it shown: what can be cloned, to be checked like any input. */
  readonly look: unknown;
}

/**
 * What became of the database under an open page. `superseded`: another tab wants to upgrade or delete it, and
 * this one lets go when the listeners have returned: flush what waits, then ask for a reload. `wiped`: it had to
 * be made anew and holds nothing but the list of this page's notebooks; whoever still has one of them in memory
 * should append the whole of it now.
 */
export type Loss = 'superseded' | 'wiped';

/**
 * What an opening had to heal. `database`: the browser had dropped it, or emptied it, and it was filled from the
 * journal. `journal`: it was gone, and was written anew from the database. `changes`: each was there, but one lacked
 * something that the other held.
 */
export interface Recovery {
  readonly healed: 'database' | 'journal' | 'changes';
  /** How many changes and entries were put back. */
  readonly count: number;
}

/** Where updates of a notebook go. Everything that is to be kept goes through here, whatever lies behind it. */
export interface UpdateSink {
  /**
   * Keeps updates, all or none; resolves only when they are durable. The write starts before the call returns
   * where the storage is open, so that it may be made while the page is being left.
   * Throws `storage/full`, or another fault of storage; then nothing was kept.
   */
  append(notebook: string, updates: readonly Uint8Array[]): Promise<void>;
}

/** Notebooks and settings. All methods throw faults of storage and nothing else of the world's. */
export interface Storage extends UpdateSink {
  /** `memory`: nothing outlives the page. */
  readonly kind: 'device' | 'memory';
  /** True where nothing was there before this opening: a first visit, or the browser has dropped everything. */
  readonly isNew: boolean;
  /**
   * `kept`: what is saved stands in the database and in a journal beside it. `none`: in one place alone, since the
   * browser gives no other.
   */
  readonly journal: 'kept' | 'none';
  /** What had to be healed; null where all was as it should be, or not looked through yet. */
  readonly recovered: Recovery | null;
  /** The papers that were added on this device. */
  readonly papers: PaperShelf;
  /** Earlier states of notebooks. */
  readonly states: StateShelf;
  /** The notebooks of a paper, oldest first. */
  notebooks(paper: string): Promise<readonly NotebookMeta[]>;
  /** A notebook by its id, whatever its paper; null where none is listed. */
  notebook(id: string): Promise<NotebookMeta | null>;
  /** Lists a notebook. One that is listed already is replaced; its updates stay. */
  createNotebook(meta: NotebookMeta): Promise<void>;
  /**
   * The oldest notebook of `meta.paper`; `meta`, listed now, where there is none. In one step, so that two tabs
   * which open a paper for the first time end up with the same notebook.
   */
  ensureNotebook(meta: NotebookMeta): Promise<NotebookMeta>;
  /** All updates of a notebook in the order of their keeping; empty where none are kept. */
  load(notebook: string): Promise<readonly Uint8Array[]>;
  /**
   * Replaces many updates by one. Does nothing, and answers false, up to `compactFrom` rows. `snapshot` is called
   * at most once, in the middle of the work, and must hold all that this storage has loaded and appended for
   * the notebook (so not where a loaded update could not be read); only those rows go, never what another tab
   * has appended unseen.
   */
  compact(notebook: string, snapshot: () => Uint8Array): Promise<boolean>;
  /** Keeps a paper's text; one that is kept already stays as it is. */
  keepText(text: KeptText): Promise<void>;
  /** The kept texts of a paper, in no order. */
  texts(paper: string): Promise<readonly KeptText[]>;
  /** Lets go of a kept text; an unknown hash is passed over. */
  dropText(hash: string): Promise<void>;
  /** The layers that were opened on a paper, oldest first. */
  layers(paper: string): Promise<readonly KeptLayer[]>;
  /** Keeps layers, all or none; those of the same paper and id are replaced. */
  keepLayers(layers: readonly KeptLayer[]): Promise<void>;
  /** Lets go of a layer; an unknown id is passed over. */
  dropLayer(paper: string, id: string): Promise<void>;
  /** A setting as it was set; undefined where it was not. What is read is to be checked like any input. */
  setting(key: string): Promise<unknown>;
  /** Keeps a setting: a value that can be cloned. */
  setSetting(key: string, value: unknown): Promise<void>;
  /** Tells when the database is lost under the open page; returns the way to stop. */
  onLost(listener: (loss: Loss) => void): () => void;
  /** Tells what was healed, each time that `recovered` becomes another; returns the way to stop. */
  onRecovered(listener: (recovery: Recovery) => void): () => void;
  /** Lets go; what has begun is finished. Afterwards nothing can be kept or read. */
  close(): void;
}

/** Compares layers by when they were opened, then by id. */
export const byOpening = (one: KeptLayer, other: KeptLayer): number =>
  one.opened === other.opened ? (one.id < other.id ? -1 : 1) : one.opened < other.opened ? -1 : 1;

/** Rows of a notebook above which `compact` makes one of them. */
export const compactFrom = 500;
