/** The notebooks that are open in this tab: what of them is not on the device yet goes into a backup all the same. */
import type { NotebookMeta } from '../storage/contract.ts';

/** A notebook in memory. */
export interface OpenNotebook {
  readonly meta: NotebookMeta;
  /** Whether all of it is on the device. */
  isSaved(): boolean;
  /** The whole of it as one update. */
  encode(): Uint8Array;
}

const open = new Set<OpenNotebook>();

/** Tells of a notebook that was opened; returns the way to say that it was closed. */
export function holdNotebook(notebook: OpenNotebook): () => void {
  open.add(notebook);
  return () => void open.delete(notebook);
}

/** The notebooks that are open now. */
export const openNotebooks = (): readonly OpenNotebook[] => [...open];
