/** What readers of other programs' files give: records as they would be, not yet checked, and what became of the rest. */
import type { PaperText } from '../model/paper-text.ts';

/** The programs and standards whose annotations are understood. */
export type MarkFormat = 'w3c' | 'hypothesis' | 'zotero';

/** What a reader must know of where the annotations are going. */
export interface MarkScene {
  /** The text of the open paper: quotations are looked up in it, positions counted. */
  readonly text: PaperText;
  /** IRI of the open paper. */
  readonly paper: string;
  /** For what has no date of its own; ISO 8601. */
  readonly now: string;
}

/** An annotation that was understood. */
export interface MarkDraft {
  /** A record that is still to be checked. */
  readonly record: Readonly<Record<string, unknown>>;
  /** False where the file has no date for it that is one. */
  readonly isDated: boolean;
  /** What was not understood of it, though the rest is kept: clauses in lower case, without a stop. */
  readonly lost: readonly string[];
}

/** Something that is left out, and why: a clause as in a `Finding`. */
export interface LeftOut {
  readonly why: string;
}

/** Reads one annotation. Never throws, whatever it is given. */
export type ReadMark = (item: Readonly<Record<string, unknown>>, scene: MarkScene) => MarkDraft | LeftOut;

/** True for what is left out. */
export const isLeftOut = (read: MarkDraft | LeftOut): read is LeftOut => 'why' in read;

/** Most that is kept of what another file says, in UTF-16 units: what `validate` takes. */
const most = 50_000;

/** What another program's file said of an annotation, to be kept with it; null where it is more than is kept. */
export function keepForeign(format: MarkFormat, item: unknown): string | null {
  const text = JSON.stringify({ format, item });
  return text.length <= most ? text : null;
}
