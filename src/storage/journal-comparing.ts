/** The journal held against what the database has: what the one lacks and the other holds. Runs in a worker. */
import { entryName, type KeptEntry, type Source } from './journal-index.ts';
import type { Comparison, EntryComparison, EntryStamp } from './journal-messages.ts';

/**
 * Compares a notebook. `sources`: the own file first. Unless `everywhere`, what only other tabs hold is not given back:
 * they live and see to it themselves, and what was read of their files may be old.
 */
export function compareNotebook(
  sources: readonly Source[],
  { notebook, have, everywhere }: { notebook: string; have: readonly number[]; everywhere: boolean },
): Comparison {
  const here = new Set(have);
  const dropped = new Set(sources.flatMap(({ index }) => [...index.dropped(notebook)]));
  const forgotten = Math.max(...sources.map(({ index }) => index.forgotten(notebook)));
  const lacking = new Map<number, Uint8Array>();
  for (const { index, read } of everywhere ? sources : sources.slice(0, 1))
    for (const [id, { at, size, time }] of index.live(notebook))
      if (!here.has(id) && !dropped.has(id) && !lacking.has(id) && time > forgotten)
        lacking.set(id, read(at, size));
  const isKnown = (id: number): boolean =>
    dropped.has(id) || sources.some(({ index }) => index.live(notebook).has(id));
  return { lacking: [...lacking.values()], wanted: have.filter((id) => !isKnown(id)) };
}

/** The notebooks of which any source knows updates. */
export const allNotebooks = (sources: readonly Source[]): readonly string[] => [
  ...new Set(sources.flatMap(({ index }) => index.notebooks)),
];

/** The latest of an entry in all sources, with the source. */
export function latestEntry(
  sources: readonly Source[],
  name: string,
): { readonly entry: KeptEntry; readonly source: Source } | null {
  let latest: { entry: KeptEntry; source: Source } | null = null;
  for (const source of sources) {
    const entry = source.index.entry(name);
    if (entry && (!latest || entry.at > latest.entry.at)) latest = { entry, source };
  }
  return latest;
}

/** Compares entries by the times of their last changes; see `compareNotebook`. */
export function compareEntries(
  sources: readonly Source[],
  { stamps, everywhere }: { stamps: readonly EntryStamp[]; everywhere: boolean },
): EntryComparison {
  const here = new Map(stamps.map(({ store, key, at }) => [entryName(store, key), at]));
  const names = new Set(
    (everywhere ? sources : sources.slice(0, 1)).flatMap(({ index }) =>
      [...index.entries].map(({ store, key }) => entryName(store, key)),
    ),
  );
  const newer: (EntryStamp & { size: number })[] = [];
  for (const name of names) {
    const entry = latestEntry(sources, name)?.entry;
    if (!entry || entry.at <= (here.get(name) ?? -1)) continue;
    const size = (entry.places ?? []).reduce((sum, place) => sum + place.size, 0);
    newer.push({ store: entry.store, key: entry.key, at: entry.at, isGone: !entry.places, size });
  }
  const wanted = stamps.flatMap(({ store, key, at }, place) => {
    const known = latestEntry(sources, entryName(store, key))?.entry;
    return !known || known.at < at ? [place] : [];
  });
  return { newer, wanted };
}
