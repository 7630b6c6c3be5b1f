/** A file on its way into the library, and how far it is. Plain values: each change makes a new one. */
import type { KeptPaper } from '../storage/papers.ts';
import type { ImportProgress } from './import-protocol.ts';
import type { FormerCopy } from './paper-keeping.ts';
import type { PendingPaper } from './pending-paper.ts';

/** A paper with the very same text: in the library, or earlier in the queue (then `id` is null). */
export interface Twin {
  readonly id: string | null;
  readonly title: string;
}

/** What was read and waits for a decision. */
export interface ReadState {
  readonly is: 'read';
  readonly paper: PendingPaper;
  readonly twin: Twin | null;
  /** A kept paper that this may be a better copy of; null where none seems to be, or it was said to be another. */
  readonly older: KeptPaper | null;
  readonly isKeeping: boolean;
  /** Why it could not be kept; null where nobody tried, or it can be tried again. */
  readonly trouble: unknown;
}

export type ImportState =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly progress: ImportProgress | null }
  /** It wants a password. */
  | { readonly is: 'asking'; readonly isWrong: boolean }
  | { readonly is: 'failed'; readonly why: unknown }
  | ReadState
  | {
      readonly is: 'kept';
      readonly id: string;
      readonly title: string;
      /** Hash of its text as it was first read. */
      readonly hash: string;
      /** What it took the place of; null where it is a paper of its own. */
      readonly former: FormerCopy | null;
    };

export interface ImportItem {
  readonly key: number;
  readonly file: File;
  /** A title that a person gave it; null where the file is to say. */
  readonly title: string | null;
  /** Id of a kept paper that it was brought as a better copy of; null where it was brought as it is. */
  readonly betterOf: string | null;
  readonly state: ImportState;
}

/** Whether nothing more happens to it by itself, and something of it would be lost with the page. */
export const isUnkept = ({ state }: ImportItem): boolean => state.is !== 'kept' && state.is !== 'failed';

/** Whether it can be kept together with others: nobody has to decide anything about it. */
export const isPlain = ({ state }: ImportItem): boolean =>
  state.is === 'read' && !state.twin && !state.older && !state.isKeeping;
