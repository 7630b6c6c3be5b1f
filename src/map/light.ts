/** What stands back when only a part of the map is looked at. */
import type { Elements } from './elements.ts';

/** What is lit. `near` is what stays in full ink while the rest stands back; null: everything. */
export interface Light {
  readonly focus: string | null;
  readonly hover: string | null;
  readonly near: ReadonlySet<string> | null;
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
