/** A part of a drawn map: some of its claims with the links between them, where they stand in the whole. Pure. */
import type { Placed } from './drawer.ts';
import type { Elements } from './elements.ts';
import type { Box } from './layout.ts';

/** Room around the outermost cards, in map px. */
const margin = 24;

/** A joint counts where something that shows leads to it and it leads to something that shows. */
function joined(elements: Elements, shown: ReadonlySet<string>): ReadonlySet<string> {
  const joints = new Set(elements.nodes.filter(({ kind }) => kind === 'joint').map(({ id }) => id));
  const from = new Set(elements.links.filter((one) => shown.has(one.from)).map(({ to }) => to));
  const to = new Set(elements.links.filter((one) => shown.has(one.to)).map((one) => one.from));
  return new Set([...joints].filter((id) => from.has(id) && to.has(id)));
}

/** Claims, folded groups and links that a choice takes; groups are left out, since half of one would say too much. */
export function chosenElements(elements: Elements, chosen: ReadonlySet<string>): Elements {
  const cards = new Set(elements.nodes.map(({ id }) => id).filter((id) => chosen.has(id)));
  const shown = new Set([...cards, ...joined(elements, cards)]);
  return {
    nodes: elements.nodes.filter(({ id }) => shown.has(id)),
    links: elements.links.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    groups: [],
  };
}

/** The part of a map that a choice takes, and the area around it; null where nothing of it is drawn. */
export function chosenPart(
  { elements, layout }: Placed,
  chosen: ReadonlySet<string>,
): { readonly placed: Placed; readonly area: Box } | null {
  const part = chosenElements(elements, chosen);
  const points = [
    ...part.nodes.flatMap(({ id }) => {
      const box = layout.nodes.get(id);
      if (!box) return [];
      const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
      return [
        { x: box.x - halfWidth, y: box.y - halfHeight },
        { x: box.x + halfWidth, y: box.y + halfHeight },
      ];
    }),
    ...part.links.flatMap(({ id }) => layout.links.get(id) ?? []),
  ];
  if (points.length === 0) return null;
  const span = (values: readonly number[]): readonly [middle: number, size: number] => {
    const [low, high] = values.reduce(
      ([a, b], one) => [Math.min(a, one), Math.max(b, one)],
      [Infinity, -Infinity],
    );
    return [(low + high) / 2, high - low + margin * 2];
  };
  const [x, width] = span(points.map((one) => one.x));
  const [y, height] = span(points.map((one) => one.y));
  return { placed: { elements: part, layout }, area: { x, y, width, height } };
}
