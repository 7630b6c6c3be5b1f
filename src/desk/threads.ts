/** Threads: which marks answer which other, and which are about the paper as a whole. Derived, cached. */
import type { Annotation } from '../model/records.ts';
import { derived, visibleRecords, type Desk, type Layer } from './desk.ts';

/** A mark that answers another one, in its thread. */
export interface Reply {
  readonly record: Annotation;
  /** How many answers lead from the first mark of the thread to this one; from 1. */
  readonly depth: number;
}

interface Threads {
  /** The first mark of the thread, by the id of each reply in it. */
  readonly roots: ReadonlyMap<string, string>;
  /** The replies of a thread by the id of its first mark: answers behind what they answer, older ones first. */
  readonly replies: ReadonlyMap<string, readonly Reply[]>;
}

const none: Threads = { roots: new Map(), replies: new Map() };
const noReplies: readonly Reply[] = [];

type Marks = ReadonlyMap<string, Annotation>;

/** What a mark answers; null where that is nothing, or nothing that is there. */
function parentOf(marks: Marks, id: string): string | null {
  const parent = marks.get(id)?.replyTo ?? null;
  return parent !== null && marks.has(parent) ? parent : null;
}

/** The way from a mark up to the first whose root is known, or that answers nothing, or one that is on the way already. */
function wayUp(marks: Marks, start: string, roots: ReadonlyMap<string, string>): string[] {
  const way = new Set([start]);
  let parent = parentOf(marks, start);
  while (parent !== null && !roots.has(parent) && !way.has(parent)) {
    way.add(parent);
    parent = parentOf(marks, parent);
  }
  return [...way];
}

/**
 * The first mark of the thread that each mark belongs to. A mark whose parent is not there begins a thread of its
 * own; so does each of those that answer one another in a circle.
 */
function findRoots(marks: Marks): Map<string, string> {
  const roots = new Map<string, string>();
  for (const start of marks.keys()) {
    if (roots.has(start)) continue;
    const way = wayUp(marks, start, roots);
    const top = way.at(-1) ?? start;
    const above = parentOf(marks, top);
    const circle = above === null ? -1 : way.indexOf(above);
    if (circle >= 0) for (const id of way.splice(circle)) roots.set(id, id);
    const root = above === null ? top : (roots.get(above) ?? top);
    for (const id of way) roots.set(id, root);
  }
  return roots;
}

const byDate = (one: Annotation, other: Annotation): number =>
  one.created === other.created ? (one.id < other.id ? -1 : 1) : one.created < other.created ? -1 : 1;

/** All that answer a mark, directly or not. */
function threadUnder(root: string, children: ReadonlyMap<string, readonly Annotation[]>): readonly Reply[] {
  const found: Reply[] = [];
  const open: Reply[] = [];
  const enter = (id: string, depth: number): void => {
    const below = (children.get(id) ?? []).map((record) => ({ record, depth }));
    open.push(...below.reverse());
  };
  enter(root, 1);
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    enter(next.record.id, next.depth + 1);
  }
  return found;
}

/** The answers to each mark, older ones first. */
function childrenOf(
  marks: Marks,
  roots: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Annotation[]> {
  const children = new Map<string, Annotation[]>();
  for (const [id, root] of roots) {
    const record = marks.get(id);
    if (id === root || !record?.replyTo) continue;
    const known = children.get(record.replyTo);
    if (known) known.push(record);
    else children.set(record.replyTo, [record]);
  }
  for (const list of children.values()) list.sort(byDate);
  return children;
}

const threadsOf = derived((layers: readonly Layer[]): Threads => {
  const all = visibleRecords(layers).filter((record) => record.kind === 'annotation');
  if (all.every((record) => record.replyTo === null)) return none;
  const marks = new Map(all.map((record) => [record.id, record]));
  const roots = findRoots(marks);
  const children = childrenOf(marks, roots);
  const replies = new Map<string, readonly Reply[]>();
  for (const [id, root] of roots) {
    if (id !== root) continue;
    roots.delete(id);
    if (children.has(id)) replies.set(id, threadUnder(id, children));
  }
  return { roots, replies };
});

/** The first mark of the thread that a record stands in; the record itself where it answers nothing that is there. */
export const rootOf = (desk: Desk, id: string): string => threadsOf(desk.layers).roots.get(id) ?? id;

/** What answers a mark in these layers, in the order of the thread; empty where it is itself an answer. */
export const repliesIn = (layers: readonly Layer[], id: string): readonly Reply[] =>
  threadsOf(layers).replies.get(id) ?? noReplies;

/** The same on a desk. */
export const repliesTo = (desk: Desk, id: string): readonly Reply[] => repliesIn(desk.layers, id);

/** Whether a record stands in the thread of another: then it has no place and no card of its own. */
export const isInThread = (layers: readonly Layer[], id: string): boolean => threadsOf(layers).roots.has(id);

/** Whether a mark answers another one that is not shown here. */
export const isAstray = (desk: Desk, { id, replyTo }: Annotation): boolean =>
  replyTo !== null && !isInThread(desk.layers, id);

const paperNotesOf = derived((layers: readonly Layer[]): readonly Annotation[] =>
  visibleRecords(layers).filter(
    (record): record is Annotation =>
      record.kind === 'annotation' && record.targets.length === 0 && !isInThread(layers, record.id),
  ),
);

/** The notes on the paper as a whole, in the order of the layers and of their making. */
export const paperNotes = (desk: Desk): readonly Annotation[] => paperNotesOf(desk.layers);
