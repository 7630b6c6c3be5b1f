/** Entries of the journal in lots that can be carried at once. */
import type { EntryComparison, EntryStamp } from './journal-messages.ts';

/** Bytes of entries in a lot, but for one that is larger by itself. */
const load = 8 * 1024 * 1024;

/** All of them, in their order. */
export function* lotsOf(entries: EntryComparison['newer']): Iterable<readonly EntryStamp[]> {
  let lot: EntryStamp[] = [];
  let size = 0;
  for (const entry of entries) {
    if (lot.length > 0 && size + entry.size > load) {
      yield lot;
      lot = [];
      size = 0;
    }
    lot.push({ store: entry.store, key: entry.key, at: entry.at, isGone: entry.isGone });
    size += entry.size;
  }
  if (lot.length > 0) yield lot;
}
