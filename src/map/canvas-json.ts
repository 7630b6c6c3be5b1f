/** Drawn and placed elements as the JSON that Cytoscape takes. */
import type { ElementDefinition } from 'cytoscape';
import type { DrawnNode, Elements } from './elements.ts';
import type { Box, MapLayout, Point } from './layout.ts';
import type { Link } from './links.ts';

/** Classes of a node: its kind, its role, and `open` where no note carries it. */
function nodeClasses(node: DrawnNode): string {
  if (node.kind !== 'card') return node.kind;
  return `card ${node.role}${node.noteCount === 0 ? ' open' : ''}`;
}

const nodeJson = (id: string, classes: string, box: Box): ElementDefinition => ({
  group: 'nodes',
  classes,
  pannable: true,
  position: { x: box.x, y: box.y },
  data: { id, w: box.width, h: box.height },
});

const offset = (point: Point, box: Box): string =>
  `${(point.x - box.x).toFixed(2)}px ${(point.y - box.y).toFixed(2)}px`;

/** Bends relative to the straight line from start to end, as Cytoscape wants them. */
export function bendsOf(route: readonly Point[]): { weights: number[]; distances: number[] } {
  const [start, end] = [route[0], route.at(-1)];
  if (!start || !end) return { weights: [], distances: [] };
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const bends = route.slice(1, -1);
  return {
    weights: bends.map(({ x, y }) => ((x - start.x) * dx + (y - start.y) * dy) / length ** 2),
    distances: bends.map(({ x, y }) => ((y - start.y) * dx - (x - start.x) * dy) / length),
  };
}

function linkJson(link: Link, layout: MapLayout): ElementDefinition | null {
  const [from, to] = [layout.nodes.get(link.from), layout.nodes.get(link.to)];
  const route = layout.links.get(link.id) ?? [];
  const [start, end] = [route[0], route.at(-1)];
  if (!from || !to || !start || !end) return null;
  const bends = bendsOf(route);
  const classes = [
    link.kind,
    route.length > 2 ? 'bent' : '',
    link.isMutual ? 'mutual' : '',
    link.isImplicit ? 'implicit' : '',
    link.remark ? 'remarked' : '',
  ];
  return {
    group: 'edges',
    classes: classes.filter(Boolean).join(' '),
    data: {
      id: link.id,
      source: link.from,
      target: link.to,
      start: offset(start, from),
      end: offset(end, to),
      width: Math.min(4, 1.5 + (link.count - 1) * 0.5),
      ...(link.remark ? { remark: link.remark } : {}),
      ...(route.length > 2 ? bends : {}),
    },
  };
}

/** The JSON that Cytoscape draws. Groups are plain nodes beneath the others: ELK has already sized them. */
export function canvasJson(elements: Elements, layout: MapLayout): ElementDefinition[] {
  const json: ElementDefinition[] = [];
  for (const { id, depth } of elements.groups) {
    const box = layout.groups.get(id);
    if (box) json.push(nodeJson(id, `group depth-${Math.min(depth, 4)}`, box));
  }
  for (const node of elements.nodes) {
    const box = layout.nodes.get(node.id);
    if (box) json.push(nodeJson(node.id, nodeClasses(node), box));
  }
  for (const link of elements.links) {
    const edge = linkJson(link, layout);
    if (edge) json.push(edge);
  }
  return json;
}
