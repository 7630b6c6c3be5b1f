/** Papers in memory, for browsers that give no database. */
import type { KeptRow } from './kept-rows.ts';
import { byAdded, type KeptPaper, type PaperBody, type PaperFile, type PaperShelf } from './papers.ts';

/** See `PaperShelf`. */
export class MemoryPapers implements PaperShelf {
  readonly #papers = new Map<string, KeptPaper>();
  readonly #bodies = new Map<string, PaperBody>();
  readonly #files = new Map<string, readonly PaperFile[]>();
  readonly #forget: (paper: string) => void;

  /** `forget` lets go of all that was made of a paper. */
  constructor(forget: (paper: string) => void) {
    this.#forget = forget;
  }

  list(): Promise<readonly KeptPaper[]> {
    return Promise.resolve([...this.#papers.values()].sort(byAdded));
  }

  paper(id: string): Promise<KeptPaper | null> {
    return Promise.resolve(this.#papers.get(id) ?? null);
  }

  body(id: string): Promise<PaperBody | null> {
    return Promise.resolve(this.#bodies.get(id) ?? null);
  }

  keep(paper: KeptPaper, body: PaperBody, files: readonly PaperFile[]): Promise<void> {
    this.#files.set(paper.id, structuredClone(files));
    return this.update(paper, body);
  }

  update(paper: KeptPaper, body?: PaperBody): Promise<void> {
    this.#papers.set(paper.id, structuredClone(paper));
    if (body) this.#bodies.set(body.id, structuredClone(body));
    return Promise.resolve();
  }

  files(id: string): Promise<readonly Omit<PaperFile, 'bytes'>[]> {
    const files = this.#files.get(id) ?? [];
    return Promise.resolve(files.map(({ paper, name, role, type }) => ({ paper, name, role, type })));
  }

  file(id: string, name: string): Promise<PaperFile | null> {
    return Promise.resolve(this.#files.get(id)?.find((file) => file.name === name) ?? null);
  }

  drop(id: string): Promise<void> {
    for (const kept of [this.#papers, this.#bodies, this.#files]) kept.delete(id);
    return Promise.resolve();
  }

  purge(id: string): Promise<void> {
    this.#forget(id);
    return this.drop(id);
  }

  /** The rows of papers, bodies and files, as the database has them. */
  rows(): readonly (readonly [store: string, rows: readonly KeptRow[]])[] {
    const files = [...this.#files.values()].flat();
    return [
      ['papers', [...this.#papers]],
      ['bodies', [...this.#bodies]],
      ['files', files.map((file): KeptRow => [[file.paper, file.name], file])],
    ];
  }
}
