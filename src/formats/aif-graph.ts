/** The nodes and edges of an AIF file, joined. Whatever is broken stays in its list and is not joined. */
import { edgeEnd, nodeId, ownName, type OwnName } from './aif-names.ts';
import type { AifFile } from './aif-file.ts';
import { isObject, textIn, type JsonObject } from './json-values.ts';

/** A node of the file. */
export interface AifNode {
  readonly at: number;
  readonly item: JsonObject;
  /** How the file calls it; null where it has no name. */
  readonly name: string | null;
  /** `I`, `RA` …, in capitals; empty where the file says none. */
  readonly type: string;
  readonly text: string;
  /** Its name in our files; null for a node of somebody else's. */
  readonly own: OwnName | null;
  /** Edges that come into it and go out of it, in the order of the file. */
  readonly ins: AifEdge[];
  readonly outs: AifEdge[];
}

/** An edge of the file; an end is null where there is no such node. */
export interface AifEdge {
  readonly at: number;
  readonly item: JsonObject;
  readonly from: AifNode | null;
  readonly to: AifNode | null;
}

/** The file's graph. */
export interface AifGraph {
  readonly nodes: readonly AifNode[];
  readonly edges: readonly AifEdge[];
  readonly byName: ReadonlyMap<string, AifNode>;
  /** Nodes whose name an earlier one has. */
  readonly doubles: ReadonlySet<AifNode>;
  /** Nodes of our files that belong to a record beside its own, by its id and by what they are for. */
  readonly ownParts: ReadonlyMap<string, ReadonlyMap<string, AifNode>>;
  /** Names that edges have for nodes which the file has not got. */
  readonly loose: ReadonlySet<string>;
}

function nodeOf(item: JsonObject, at: number): AifNode {
  const name = nodeId(item);
  const type = textIn(item, 'type').trim().toUpperCase();
  return { at, item, name, type, text: textIn(item, 'text'), own: ownName(item, name), ins: [], outs: [] };
}

function ownPartsOf(nodes: readonly AifNode[], doubles: ReadonlySet<AifNode>): AifGraph['ownParts'] {
  const found = new Map<string, Map<string, AifNode>>();
  for (const node of nodes) {
    if (!node.own || node.own.part === '' || doubles.has(node)) continue;
    const parts = found.get(node.own.record) ?? new Map<string, AifNode>();
    if (!parts.has(node.own.part)) parts.set(node.own.part, node);
    found.set(node.own.record, parts);
  }
  return found;
}

/** Joins the nodes and edges of a file. */
export function graphOf({ lists }: AifFile): AifGraph {
  const byName = new Map<string, AifNode>();
  const doubles = new Set<AifNode>();
  const loose = new Set<string>();
  const nodes = (lists.get('nodes') ?? []).flatMap((item, at) => (isObject(item) ? [nodeOf(item, at)] : []));
  for (const node of nodes) {
    if (node.name === null) continue;
    if (byName.has(node.name)) doubles.add(node);
    else byName.set(node.name, node);
  }
  const endOf = (item: JsonObject, end: 'from' | 'to'): AifNode | null => {
    const name = edgeEnd(item, end);
    const node = name === null ? undefined : byName.get(name);
    if (name !== null && !node) loose.add(name);
    return node ?? null;
  };
  const edges: AifEdge[] = [];
  (lists.get('edges') ?? []).forEach((item, at) => {
    if (!isObject(item)) return;
    const edge = { at, item, from: endOf(item, 'from'), to: endOf(item, 'to') };
    edges.push(edge);
    edge.from?.outs.push(edge);
    edge.to?.ins.push(edge);
  });
  return { nodes, edges, byName, doubles, loose, ownParts: ownPartsOf(nodes, doubles) };
}
