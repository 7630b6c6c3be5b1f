/** What a page and the worker of its journal say to each other. */
import type { EntryStore } from './journal-records.ts';

/** An entry that was put, or went where `isGone`. `at`: a time in ms, later than any before. */
export interface EntryChange {
  readonly store: EntryStore;
  readonly key: readonly string[];
  readonly at: number;
  readonly isGone: boolean;
  readonly value?: unknown;
}

/** An entry by name, and when it was last changed. */
export type EntryStamp = Pick<EntryChange, 'store' | 'key' | 'at' | 'isGone'>;

/** `hasBase`: all that the database held once is in it. `count`: updates and entries that it holds. */
export interface JournalState {
  readonly hasBase: boolean;
  readonly count: number;
}

/** What one side has and the other lacks: updates that the database lacks, identities of those that the journal lacks. */
export interface Comparison {
  readonly lacking: readonly Uint8Array[];
  readonly wanted: readonly number[];
}

/** Entries that are newer in the journal, and places (in the given list) of those that it lacks or has older. */
export interface EntryComparison {
  readonly newer: readonly (EntryStamp & { readonly size: number })[];
  readonly wanted: readonly number[];
}

/** Questions by name, and their answers. All but `open` wait for it. */
export interface JournalQuestions {
  /** Null where there can be no journal. */
  open: { asked: { name: string }; answer: JournalState | null };
  /** Durable when it is answered. */
  append: {
    asked: { notebook: string; updates: readonly Uint8Array[]; dropped?: readonly number[] };
    answer: null;
  };
  /** Keeps what is large in these values, so that there is room when a change comes that has them. */
  prepare: { asked: { values: readonly unknown[] }; answer: null };
  /** Durable when it is answered. */
  change: { asked: { changes: readonly EntryChange[] }; answer: null };
  /** `have`: identities of all that the database has of the notebook. `everywhere`: what other tabs write counts too. */
  compare: { asked: { notebook: string; have: readonly number[]; everywhere: boolean }; answer: Comparison };
  notebooks: { asked: object; answer: readonly string[] };
  stamps: { asked: { stamps: readonly EntryStamp[]; everywhere: boolean }; answer: EntryComparison };
  values: { asked: { entries: readonly EntryStamp[] }; answer: readonly EntryChange[] };
  /** Says that all that the database holds is in the journal. */
  base: { asked: object; answer: null };
  /** Gives back room that is taken by what counts no more. */
  tidy: { asked: object; answer: null };
  /** Nothing is asked after it. */
  close: { asked: object; answer: null };
}

export type QuestionName = keyof JournalQuestions;

export type ToJournal = {
  [Name in QuestionName]: { readonly serial: number; readonly say: Name } & JournalQuestions[Name]['asked'];
}[QuestionName];

/** `failed`: `full` where there was no room, else in words for a programmer. */
export type FromJournal =
  | { readonly serial: number; readonly answer: unknown }
  | { readonly serial: number; readonly failed: string };
