/** What stands in a record of the journal: updates of a notebook, entries that came or went, or that all is in it. */
import { frameHead, seal } from './journal-frames.ts';

/** Stores whose entries have a key of their own; `updates` stands for all updates of a notebook that went. */
export type EntryStore =
  'notebooks' | 'settings' | 'texts' | 'layers' | 'papers' | 'bodies' | 'files' | 'states' | 'updates';

/** A part of a record: so many bytes, in the record or, where it has a name, in a file of its own. */
export interface Part {
  readonly size: number;
  readonly blob?: string;
}

/** `at` orders what was done to one entry: a time in ms, later than any before. `parts` is null where the entry went. */
export interface EntryHead {
  readonly store: EntryStore;
  readonly key: readonly string[];
  readonly at: number;
  readonly parts: readonly Part[] | null;
}

/** `ids`: identities of the updates whose bytes follow; `dropped`: identities of those that they replace. */
export type RecordHead =
  | {
      readonly kind: 'updates';
      readonly notebook: string;
      readonly at: number;
      readonly ids: readonly number[];
      readonly sizes: readonly number[];
      readonly dropped?: readonly number[];
    }
  | { readonly kind: 'entries'; readonly entries: readonly EntryHead[] }
  | { readonly kind: 'base' };

/** A record to be written, and where its bytes begin behind the head. */
export interface WrittenRecord {
  readonly bytes: Uint8Array;
  readonly partsAt: number;
}

/** One framed record: the head as JSON with its length before it, then the parts that stand in it. */
export function writeRecord(head: RecordHead, parts: readonly Uint8Array[]): WrittenRecord {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const partsAt = frameHead + 4 + json.length;
  const bytes = new Uint8Array(partsAt + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(bytes.buffer).setUint32(frameHead, json.length, true);
  bytes.set(json, frameHead + 4);
  let at = partsAt;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  seal(bytes);
  return { bytes, partsAt };
}

/** Reads the head of a record; null where it is none of ours. `partsAt` counts from the beginning of `bytes`. */
export function readHead(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly head: RecordHead; readonly partsAt: number } | null {
  if (end - start < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(start, true);
  const partsAt = start + 4 + length;
  if (partsAt > end) return null;
  try {
    const json = new TextDecoder().decode(bytes.subarray(start + 4, partsAt));
    return { head: JSON.parse(json) as RecordHead, partsAt };
  } catch {
    return null;
  }
}
