/** What the library and the worker that looks through its papers say to each other. */
import type { PaperHits } from './search-index.ts';

export interface ToSearcher {
  /** Names the query: answers to an older one say nothing any more. */
  readonly serial: number;
  readonly query: string;
  /** Ids of the papers, in the order in which they are looked through. */
  readonly papers: readonly string[];
}

/** Papers that were looked through since the last message, and how many are done in all. `hits` is null where one could not be read. */
export interface FromSearcher {
  readonly serial: number;
  readonly found: readonly (readonly [paper: string, hits: PaperHits | null])[];
  readonly done: number;
}
