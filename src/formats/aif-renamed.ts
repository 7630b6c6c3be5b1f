/** Two files of others in one notebook may both call a node ‘1’: in the file that is written, the later one gets another name. */
import type { KeptFile, Part } from './aif-kept.ts';
import { edgeEnd, nodeId } from './aif-names.ts';
import { isObject, own, type JsonObject } from './json-values.ts';

/** New names of the nodes of a file, by their own. */
export type Renaming = ReadonlyMap<string, string>;

/** New names where two files have one; by the key of the file. `parts`: what records keep, by the key of the file. */
export function renamings(
  files: Iterable<KeptFile>,
  parts: ReadonlyMap<string, readonly Part[]>,
): ReadonlyMap<string, Renaming> {
  const used = new Set<string>();
  const found = new Map<string, Renaming>();
  for (const { file, rest } of files) {
    const nodes = [...(parts.get(file) ?? []), ...rest].filter(({ list }) => list === 'nodes');
    const names = new Set(nodes.flatMap(({ item }) => nodeId(item) ?? []));
    const fresh = new Map<string, string>();
    for (const name of names) {
      let other = name;
      while (used.has(other)) other = `${other}~`;
      if (other !== name) fresh.set(name, other);
    }
    for (const name of names) used.add(fresh.get(name) ?? name);
    found.set(file, fresh);
  }
  return found;
}

/** An element of a file with the new names of the nodes that it names. */
export function renamedItem(item: JsonObject, renaming: Renaming): JsonObject {
  if (renaming.size === 0 || !isObject(item)) return item;
  const name = renaming.get(nodeId(item) ?? '');
  const from = renaming.get(edgeEnd(item, 'from') ?? '');
  const to = renaming.get(edgeEnd(item, 'to') ?? '');
  const key = own(item, 'nodeID') === undefined ? 'id' : 'nodeID';
  const isShort = own(item, 'fromID') === undefined && own(item, 'toID') === undefined;
  const end = (word: 'from' | 'to', value: string | undefined): JsonObject =>
    value === undefined ? {} : isShort ? { [word]: { id: value } } : { [`${word}ID`]: value };
  return { ...item, ...(name === undefined ? {} : { [key]: name }), ...end('from', from), ...end('to', to) };
}
