/** What a reader of AIF gathers: records, which nodes and edges each was read of, and what is to be said about the rest. */
import type { Stamp } from '../model/record-parts.ts';
import type { NotebookRecord } from '../model/records.ts';
import { edgeEnd, nodeId, type ListName } from './aif-names.ts';
import type { AifFile } from './aif-file.ts';
import type { AifEdge, AifGraph, AifNode } from './aif-graph.ts';
import type { Part } from './aif-kept.ts';
import type { Finding } from './finding.ts';
import { idFor } from './foreign-id.ts';
import { isoDate } from './iso-date.ts';
import { own } from './json-values.ts';

/** Most findings that are told one by one. */
const mostFindings = 500;

/** See the head of this file. */
export class Taking {
  readonly file: AifFile;
  readonly graph: AifGraph;
  /** For what has no date of its own; ISO 8601. */
  readonly now: string;
  readonly records = new Map<string, NotebookRecord>();
  readonly parts = new Map<string, Part[]>();
  /** By a record's id, the record whose node it shares. */
  readonly twins = new Map<string, string>();
  readonly findings: Finding[] = [];
  readonly #taken = new Set<unknown>();
  readonly #ids = new Set<string>();

  constructor(file: AifFile, graph: AifGraph, now: string) {
    this.file = file;
    this.graph = graph;
    this.now = now;
  }

  /** True for a node or an edge that a record was read of. */
  isTaken(part: AifNode | AifEdge): boolean {
    return this.#taken.has(part);
  }

  takeNode(record: string, slot: string, node: AifNode): void {
    this.#taken.add(node);
    this.#take(record, slot, 'nodes', node);
  }

  takeEdge(record: string, slot: string, edge: AifEdge): void {
    this.#taken.add(edge);
    this.#take(record, slot, 'edges', edge);
  }

  #take(record: string, slot: string, list: ListName, { at, item }: AifNode | AifEdge): void {
    this.add(record, { slot, list, at, item });
  }

  /** Keeps an element of a list with a record. */
  add(record: string, part: Part): void {
    const parts = this.parts.get(record);
    if (parts) parts.push(part);
    else this.parts.set(record, [part]);
  }

  tell(about: AifNode | AifEdge | null, words: string): void {
    if (this.findings.length >= mostFindings) return;
    const key = about === null ? '' : (nodeId(about.item) ?? '');
    this.findings.push({ entry: null, key: key.slice(0, 60), line: null, words });
  }

  /** An id that no record of this file has yet: `wish` where it is free. */
  freeId(wish: string, more: string): string {
    const id = this.#ids.has(wish) ? idFor(`${wish}:${more}`) : wish;
    this.#ids.add(id);
    return id;
  }

  /** Who made the record of a node and when, as far as a node of another program says. */
  stampOf(node: AifNode): Stamp {
    const created = isoDate(own(node.item, 'timestamp')) ?? this.now;
    return { creator: '', created, modified: created };
  }
}

/** Names of nodes that are numbers counted from 1 mean nothing outside of their file. */
const isShort = (name: string): boolean => name.length < 6;

/**
 * The id that a node of another program has here: made from its name, and where that is a small number, or is
 * missing, from what it says.
 */
export function foreignRecordId(node: AifNode, says: string): string {
  const { name, type } = node;
  return idFor(name === null || isShort(name) ? `aif:${name ?? ''}:${type}:${says}` : `aif:${name}`);
}

/** Adds what else the file says of nodes and edges that records were read of: who said it, its scheme, its place in OVA. */
export function takeEntries(taking: Taking): void {
  const owners = new Map<string, { record: string; slot: string }>();
  const edges = new Map<string, { record: string; slot: string }>();
  for (const [record, parts] of taking.parts) {
    for (const { slot, list, item } of parts) {
      if (list === 'nodes') owners.set(nodeId(item) ?? '', { record, slot });
      else if (list === 'edges') edges.set(ends(item), { record, slot });
    }
  }
  for (const [list, items] of taking.file.lists) {
    if (list === 'nodes' || list === 'edges' || list === 'participants') continue;
    const seen = new Map<string, number>();
    items.forEach((item, at) => {
      const name = list === 'OVA.edges' ? ends(item) : (nodeId(item) ?? '');
      const owner = (list === 'OVA.edges' ? edges : owners).get(name);
      if (!owner || name === '') return;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const slot = `${owner.slot}@${list}${count === 0 ? '' : `#${count}`}`;
      taking.add(owner.record, { slot, list, at, item });
    });
  }
}

/** Both ends of an edge as one word. */
export const ends = (edge: unknown): string => JSON.stringify([edgeEnd(edge, 'from'), edgeEnd(edge, 'to')]);
