/** Papers in the device's database: entry, text and files in stores of their own, written in one transaction. */
import { entryKey, type EntryWriting } from './entries.ts';
import { dropUpdates } from './healing.ts';
import { byAdded, type KeptPaper, type PaperBody, type PaperFile, type PaperShelf } from './papers.ts';
import type { EntryWriter } from './writer.ts';

const paperStores = ['papers', 'bodies', 'files'] as const;

/** Keys of the files of a paper lie between these two. */
const filesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** See `PaperShelf`. */
export class DevicePapers implements PaperShelf {
  readonly #writer: EntryWriter;

  constructor(writer: EntryWriter) {
    this.#writer = writer;
  }

  list(): Promise<readonly KeptPaper[]> {
    return this.#writer.run(async (database) => (await database.getAll('papers')).sort(byAdded));
  }

  paper(id: string): Promise<KeptPaper | null> {
    return this.#writer.run(async (database) => (await database.get('papers', id)) ?? null);
  }

  body(id: string): Promise<PaperBody | null> {
    return this.#writer.run(async (database) => (await database.get('bodies', id)) ?? null);
  }

  async keep(paper: KeptPaper, body: PaperBody, files: readonly PaperFile[]): Promise<void> {
    await this.#writer.prepare([body, ...files]);
    await this.#writer.write(paperStores, async (writing) => {
      await dropFiles(writing, paper.id);
      writing.put('papers', [paper.id], paper);
      writing.put('bodies', [body.id], body);
      for (const file of files) writing.put('files', [file.paper, file.name], file);
    });
  }

  async update(paper: KeptPaper, body?: PaperBody): Promise<void> {
    if (body) await this.#writer.prepare([body]);
    await this.#writer.write(paperStores, (writing) => {
      writing.put('papers', [paper.id], paper);
      if (body) writing.put('bodies', [body.id], body);
    });
  }

  files(id: string): Promise<readonly Omit<PaperFile, 'bytes'>[]> {
    return this.#writer.run(async (database) =>
      (await database.getAll('files', filesOf(id))).map(({ paper, name, role, type }) => ({
        paper,
        name,
        role,
        type,
      })),
    );
  }

  file(id: string, name: string): Promise<PaperFile | null> {
    return this.#writer.run(async (database) => (await database.get('files', [id, name])) ?? null);
  }

  drop(id: string): Promise<void> {
    return this.#writer.write(paperStores, (writing) => dropPaper(writing, id));
  }

  purge(id: string): Promise<void> {
    return this.#writer.write(
      [...paperStores, 'notebooks', 'updates', 'texts', 'layers', 'states'],
      async (writing) => {
        const store = writing.transaction.objectStore.bind(writing.transaction);
        const [notebooks, layers, texts, states] = await Promise.all([
          store('notebooks').index('paper').getAllKeys(id),
          store('layers').index('paper').getAllKeys(id),
          store('texts').index('paper').getAllKeys(id),
          store('states').index('paper').getAllKeys(id),
        ]);
        for (const notebook of notebooks) {
          await dropUpdates(writing.transaction, notebook);
          writing.drop('updates', [notebook]);
          writing.drop('notebooks', [notebook]);
        }
        for (const key of layers) writing.drop('layers', key);
        for (const key of states) writing.drop('states', key);
        for (const key of texts) writing.drop('texts', [key]);
        await dropPaper(writing, id);
      },
    );
  }
}

async function dropPaper(writing: EntryWriting, id: string): Promise<void> {
  await dropFiles(writing, id);
  writing.drop('papers', [id]);
  writing.drop('bodies', [id]);
}

async function dropFiles(writing: EntryWriting, id: string): Promise<void> {
  const keys = await writing.transaction.objectStore('files').getAllKeys(filesOf(id));
  for (const key of keys) writing.drop('files', entryKey(key));
}
