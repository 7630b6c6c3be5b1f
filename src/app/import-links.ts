/** The links between records that come in together: to what was given another id, and replies that run in a circle. */
import type { NotebookRecord } from '../model/records.ts';

/** A record whose links follow the ids that have changed; itself where none of them has. */
export function redirected(record: NotebookRecord, moved: ReadonlyMap<string, string>): NotebookRecord {
  if (moved.size === 0) return record;
  const to = (id: string): string => moved.get(id) ?? id;
  const toOrNull = (id: string | null): string | null => (id === null ? null : to(id));
  switch (record.kind) {
    case 'annotation':
      return { ...record, replyTo: toOrNull(record.replyTo) };
    case 'claim':
      return { ...record, group: toOrNull(record.group) };
    case 'inference':
      return {
        ...record,
        premises: record.premises.map((premise) => ({ ...premise, claim: to(premise.claim) })),
        conclusion: to(record.conclusion),
      };
    case 'conflict':
      return { ...record, from: to(record.from), to: to(record.to) };
    case 'group':
      return { ...record, parent: toOrNull(record.parent) };
    case 'support':
      return { ...record, sources: record.sources.map(to) };
    case 'citation':
      return { ...record, work: to(record.work), source: toOrNull(record.source) };
    case 'source':
    case 'meaning':
    case 'transcript':
    case 'work':
      return record;
  }
}

/**
 * The records with every circle of replies opened at one of its own: a thread has a beginning. `cut` are the ids of
 * those that no longer reply. `here` are the records that they will stand among.
 */
export function withoutCircles(
  records: readonly NotebookRecord[],
  here: ReadonlyMap<string, NotebookRecord>,
): { records: readonly NotebookRecord[]; cut: readonly string[] } {
  const fresh = new Map(records.map((record) => [record.id, record]));
  const parentOf = (id: string): string | null => {
    const record = fresh.get(id) ?? here.get(id);
    return record?.kind === 'annotation' ? record.replyTo : null;
  };
  const cut = new Set<string>();
  const done = new Set<string>();
  for (const { id } of records) {
    const path = new Set<string>();
    let at: string | null = id;
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = cut.has(at) ? null : parentOf(at);
    }
    // It came back to where it has been: the circle is opened there, if that is one of ours.
    if (at !== null && path.has(at)) cut.add(fresh.has(at) ? at : id);
    for (const one of path) done.add(one);
  }
  const opened = records.map((record) =>
    record.kind === 'annotation' && cut.has(record.id) ? Object.freeze({ ...record, replyTo: null }) : record,
  );
  return { records: opened, cut: [...cut] };
}
