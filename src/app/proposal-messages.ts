/** What the page and the worker that reads a paper by the rules say to each other: all that the rules look at, as plain values. */
import type { Block } from '../model/paper-text.ts';
import type { Section } from '../model/paper.ts';
import type { Stamp } from '../model/record-parts.ts';
import type { NotebookRecord } from '../model/records.ts';

/** From the page. Offsets are code points. */
export interface ToProposer {
  readonly text: string;
  readonly language: string | null;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** Where each marker stands, and the id of its note. */
  readonly markers: readonly { readonly offset: number; readonly note: string }[];
  readonly stamp: Stamp;
}

/** From the worker. */
export type FromProposer = readonly NotebookRecord[];
