/** Looks over what the layout engine answered: no link may run through a card. Pure. */
import type { Elements } from './elements.ts';
import type { Direction, MapLayout } from './layout.ts';
import type { Link } from './links.ts';
import { newRoute } from './mend.ts';
import { meets, piecesOf, rectOf } from './rects.ts';

/**
 * The layout with a new route for each link that runs through a card: drawn together, ELK's maps have one now and then.
 */
export function mendedLayout(elements: Elements, layout: MapLayout, direction: Direction): MapLayout {
  const parents = new Map(elements.groups.map(({ id, parent }) => [id, parent]));
  const homes = (id: string): readonly string[] => {
    const chain: string[] = [];
    const first = elements.nodes.find((node) => node.id === id)?.group ?? null;
    for (let at = first; at !== null && !chain.includes(at); at = parents.get(at) ?? null) chain.push(at);
    return chain;
  };
  const cards = [...layout.nodes].map(([id, box]) => ({ id, rect: rectOf(box, -1) }));
  cards.sort((one, other) => one.rect.left - other.rect.left);
  const isHit = ({ from, to, id }: Link): boolean =>
    piecesOf(layout.links.get(id) ?? []).some((piece) => {
      for (const card of cards) {
        if (card.rect.left >= piece.right) break;
        if (card.id !== from && card.id !== to && meets(piece, card.rect)) return true;
      }
      return false;
    });
  const hit = elements.links.filter(isHit);
  if (hit.length === 0) return layout;
  const boxes = new Map([...layout.groups, ...layout.nodes]);
  const links = new Map(layout.links);
  for (const link of hit) links.delete(link.id);
  for (const link of hit) {
    const route = newRoute({ elements, direction, boxes, before: boxes, homes }, link, links);
    links.set(link.id, route ?? layout.links.get(link.id) ?? []);
  }
  return { ...layout, links };
}
