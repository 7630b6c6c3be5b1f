/** What a file of the journal holds, by notebook and entry: built from its records, asked when it is compared. */
import type { EntryHead, EntryStore, Part, RecordHead } from './journal-records.ts';

/** Bytes of a file. */
export interface Place {
  readonly at: number;
  readonly size: number;
}

/** An update that counts. `time` is that of its record. */
export interface UpdatePlace extends Place {
  readonly time: number;
}

/** An entry as it was last left; `places` tells where its parts are, null where the entry went. */
export interface KeptEntry {
  readonly store: EntryStore;
  readonly key: readonly string[];
  readonly at: number;
  readonly places: readonly (Place & Part)[] | null;
}

/** A file with what it holds; what another tab writes as it was when it was looked at. */
export interface Source {
  readonly index: JournalIndex;
  readonly read: (at: number, size: number) => Uint8Array;
}

interface KeptNotebook {
  readonly live: Map<number, UpdatePlace>;
  readonly dropped: Set<number>;
}

/** The name of an entry among all entries. */
export const entryName = (store: string, key: readonly string[]): string => JSON.stringify([store, ...key]);

/**
 * Grows by records in any order and any number of times: an update that was dropped stays so, and of what was done to
 * an entry the latest counts. So the indexes of several files make one.
 */
export class JournalIndex {
  readonly #notebooks = new Map<string, KeptNotebook>();
  readonly #entries = new Map<string, KeptEntry>();
  /** Whether all that the database held is in it. */
  hasBase = false;
  /** Bytes that would be written if it were written anew. */
  liveBytes = 0;
  /** The latest time of any record. */
  latest = 0;

  get notebooks(): readonly string[] {
    return [...this.#notebooks.keys()];
  }

  get entries(): Iterable<KeptEntry> {
    return this.#entries.values();
  }

  /** How many updates and entries count. */
  get count(): number {
    let count = 0;
    for (const { live } of this.#notebooks.values()) count += live.size;
    for (const { places } of this.#entries.values()) if (places) count += 1;
    return count;
  }

  /** The updates of a notebook that count, by identity. */
  live(notebook: string): ReadonlyMap<number, UpdatePlace> {
    return this.#notebooks.get(notebook)?.live ?? new Map<number, UpdatePlace>();
  }

  /** Identities of the updates that others have replaced. */
  dropped(notebook: string): ReadonlySet<number> {
    return this.#notebooks.get(notebook)?.dropped ?? new Set<number>();
  }

  entry(name: string): KeptEntry | null {
    return this.#entries.get(name) ?? null;
  }

  /** When all updates of a notebook were last let go of; 0 where they never were. */
  forgotten(notebook: string): number {
    return this.#entries.get(entryName('updates', [notebook]))?.at ?? 0;
  }

  /** Takes in a record whose parts begin at `partsAt`, in bytes from the beginning of the file. */
  add(head: RecordHead, partsAt: number): void {
    if (head.kind === 'base') this.hasBase = true;
    else if (head.kind === 'updates') this.#addUpdates(head, partsAt);
    else if (head.kind === 'entries') this.#addEntries(head.entries, partsAt);
  }

  #addUpdates(head: RecordHead & { kind: 'updates' }, partsAt: number): void {
    this.latest = Math.max(this.latest, head.at);
    const { live, dropped } = this.#notebook(head.notebook);
    for (const id of head.dropped ?? []) {
      dropped.add(id);
      this.#drop(live, id);
    }
    let at = partsAt;
    head.ids.forEach((id, index) => {
      const size = head.sizes[index] ?? 0;
      if (!live.has(id) && !dropped.has(id) && head.at > this.forgotten(head.notebook)) {
        live.set(id, { at, size, time: head.at });
        this.liveBytes += size;
      }
      at += size;
    });
  }

  #drop(live: Map<number, UpdatePlace>, id: number): void {
    this.liveBytes -= live.get(id)?.size ?? 0;
    live.delete(id);
  }

  #addEntries(entries: readonly EntryHead[], partsAt: number): void {
    let at = partsAt;
    for (const { store, key, at: time, parts } of entries) {
      const places = parts?.map((part) => {
        const place = { ...part, at };
        if (part.blob === undefined) at += part.size;
        return place;
      });
      this.#addEntry({ store, key, at: time, places: places ?? null });
    }
  }

  #addEntry(entry: KeptEntry): void {
    this.latest = Math.max(this.latest, entry.at);
    const name = entryName(entry.store, entry.key);
    const known = this.#entries.get(name);
    if (known && known.at >= entry.at) return;
    this.#entries.set(name, entry);
    this.liveBytes += inFile(entry) - (known ? inFile(known) : 0);
    if (entry.store === 'updates') this.#forget(entry.key[0] ?? '');
  }

  /** All that stands before it in the file goes, for what comes later has a later time. */
  #forget(notebook: string): void {
    const { live } = this.#notebook(notebook);
    for (const id of [...live.keys()]) this.#drop(live, id);
  }

  #notebook(notebook: string): KeptNotebook {
    const known = this.#notebooks.get(notebook);
    if (known) return known;
    const made = { live: new Map<number, UpdatePlace>(), dropped: new Set<number>() };
    this.#notebooks.set(notebook, made);
    return made;
  }
}

const inFile = ({ places }: KeptEntry): number =>
  (places ?? []).reduce((sum, { size, blob }) => sum + (blob === undefined ? size : 0), 0);
