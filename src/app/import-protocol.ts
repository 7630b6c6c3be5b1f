/** What the page and the worker that reads papers say to each other. */
import type { Picture } from '../formats/paper/reader.ts';
import type { Draft, DraftBlock, DraftNote } from '../model/draft.ts';
import type { FaultCode } from '../model/fault.ts';
import type { ForeignKind } from '../model/foreign-file.ts';
import type { WrittenDraft } from './pending-paper.ts';

/** A file to read. It goes over as a handle: its bytes are read on the other side. */
export interface ToImporter {
  readonly file: Blob;
  readonly name: string;
  /** What a person calls the paper; null where the file is to say. */
  readonly title: string | null;
  /** What opens a protected file; null where nobody was asked. */
  readonly password: string | null;
}

/** How far a reading is. */
export interface ImportProgress {
  /** What is being done, in plain words. */
  readonly doing: string;
  readonly done: number;
  readonly of: number;
}

/** What was made of a file, its blocks and notes apart: they come in portions. */
export interface ReadHead extends Omit<WrittenDraft, 'draft'> {
  readonly draft: Omit<Draft, 'blocks' | 'notes'>;
  readonly pictures: readonly Picture[];
}

export type FromImporter =
  | ({ readonly say: 'progress' } & ImportProgress)
  | { readonly say: 'blocks'; readonly blocks: readonly DraftBlock[] }
  | { readonly say: 'notes'; readonly notes: readonly DraftNote[] }
  | { readonly say: 'read'; readonly head: ReadHead }
  | {
      readonly say: 'refused';
      /** Null: no fault, but a mistake of the program. */
      readonly code: FaultCode | null;
      readonly detail: string;
      readonly kind: ForeignKind | null;
    };
