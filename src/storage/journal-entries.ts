/** Entries in the journal: values as parts, large ones in files of their own, named by what they hold. Runs in a worker. */
import { fromParts, toParts } from './cloneable.ts';
import type { Blobs } from './journal-blobs.ts';
import { entryName, type JournalIndex, type KeptEntry, type Source } from './journal-index.ts';
import type { EntryChange } from './journal-messages.ts';
import type { EntryHead, Part, RecordHead } from './journal-records.ts';

/** Where records go, and what stands there. */
interface Keeper {
  readonly index: JournalIndex;
  write(head: RecordHead, parts: readonly Uint8Array[]): void;
}

/** Parts of more bytes have a file of their own, so that the journal stays small. */
const largest = 64 * 1024;

/** Writes entries in one record. Durable after `flush`. */
export async function writeEntries(
  keeper: Keeper,
  blobs: Blobs,
  changes: readonly EntryChange[],
): Promise<void> {
  const inline: Uint8Array[] = [];
  const entries: EntryHead[] = [];
  for (const { store, key, at, isGone, value } of changes) {
    const parts: Part[] = [];
    for (const bytes of isGone ? [] : toParts(value)) {
      if (bytes.length > largest) parts.push({ size: bytes.length, blob: await blobs.keep(bytes) });
      else {
        parts.push({ size: bytes.length });
        inline.push(bytes);
      }
    }
    entries.push({ store, key, at, parts: isGone ? null : parts });
  }
  keeper.write({ kind: 'entries', entries }, inline);
}

/** Keeps the large parts of a value, so that writing an entry of it takes little room. */
export async function prepareValue(blobs: Blobs, value: unknown): Promise<void> {
  for (const bytes of toParts(value)) if (bytes.length > largest) await blobs.keep(bytes);
}

/** The value of an entry as it was put. Throws where a file of it is gone or damaged. */
export async function readEntry(entry: KeptEntry, source: Source, blobs: Blobs): Promise<EntryChange> {
  const { store, key, at, places } = entry;
  if (!places) return { store, key, at, isGone: true };
  const parts: Uint8Array[] = [];
  for (const place of places)
    parts.push(place.blob === undefined ? source.read(place.at, place.size) : await blobs.read(place.blob));
  return { store, key, at, isGone: false, value: fromParts(parts) };
}

/** Writes those entries of another source that are newer than one's own. */
export function copyEntries(keeper: Keeper, { index, read }: Source): void {
  for (const entry of index.entries) {
    const known = keeper.index.entry(entryName(entry.store, entry.key));
    if (known && known.at >= entry.at) continue;
    const { store, key, at, places } = entry;
    const inline = (places ?? []).filter((place) => place.blob === undefined);
    const parts = places?.map(({ size, blob }) => (blob === undefined ? { size } : { size, blob })) ?? null;
    keeper.write(
      { kind: 'entries', entries: [{ store, key, at, parts }] },
      inline.map((place) => read(place.at, place.size)),
    );
  }
}

/** Names of the files that entries have a part in. */
export function blobsOf(index: JournalIndex): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { places } of index.entries)
    for (const { blob } of places ?? []) if (blob !== undefined) names.add(blob);
  return names;
}
