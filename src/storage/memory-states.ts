/** Earlier states of notebooks in memory: they are gone with the page. */
import type { KeptRow } from './kept-rows.ts';
import { byName, type KeptState, type StateShelf } from './states.ts';

/** See `StateShelf`. */
export class MemoryStates implements StateShelf {
  readonly #states = new Map<string, KeptState>();

  names(notebook: string): Promise<readonly string[]> {
    return Promise.resolve(this.#of(notebook).map(({ at }) => at));
  }

  list(notebook: string): Promise<readonly KeptState[]> {
    return Promise.resolve(this.#of(notebook));
  }

  keep(state: KeptState): Promise<void> {
    const key = `${state.notebook} ${state.at}`;
    if (!this.#states.has(key)) this.#states.set(key, state);
    return Promise.resolve();
  }

  drop(notebook: string, names: readonly string[]): Promise<void> {
    for (const name of names) this.#states.delete(`${notebook} ${name}`);
    return Promise.resolve();
  }

  /** Lets go of all states of a paper's notebooks. */
  forget(paper: string): void {
    for (const [key, one] of this.#states) if (one.paper === paper) this.#states.delete(key);
  }

  /** All of them as the database has them: for a backup. */
  rows(): readonly KeptRow[] {
    return [...this.#states.values()].map((state): KeptRow => [[state.notebook, state.at], state]);
  }

  #of(notebook: string): readonly KeptState[] {
    return [...this.#states.values()].filter((one) => one.notebook === notebook).sort(byName);
  }
}
