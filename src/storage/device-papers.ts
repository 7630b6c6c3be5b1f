/** Papers in the device's database: entry, text and files in stores of their own, written in one transaction. */
import type { Database } from './database.ts';
import { byAdded, type KeptPaper, type PaperBody, type PaperFile, type PaperShelf } from './papers.ts';

type Run = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

function writingPapers(database: Database) {
  const transaction = database.transaction(['papers', 'bodies', 'files'], 'readwrite', {
    durability: 'strict',
  });
  // Where a request fails before anyone waits for the end, the end must not count as an unhandled failure too.
  transaction.done.catch(() => null);
  return transaction;
}

function purging(database: Database) {
  const transaction = database.transaction(
    ['papers', 'bodies', 'files', 'notebooks', 'updates', 'texts', 'layers'],
    'readwrite',
    { durability: 'strict' },
  );
  transaction.done.catch(() => null);
  return transaction;
}

/** Keys of the files of a paper lie between these two. */
const filesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** See `PaperShelf`; `run` is the storage's own way to its database. */
export class DevicePapers implements PaperShelf {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  list(): Promise<readonly KeptPaper[]> {
    return this.#run(async (database) => (await database.getAll('papers')).sort(byAdded));
  }

  paper(id: string): Promise<KeptPaper | null> {
    return this.#run(async (database) => (await database.get('papers', id)) ?? null);
  }

  body(id: string): Promise<PaperBody | null> {
    return this.#run(async (database) => (await database.get('bodies', id)) ?? null);
  }

  keep(paper: KeptPaper, body: PaperBody, files: readonly PaperFile[]): Promise<void> {
    return this.#run(async (database) => {
      const transaction = writingPapers(database);
      await Promise.all([
        transaction.objectStore('papers').put(paper),
        transaction.objectStore('bodies').put(body),
        transaction.objectStore('files').delete(filesOf(paper.id)),
        ...files.map((file) => transaction.objectStore('files').put(file)),
        transaction.done,
      ]);
    });
  }

  update(paper: KeptPaper, body?: PaperBody): Promise<void> {
    return this.#run(async (database) => {
      const transaction = writingPapers(database);
      await Promise.all([
        transaction.objectStore('papers').put(paper),
        body ? transaction.objectStore('bodies').put(body) : null,
        transaction.done,
      ]);
    });
  }

  files(id: string): Promise<readonly Omit<PaperFile, 'bytes'>[]> {
    return this.#run(async (database) =>
      (await database.getAll('files', filesOf(id))).map(({ paper, name, role, type }) => ({
        paper,
        name,
        role,
        type,
      })),
    );
  }

  file(id: string, name: string): Promise<PaperFile | null> {
    return this.#run(async (database) => (await database.get('files', [id, name])) ?? null);
  }

  drop(id: string): Promise<void> {
    return this.#run(async (database) => {
      const transaction = writingPapers(database);
      await Promise.all([
        transaction.objectStore('papers').delete(id),
        transaction.objectStore('bodies').delete(id),
        transaction.objectStore('files').delete(filesOf(id)),
        transaction.done,
      ]);
    });
  }

  purge(id: string): Promise<void> {
    return this.#run(async (database) => {
      const transaction = purging(database);
      const store = transaction.objectStore.bind(transaction);
      const notebooks = await store('notebooks').index('paper').getAllKeys(id);
      const [layers, texts, ...updates] = await Promise.all([
        store('layers').index('paper').getAllKeys(id),
        store('texts').index('paper').getAllKeys(id),
        ...notebooks.map((notebook) => store('updates').index('notebook').getAllKeys(notebook)),
      ]);
      await Promise.all([
        ...notebooks.map((key) => store('notebooks').delete(key)),
        ...layers.map((key) => store('layers').delete(key)),
        ...texts.map((key) => store('texts').delete(key)),
        ...updates.flat().map((key) => store('updates').delete(key)),
        store('papers').delete(id),
        store('bodies').delete(id),
        store('files').delete(filesOf(id)),
        transaction.done,
      ]);
    });
  }
}
