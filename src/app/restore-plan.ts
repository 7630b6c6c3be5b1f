/** What restoring a backup would do, thing by thing, told before anything is done. Nothing that is there is ever written over. */
import type { BackupIn } from '../formats/backup/backup.ts';
import type { Storage } from '../storage/contract.ts';
import type { ShippedTexts } from './package-in.ts';

/**
 * What becomes of a thing. `add`: it is not here. `merge`: it is here, and something of it is new. `known`: it is here and stays
 * as it is. `refused`: it cannot be taken.
 */
export type Fate = 'add' | 'merge' | 'known' | 'refused';

/** Kinds of things, in the order in which they are restored. */
export const restoredKinds = ['paper', 'text', 'notebook', 'layer', 'state', 'settings'] as const;
export type RestoredKind = (typeof restoredKinds)[number];

/** What would become of a thing now. */
export interface Outlook {
  readonly fate: Fate;
  /** How much is new: records of a notebook, settings; 0 where that says nothing. */
  readonly fresh: number;
  /** Does it; null where nothing is to be done. */
  readonly take: (() => Promise<void>) | null;
}

/** A thing of a backup. */
export interface Restorable {
  readonly kind: RestoredKind;
  /** What it is called: a title, a name; empty where it has none. */
  readonly title: string;
  /** Looks at how things stand. Throws faults where it cannot be taken. */
  outlook(): Promise<Outlook>;
}

/** Where a backup is restored to. */
export interface RestorePlace {
  readonly backup: BackupIn;
  readonly storage: Storage;
  readonly shipped: ShippedTexts;
  /** Ids that papers of the backup have here, where they are others. */
  readonly ids: Map<string, string>;
}

/** The id that a paper of the backup has here. */
export const idHere = ({ ids }: RestorePlace, id: string): string => ids.get(id) ?? id;

/** Nothing to be done. */
export const known: Outlook = Object.freeze({ fate: 'known', fresh: 0, take: null });
