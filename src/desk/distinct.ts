/** Keeps the ids of opened layers apart: people copy each other's files, and no record may stand in for another. */
import type { NotebookRecord } from '../model/records.ts';
import { renamed, saysTheSame } from '../notebook/renamed.ts';
import type { Layer, Opened } from './desk.ts';

/** FNV-1a in 32 bits, as hex: names, not secrets. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Another id for a record of a layer: always the same one, and as short as an id must be. */
export const otherId = (layer: string, id: string): string =>
  `${id.slice(0, 44)}:${shortHash(`${layer} ${id}`)}`;

/** A correction of a source has the id of what it corrects, on purpose: the layer above wins. */
const isCorrection = (layer: Layer, record: NotebookRecord): boolean =>
  layer.kind === 'handout' && record.kind === 'source';

/** What a layer does with the ids that are taken. */
interface Clashes {
  /** Ids of records that stand in a layer before it, word for word. */
  readonly known: ReadonlySet<string>;
  /** Ids under which something else stands there, and the new ones. */
  readonly names: ReadonlyMap<string, string>;
}

type Taken = (id: string) => NotebookRecord | undefined;

function clashesOf(layer: Layer, opened: Opened, taken: Taken): Clashes {
  const known = new Set<string>();
  const names = new Map<string, string>();
  for (const [id, record] of opened.records) {
    const other = taken(id);
    if (!other || isCorrection(layer, record)) continue;
    // Whoever calls a colour the same still has a name for it.
    if (record.kind !== 'meaning' && saysTheSame(record, other)) known.add(id);
    else names.set(id, otherId(layer.id, id));
  }
  return { known, names };
}

function apart(opened: Opened, { known, names }: Clashes): ReadonlyMap<string, NotebookRecord> {
  if (known.size + names.size === 0) return opened.records;
  const records = new Map<string, NotebookRecord>();
  for (const [id, record] of opened.records) {
    if (known.has(id)) continue;
    const one = renamed(record, names);
    records.set(one.id, one);
  }
  return records;
}

/**
 * Gives each opened layer the records that it shows: what stands in a layer before it word for word is left out
 * (the reader's own comes before all), and whose id means something else there gets another id, in all that
 * refers to it within the layer, too. Layers of which nothing changes stay the very same.
 */
export class Distinct {
  readonly #last = new WeakMap<
    Opened,
    { readonly key: string; readonly records: ReadonlyMap<string, NotebookRecord> }
  >();

  apply(layers: readonly Layer[]): readonly Layer[] {
    if (!layers.some((layer) => layer.opened)) return layers;
    const before = layers.filter((layer) => !layer.opened);
    const taken = new Map<string, NotebookRecord>();
    const find: Taken = (id) => {
      for (const layer of before) if (layer.records.has(id)) return layer.records.get(id);
      return taken.get(id);
    };
    const next = layers.map((layer) => {
      if (!layer.opened) return layer;
      const records = this.#recordsOf(layer, layer.opened, clashesOf(layer, layer.opened, find));
      for (const [id, record] of records) if (!taken.has(id)) taken.set(id, record);
      return records === layer.records ? layer : { ...layer, records };
    });
    return next.every((layer, at) => layer === layers[at]) ? layers : next;
  }

  #recordsOf(layer: Layer, opened: Opened, clashes: Clashes): ReadonlyMap<string, NotebookRecord> {
    const key = `${layer.id} ${[...clashes.known].join(' ')} | ${[...clashes.names.keys()].join(' ')}`;
    const last = this.#last.get(opened);
    if (last?.key === key) return last.records;
    const records = apart(opened, clashes);
    this.#last.set(opened, { key, records });
    return records;
  }
}
