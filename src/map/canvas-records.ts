/** What each drawn element stands for: the joint between Cytoscape's ids and the session's. */
import type { Focus } from '../desk/desk.ts';
import type { Elements } from './elements.ts';

/** Records by the id of the element that draws them; folded groups stand for none. */
export function recordsOf(elements: Elements): ReadonlyMap<string, Focus> {
  const records = new Map<string, Focus>();
  for (const node of elements.nodes) {
    if (node.kind === 'card') records.set(node.id, { kind: 'claim', id: node.id });
    else if (node.kind === 'joint') records.set(node.id, { kind: 'inference', id: node.inference });
  }
  for (const link of elements.links) {
    const kind = link.kind === 'attack' ? 'conflict' : 'inference';
    records.set(link.id, { kind, id: link.record });
  }
  return records;
}
