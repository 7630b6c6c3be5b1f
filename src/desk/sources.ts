/** Whom and what the notes cite, read from all layers: authorities, works, and what a note is for with its overrides. */
import type { Note } from '../model/paper.ts';
import type { Citation, NotebookRecord, Source, Support, Work } from '../model/records.ts';
import { derived, factLayers, sources, supports, type Desk, type Layer } from './desk.ts';

/** A work as somebody cites it. */
export interface Cited {
  readonly citation: Citation;
  readonly work: Work;
  /** The notebook that holds the citation. */
  readonly layer: Layer;
}

/** An authority that the text names, with the notes for which it is named and the works that were supplied. */
export interface Authority {
  readonly source: Source;
  /** In the order of the paper. */
  readonly notes: readonly Note[];
  /** Works attached to the authority itself; those of its notes are `citedIn`. */
  readonly works: readonly Cited[];
}

/** What a note is for: the reading that counts, and the one that it overrides. */
export interface SupportReading {
  /** What counts: the reader's own where there is one. */
  readonly shown: Support;
  /** What would count without the reader's own; null where nobody else has said anything. */
  readonly original: Support | null;
  /** True where `shown` is the reader's own, whether or not there is an original. */
  readonly isOverridden: boolean;
  /** The notebook of `shown`. */
  readonly layer: Layer;
}

const all = (layers: readonly Layer[]): { readonly record: NotebookRecord; readonly layer: Layer }[] =>
  factLayers(layers).flatMap((layer) => [...layer.records.values()].map((record) => ({ record, layer })));

const worksOf = derived((layers: readonly Layer[]): ReadonlyMap<string, Work> => {
  const found = all(layers).flatMap(({ record }): [string, Work][] =>
    record.kind === 'work' ? [[record.id, record]] : [],
  );
  return new Map(found);
});

/** The works that somebody supplied, by id, in the order of their making. */
export const works = (desk: Desk): ReadonlyMap<string, Work> => worksOf(desk.layers);

interface CitedBy {
  readonly note: ReadonlyMap<string, readonly Cited[]>;
  readonly source: ReadonlyMap<string, readonly Cited[]>;
}

const citedOf = derived((layers: readonly Layer[]): CitedBy => {
  const note = new Map<string, Cited[]>();
  const source = new Map<string, Cited[]>();
  const add = (to: Map<string, Cited[]>, key: string | null, cited: Cited): void => {
    if (key === null) return;
    const known = to.get(key);
    if (known) known.push(cited);
    else to.set(key, [cited]);
  };
  for (const { record, layer } of all(layers)) {
    if (record.kind !== 'citation') continue;
    const work = worksOf(layers).get(record.work);
    // A citation of a work that is gone says nothing; it is kept, for the work may come back by undo.
    if (!work) continue;
    const cited = { citation: record, work, layer };
    add(note, record.note, cited);
    add(source, record.source, cited);
  }
  return { note, source };
});

const none: readonly Cited[] = [];

/** The works that somebody attached to a note, in the order of their attaching. */
export const citedIn = (desk: Desk, note: string): readonly Cited[] =>
  citedOf(desk.layers).note.get(note) ?? none;

/** The works that somebody attached to an authority. */
export const worksBy = (desk: Desk, source: string): readonly Cited[] =>
  citedOf(desk.layers).source.get(source) ?? none;

const readingsOf = derived((layers: readonly Layer[]): ReadonlyMap<string, SupportReading> => {
  const readings = new Map<string, SupportReading>();
  for (const { record, layer } of all(layers)) {
    if (record.kind !== 'support') continue;
    const before = readings.get(record.note);
    const isOverridden = !layer.readOnly;
    // The reader's own layer is the last: what stood before its first record is the original.
    const original = !isOverridden
      ? record
      : before?.isOverridden
        ? before.original
        : (before?.shown ?? null);
    readings.set(record.note, { shown: record, original, isOverridden, layer });
  }
  return readings;
});

/** What a note is for, with what it overrides; null where nobody has said anything. */
export const supportOf = (desk: Desk, note: string): SupportReading | null =>
  readingsOf(desk.layers).get(note) ?? null;

/** The reading of a source in the layers below the reader's own; null where only the reader's own has it. */
export const originalSource = (desk: Desk, id: string): Source | null => {
  const below = factLayers(desk.layers).findLast((layer) => layer.readOnly && layer.records.has(id));
  const record = below?.records.get(id);
  return record?.kind === 'source' ? record : null;
};

/**
 * All authorities: those that a note names, in the order of their first note, then those that no note names
 * (any more). What the reader has corrected counts.
 */
export function authorities(desk: Desk): readonly Authority[] {
  const named = new Map<string, Note[]>();
  for (const note of desk.paper.notes) {
    for (const id of supports(desk).get(note.id)?.sources ?? []) {
      const known = named.get(id);
      if (known) known.push(note);
      else named.set(id, [note]);
    }
  }
  const known = sources(desk);
  const order = new Set([...named.keys(), ...known.keys()]);
  return [...order].flatMap((id): Authority[] => {
    const source = known.get(id);
    return source ? [{ source, notes: named.get(id) ?? [], works: worksBy(desk, id) }] : [];
  });
}
