/** What stands back when only a part of the map is looked at. */
import type { Elements } from './elements.ts';
import type { NodeLabel } from './node-labels.ts';

/** What is lit. `near` is what stays in full ink while the rest stands back; null: everything. */
export interface Light {
  readonly focus: string | null;
  readonly hover: string | null;
  readonly near: ReadonlySet<string> | null;
  /** Further nodes that are lit like the hovered one: what an authority carries, what falls in this step. */
  readonly also: ReadonlySet<string>;
  /** Nodes of claims that fall, or are weaker, while a source is taken away. */
  readonly fallen: ReadonlySet<string>;
  readonly weakened: ReadonlySet<string>;
  /** What nodes are labelled while claims are weighed. */
  readonly labels: ReadonlyMap<string, NodeLabel>;
  /** Records that are chosen together. */
  readonly chosen: ReadonlySet<string>;
  /** What something that is being dragged would land on. */
  readonly target: string | null;
}

/** The joints that stand back: a premise of theirs does, or their conclusion. */
function dimmedJoints({ nodes, links }: Elements, dimmed: ReadonlySet<string>): string[] {
  const joints = new Set(nodes.filter((node) => node.kind === 'joint').map((node) => node.id));
  return links.flatMap(({ from, to, kind }) => {
    if (joints.has(from)) return dimmed.has(to) ? [from] : [];
    return joints.has(to) && kind === 'premise' && dimmed.has(from) ? [to] : [];
  });
}

const none: ReadonlySet<string> = new Set();

/** Nothing is lit. */
export const noLight: Light = {
  focus: null,
  hover: null,
  near: null,
  also: none,
  fallen: none,
  weakened: none,
  labels: new Map(),
  chosen: none,
  target: null,
};

const classes = ['focus', 'lit', 'near', 'dim', 'fallen', 'weakened', 'broken', 'chosen', 'target'];

/** The classes by which Cytoscape's elements are lit, and a selector for whatever bears one. */
export const lightClasses = classes.join(' ');
export const lightSelector = classes.map((one) => `.${one}`).join(', ');

/** What is named before all else: the focused node, and what was found; `before` itself where that is the same. */
export function importantIn({ focus, also }: Light, before: ReadonlySet<string>): ReadonlySet<string> {
  const now = new Set(focus === null ? also : [focus, ...also]);
  return now.size === before.size && [...now].every((id) => before.has(id)) ? before : now;
}

/** Ids of joints and links that lead from what has fallen: they support and attack no longer. */
export function brokenBy(elements: Elements, fallen: ReadonlySet<string>): ReadonlySet<string> {
  if (fallen.size === 0) return none;
  const from = new Set(fallen);
  const joints = new Set(elements.nodes.filter((node) => node.kind === 'joint').map((node) => node.id));
  for (const { from: premise, to, kind } of elements.links) {
    if (kind === 'premise' && joints.has(to) && fallen.has(premise)) from.add(to);
  }
  const links = elements.links.filter((link) => from.has(link.from)).map((link) => link.id);
  return new Set([...links, ...[...from].filter((id) => joints.has(id))]);
}

/** Ids of nodes and links that stand back: those outside `near`, and the joints and links that lead there. */
export function dimmedBy(elements: Elements, near: ReadonlySet<string> | null): ReadonlySet<string> {
  if (!near) return none;
  const outside = elements.nodes.filter((node) => node.kind !== 'joint' && !near.has(node.id));
  const dimmed = new Set(outside.map((node) => node.id));
  for (const joint of dimmedJoints(elements, dimmed)) dimmed.add(joint);
  for (const link of elements.links) {
    if (dimmed.has(link.from) || dimmed.has(link.to)) dimmed.add(link.id);
  }
  return dimmed;
}
