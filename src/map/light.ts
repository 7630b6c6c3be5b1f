/** What stands back when only a part of the map is looked at. */
import type { Elements } from './elements.ts';

/** What is lit. `near` is what stays in full ink while the rest stands back; null: everything. */
export interface Light {
  readonly focus: string | null;
  readonly hover: string | null;
  readonly near: ReadonlySet<string> | null;
}

/** Ids of nodes and links that stand back: those outside `near`, and the joints and links that lead there. */
export function dimmedBy(elements: Elements, near: ReadonlySet<string> | null): ReadonlySet<string> {
  const dimmed = new Set<string>();
  if (!near) return dimmed;
  for (const node of elements.nodes) {
    if (node.kind !== 'joint' && !near.has(node.id)) dimmed.add(node.id);
  }
  const joints = new Set(elements.nodes.filter((node) => node.kind === 'joint').map((node) => node.id));
  for (const link of elements.links) {
    if (joints.has(link.from) && dimmed.has(link.to)) dimmed.add(link.from);
    if (joints.has(link.to) && dimmed.has(link.from) && link.kind === 'premise') dimmed.add(link.to);
  }
  for (const link of elements.links) {
    if (dimmed.has(link.from) || dimmed.has(link.to)) dimmed.add(link.id);
  }
  return dimmed;
}
