/** What every reader of papers is: bytes in, a draft out. Readers run in a worker and know no page; see `formats.ts` for which are there. */
import type { Draft } from '../../model/draft.ts';

/** A picture of a figure, as it is kept: png, jpeg, gif or webp. */
export interface Picture {
  /** Unique in the paper; a file's name without folders. */
  readonly name: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
}

/** What a reader found in a file. */
export interface Reading {
  readonly draft: Draft;
  readonly pictures: readonly Picture[];
}

/** What a reader is told, and whom it tells. */
export interface ReaderContext {
  /** The file's name, as it was given. */
  readonly name: string;
  /** What opens a protected file; null where nobody was asked. */
  readonly password: string | null;
  /** Tells how far it is: what is being done, in plain words, and of how many (1: one long step). Between two, long work beats (`model/beat`). */
  progress(doing: string, done: number, of: number): void;
}

/**
 * Reads a file. Throws `import/…` faults for whatever is wrong with the file. It is stopped from outside, by ending its
 * worker; it must keep its own memory and time within what the size of a file allows.
 */
export type PaperReader = (bytes: Uint8Array<ArrayBuffer>, context: ReaderContext) => Promise<Reading>;
