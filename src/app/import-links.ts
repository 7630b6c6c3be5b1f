/** The links between records that come in together: to what was given another id, and replies that run in a circle. */
import type { NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';

type To = (id: string) => string;

const orNull = (id: string | null, to: To): string | null => (id === null ? null : to(id));

/** The links of each kind of record that has any. */
const links: { readonly [K in RecordKind]?: (record: RecordOf<K>, to: To) => Partial<RecordOf<K>> } = {
  annotation: ({ replyTo }, to) => ({ replyTo: orNull(replyTo, to) }),
  claim: ({ group }, to) => ({ group: orNull(group, to) }),
  inference: ({ premises, conclusion }, to) => ({
    premises: premises.map((premise) => ({ ...premise, claim: to(premise.claim) })),
    conclusion: to(conclusion),
  }),
  conflict: (record, to) => ({ from: to(record.from), to: to(record.to) }),
  group: ({ parent }, to) => ({ parent: orNull(parent, to) }),
  support: ({ sources }, to) => ({ sources: sources.map(to) }),
  citation: ({ work, source }, to) => ({ work: to(work), source: orNull(source, to) }),
};

/** A record whose links follow the ids that have changed; itself where none has. */
export function redirected(record: NotebookRecord, moved: ReadonlyMap<string, string>): NotebookRecord {
  const read = links[record.kind] as ((one: NotebookRecord, to: To) => object) | undefined;
  if (moved.size === 0 || !read) return record;
  return { ...record, ...read(record, (id) => moved.get(id) ?? id) };
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
