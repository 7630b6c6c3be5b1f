/** Earlier states of notebooks in the device's database. */
import type { KeptState, StateShelf } from './states.ts';
import type { EntryWriter } from './writer.ts';

/** Keys of the states of a notebook lie between these two. */
const statesOf = (notebook: string): IDBKeyRange => IDBKeyRange.bound([notebook], [notebook, []]);

/** See `StateShelf`. */
export class DeviceStates implements StateShelf {
  readonly #writer: EntryWriter;

  constructor(writer: EntryWriter) {
    this.#writer = writer;
  }

  names(notebook: string): Promise<readonly string[]> {
    return this.#writer.run(async (database) =>
      (await database.getAllKeys('states', statesOf(notebook))).map(([, name]) => name),
    );
  }

  list(notebook: string): Promise<readonly KeptState[]> {
    return this.#writer.run((database) => database.getAll('states', statesOf(notebook)));
  }

  keep(state: KeptState): Promise<void> {
    const key: [string, string] = [state.notebook, state.at];
    return this.#writer.write(['states'], async (writing) => {
      const known = await writing.transaction.objectStore('states').getKey(key);
      if (known === undefined) writing.put('states', key, state);
    });
  }

  drop(notebook: string, names: readonly string[]): Promise<void> {
    return this.#writer.write(['states'], (writing) => {
      for (const name of names) writing.drop('states', [notebook, name]);
    });
  }
}
