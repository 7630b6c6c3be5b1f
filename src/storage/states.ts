/** Earlier states of notebooks: what a place that keeps them can do. */

/** A notebook as it once was. */
export interface KeptState {
  /** Id of the notebook. */
  readonly notebook: string;
  /** Id of the paper it is about. */
  readonly paper: string;
  /**
   * Its name: the day (local, `2026-11-25`) before whose first change it was kept; with a time behind the day
   * (`2026-11-25 14:03:22`) where it was kept before the notebook was set back.
   */
  readonly at: string;
  /** The last day (local) on which something in it was changed; null where that is not known. */
  readonly last: string | null;
  /** The whole notebook as one update, packed (gzip). */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Earlier states on the device. All methods throw faults of storage and nothing else of the world's. */
export interface StateShelf {
  /** The names of the kept states of a notebook, oldest first. */
  names(notebook: string): Promise<readonly string[]>;
  /** The kept states of a notebook, oldest first. */
  list(notebook: string): Promise<readonly KeptState[]>;
  /** Keeps a state, durably; where one of its name is there already, that one stays. */
  keep(state: KeptState): Promise<void>;
  /** Lets go of states; unknown names are passed over. */
  drop(notebook: string, names: readonly string[]): Promise<void>;
}

/** Compares states by their names: by when they were kept. */
export const byName = (one: KeptState, other: KeptState): number =>
  one.at === other.at ? 0 : one.at < other.at ? -1 : 1;
