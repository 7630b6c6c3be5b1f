/** Records under other ids: what a layer does whose ids another layer has already. Pure. */
import type { NotebookRecord } from '../model/records.ts';

/** Old id → new id. */
export type NewNames = ReadonlyMap<string, string>;

/** A record with its id and all that it names by id renamed; the very same where nothing of it is. */
export function renamed(record: NotebookRecord, names: NewNames): NotebookRecord {
  const name = (id: string): string => names.get(id) ?? id;
  const maybe = (id: string | null): string | null => (id === null ? null : name(id));
  const changed = (patch: Partial<NotebookRecord>): NotebookRecord => {
    const all = { ...patch, id: name(record.id) };
    const differs = Object.entries(all).some(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(record[key as keyof NotebookRecord]),
    );
    return differs ? (Object.freeze({ ...record, ...all }) as NotebookRecord) : record;
  };
  switch (record.kind) {
    case 'claim':
      return changed({ group: maybe(record.group) });
    case 'annotation':
      return changed({ replyTo: maybe(record.replyTo) });
    case 'inference':
      return changed({
        premises: Object.freeze(
          record.premises.map((one) => Object.freeze({ ...one, claim: name(one.claim) })),
        ),
        conclusion: name(record.conclusion),
      });
    case 'conflict':
      return changed({ from: name(record.from), to: name(record.to) });
    case 'group':
      return changed({ parent: maybe(record.parent) });
    case 'support':
      return changed({ sources: Object.freeze(record.sources.map(name)) });
    case 'citation':
      return changed({ source: maybe(record.source), work: name(record.work) });
    case 'meaning':
    case 'source':
    case 'transcript':
    case 'work':
      return changed({});
  }
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
