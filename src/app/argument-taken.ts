/** Which records go into a file of the argument: all that shows, a layer's, or what is selected, with what they stand on. Pure. */
import { isShown, ownLayer, visibleRecords, type Desk, type Layer } from '../desk/desk.ts';
import { argumentKinds, type NotebookRecord, type RecordKind } from '../model/records.ts';
import { endsOf } from '../model/argument.ts';

/** `whole`: all layers that show; `selected`: what is chosen on the map; else the id of a layer. */
export type ArgumentScope = string;

const kinds: ReadonlySet<RecordKind> = new Set(argumentKinds);
const isPart = ({ kind }: NotebookRecord): boolean => kinds.has(kind);

/** Where a record lies: the group around it, or none. */
const groupOf = (record: NotebookRecord): string | null =>
  record.kind === 'claim' ? record.group : record.kind === 'group' ? record.parent : null;

/** Records with all that they need to be understood: what a relation joins, and the groups around. */
function closed(taken: Iterable<string>, all: ReadonlyMap<string, NotebookRecord>): NotebookRecord[] {
  const ids = new Set(taken);
  // The set grows while it is walked.
  for (const id of ids) {
    const record = all.get(id);
    if (!record) continue;
    for (const end of endsOf(record)) if (all.has(end)) ids.add(end);
    const group = groupOf(record);
    if (group !== null && all.get(group)?.kind === 'group') ids.add(group);
  }
  return [...all.values()].filter(({ id }) => ids.has(id));
}

/** What is selected, and whatever joins what is selected. */
function chosen(selected: ReadonlySet<string>, all: ReadonlyMap<string, NotebookRecord>): Set<string> {
  const ids = new Set([...selected].filter((id) => all.has(id)));
  for (const record of all.values()) {
    const ends = endsOf(record);
    if (ends.length > 0 && ends.every((end) => ids.has(end))) ids.add(record.id);
    if (record.kind === 'pin' && ids.has(record.claim)) ids.add(record.id);
  }
  return ids;
}

/** The scopes that a desk has, each with its name. */
export function scopesOf(desk: Desk): readonly { readonly scope: ArgumentScope; readonly words: string }[] {
  const own = ownLayer(desk);
  const has = (records: Layer['records']): boolean =>
    [...records.values()].some(({ kind }) => kind === 'claim');
  const layers = desk.layers.filter(isShown).filter(({ id, records }) => id !== own.id && has(records));
  const { size } = desk.session.selected;
  return [
    ...(size > 0
      ? [{ scope: 'selected', words: size === 1 ? 'The one selected' : `The ${size} selected` }]
      : []),
    { scope: 'whole', words: 'The whole argument' },
    ...(has(own.records) && layers.length > 0 ? [{ scope: own.id, words: 'Yours alone' }] : []),
    ...(layers.length > 1 || (layers.length === 1 && has(own.records))
      ? layers.map(({ id, name }) => ({ scope: id, words: `${name} alone` }))
      : []),
  ];
}

/** The records that go into the file. */
export function argumentRecords(desk: Desk, scope: ArgumentScope): readonly NotebookRecord[] {
  const all = new Map(
    visibleRecords(desk.layers)
      .filter(isPart)
      .map((record) => [record.id, record]),
  );
  if (scope === 'selected') return closed(chosen(desk.session.selected, all), all);
  const layer = desk.layers.find(({ id }) => id === scope);
  if (!layer) return [...all.values()];
  return closed(
    [...layer.records.values()].filter(isPart).map(({ id }) => id),
    all,
  );
}
