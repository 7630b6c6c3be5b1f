/** The search of the library: one query at a time, what it has found so far, and the worker that looks through the papers. */
import type { Storage } from '../storage/contract.ts';
import { fold } from '../text/fold.ts';
import { entryWords } from './library-order.ts';
import type { LibraryPaper } from './library-paper.ts';
import { Worker } from './own-worker.ts';
import type { PaperHits } from './search-index.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';

/** A query and what was found of it so far. */
export interface Found {
  readonly query: string;
  /** Papers whose entry has all the words. */
  readonly entries: ReadonlySet<string>;
  /** Hits in texts, notes and one's own writing, by paper. */
  readonly hits: ReadonlyMap<string, PaperHits>;
  readonly done: number;
  readonly of: number;
  /** Papers that could not be read. */
  readonly failed: number;
}

/** Shorter queries are looked for in the entries alone: what they find in texts is everything. */
const shortest = 2;

/** How long one may go on typing before texts are looked through, in ms. */
const pause = 120;

/** Stop it when the library goes. */
export class LibrarySearch {
  readonly #storage: Storage;
  readonly #onChange: () => void;
  #found: Found | null = null;
  #worker: globalThis.Worker | null = null;
  #serial = 0;
  #timer = 0;

  constructor(storage: Storage, onChange: () => void) {
    this.#storage = storage;
    this.#onChange = onChange;
  }

  /** Null where nothing is looked for. */
  get found(): Found | null {
    return this.#found;
  }

  /** Looks for a query in these papers; a blank one ends the search. `isAnew`: they may have other words by now. */
  ask(query: string, papers: readonly LibraryPaper[], isAnew = false): void {
    this.#serial += 1;
    clearTimeout(this.#timer);
    if (isAnew) this.#end();
    const words = fold(query).trim();
    if (words === '') this.#found = null;
    else {
      const all = words.split(' ');
      const entries = papers.filter((paper) => all.every((word) => entryWords(paper).includes(word)));
      const of = [...words].length < shortest ? 0 : papers.length;
      const ids = new Set(entries.map(({ id }) => id));
      this.#found = { query, entries: ids, hits: new Map(), done: 0, of, failed: 0 };
      const { serial } = { serial: this.#serial };
      const message = { serial, query, papers: papers.map(({ id }) => id) };
      if (of > 0) this.#timer = window.setTimeout(() => void this.#look(message), pause);
    }
    this.#onChange();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** A worker has no share in what is kept in memory alone: then the page looks, a little at a time. */
  async #look(message: ToSearcher): Promise<void> {
    if (this.#storage.kind === 'memory') {
      const { SearchSession } = await import('./search-session.ts');
      await new SearchSession(this.#storage).find(message.query, message.papers, (paper, hits, done) => {
        const isNews = hits === null || hits.count > 0;
        this.#take({ serial: message.serial, found: isNews ? [[paper, hits]] : [], done });
      });
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): globalThis.Worker {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearcher>) => this.#take(data));
    return worker;
  }

  #take({ serial, found, done }: FromSearcher): void {
    if (serial !== this.#serial || !this.#found) return;
    const hits = new Map(this.#found.hits);
    for (const [paper, one] of found) if (one) hits.set(paper, one);
    const failed = this.#found.failed + found.filter(([, one]) => one === null).length;
    this.#found = { ...this.#found, hits, done, failed };
    this.#onChange();
  }
}
