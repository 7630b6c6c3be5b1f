/** Looks through all papers of the library, one after another, and keeps what it has read of them for the next query. */
import { jatsWords } from '../formats/jats-words.ts';
import type { Storage } from '../storage/contract.ts';
import { foldQuery } from '../text/find.ts';
import { fetchPaper } from './corpus.ts';
import { notebookOn } from './library-work.ts';
import { PaperIndex, type PaperHits } from './search-index.ts';

/** UTF-16 units of text that are kept: some hundred books. What is beyond is read anew for each query. */
const roomy = 60_000_000;

/** So long (ms) one goes on before others have their turn: a new query ends the old one. */
const turn = 12;

/** Hears of each paper that was looked through; `hits` is null where it could not be read. */
export type OnPaper = (paper: string, hits: PaperHits | null, done: number) => void;

export class SearchSession {
  readonly #storage: Storage;
  readonly #indexes = new Map<string, PaperIndex>();
  #size = 0;
  #serial = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /**
   * Looks for a query in the papers of these ids, in their order. Answers true when all were looked through, false where
   * a later query ended it.
   */
  async find(query: string, papers: readonly string[], onPaper: OnPaper): Promise<boolean> {
    this.#serial += 1;
    const serial = this.#serial;
    const word = foldQuery(query).trimEnd();
    let since = performance.now();
    for (const [at, paper] of papers.entries()) {
      const index = await this.#index(paper);
      if (performance.now() - since > turn) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      if (serial !== this.#serial) return false;
      onPaper(paper, index?.find(word) ?? null, at + 1);
    }
    return true;
  }

  async #index(paper: string): Promise<PaperIndex | null> {
    const known = this.#indexes.get(paper);
    if (known) return known;
    try {
      const body = await this.#storage.papers.body(paper);
      const xml = body?.xml ?? (await fetchPaper(paper));
      const { records } = await notebookOn(paper, this.#storage);
      const index = new PaperIndex(jatsWords(xml), records.values());
      this.#size += index.size;
      if (this.#size <= roomy) this.#indexes.set(paper, index);
      return index;
    } catch {
      // What cannot be read cannot be searched; opening it will say why.
      return null;
    }
  }
}
