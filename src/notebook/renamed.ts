/** Records under other ids: what a layer does whose ids another layer has already. Pure. */
import type { NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';

/** Old id → new id. */
export type NewNames = ReadonlyMap<string, string>;

type Name = (id: string) => string;
const maybe = (id: string | null, name: Name): string | null => (id === null ? null : name(id));
const nothing = (): object => ({});

/** What a record of each kind names by id, under the new names. */
const naming: { readonly [K in RecordKind]: (record: RecordOf<K>, name: Name) => Partial<RecordOf<K>> } = {
  claim: ({ group }, name) => ({ group: maybe(group, name) }),
  annotation: ({ replyTo }, name) => ({ replyTo: maybe(replyTo, name) }),
  inference: ({ premises, conclusion }, name) => ({
    premises: Object.freeze(premises.map((one) => Object.freeze({ ...one, claim: name(one.claim) }))),
    conclusion: name(conclusion),
  }),
  conflict: ({ from, to }, name) => ({ from: name(from), to: name(to) }),
  group: ({ parent }, name) => ({ parent: maybe(parent, name) }),
  preference: ({ over, under }, name) => ({ over: name(over), under: name(under) }),
  pin: ({ claim }, name) => ({ claim: name(claim) }),
  presentation: ({ steps }, name) => ({ steps: Object.freeze(steps.map(name)) }),
  support: ({ sources }, name) => ({ sources: Object.freeze(sources.map(name)) }),
  citation: ({ source, work }, name) => ({ source: maybe(source, name), work: name(work) }),
  extra: nothing,
  meaning: nothing,
  source: nothing,
  transcript: nothing,
  work: nothing,
};

/** A record with its id and all that it names by id renamed; the very same where nothing of it is. */
export function renamed(record: NotebookRecord, names: NewNames): NotebookRecord {
  const name: Name = (id) => names.get(id) ?? id;
  const patch = (naming[record.kind] as (one: NotebookRecord, name: Name) => object)(record, name);
  const all = { ...patch, id: name(record.id) };
  const differs = Object.entries(all).some(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(record[key as keyof NotebookRecord]),
  );
  return differs ? Object.freeze({ ...record, ...all }) : record;
}

/** Whether two records say the same, whoever is written down as their maker. */
export function saysTheSame(one: NotebookRecord, other: NotebookRecord): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || one.id !== other.id) return false;
  return canonical(one) === canonical(other);
}

/** As text, whatever the order of the fields. */
function canonical(record: NotebookRecord): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify({ ...record, creator: '', modified: '' }, sorted);
}
