/** The Cytoscape stylesheet of the map, and the elements' JSON that it is written for. */
import type { ElementDefinition, StylesheetJson } from 'cytoscape';
import { claimRoles } from '../model/records.ts';
import { roleLooks } from './card.ts';
import type { DrawnNode, Elements } from './elements.ts';
import type { Box, MapLayout, Point } from './layout.ts';
import type { Link } from './links.ts';
import { washColour, type Palette } from './palette.ts';

const shapes = { round: 'round-rectangle', cut: 'cut-rectangle', plain: 'round-rectangle' } as const;

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

const roleStyles = (palette: Palette): StylesheetJson =>
  claimRoles.map((role) => {
    const look = roleLooks[role];
    return {
      selector: `node.${role}`,
      style: {
        shape: shapes[look.shape],
        'corner-radius': `${look.corner}px`,
        'border-width': look.border,
        'border-color': palette.roles[role],
      },
    };
  });

const nodeStyles = (palette: Palette): StylesheetJson => [
  {
    selector: 'node',
    style: { width: 'data(w)', height: 'data(h)', 'border-position': 'inside', 'overlay-opacity': 0 },
  },
  {
    selector: 'node.group',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '8px',
      'z-compound-depth': 'bottom',
    },
  },
  ...[1, 2, 3, 4].map((depth) => ({
    selector: `node.depth-${depth}`,
    // Outer groups come first in a drawing only if they are told to.
    style: { 'background-color': washColour(palette, depth), 'z-index': depth },
  })),
  { selector: 'node.card', style: { 'background-color': palette.card } },
  ...roleStyles(palette),
  {
    selector: 'node.open',
    style: { 'background-color': palette.paper, 'border-style': 'dashed', 'border-dash-pattern': [5, 4] },
  },
  {
    selector: 'node.folded',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '8px',
      'background-color': palette.card,
      'border-width': 1,
      'border-color': palette.inkSoft,
    },
  },
  { selector: 'node.joint', style: { shape: 'ellipse', 'background-color': palette.inkSoft } },
];

// Cytoscape's own types do not know `endpoints` yet.
const atEndpoints = 'endpoints' as 'intersection';

const linkStyles = (palette: Palette): StylesheetJson => [
  {
    selector: 'edge',
    style: {
      width: 'data(width)',
      'line-color': palette.inkSoft,
      'source-endpoint': 'data(start)',
      'target-endpoint': 'data(end)',
      'curve-style': 'straight',
      'edge-distances': atEndpoints,
      'overlay-opacity': 0,
      'arrow-scale': 1.1,
    },
  },
  {
    selector: 'edge.bent',
    style: {
      'curve-style': 'round-segments',
      'segment-weights': 'data(weights)',
      'segment-distances': 'data(distances)',
      'segment-radii': [7],
      'radius-type': 'arc-radius',
    },
  },
  {
    selector: 'edge.support',
    style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': palette.inkSoft },
  },
  { selector: 'edge.implicit', style: { 'line-style': 'dotted' } },
  {
    selector: 'edge.attack',
    style: {
      'line-color': palette.attack,
      'line-style': 'dashed',
      'line-dash-pattern': [7, 4],
      'target-arrow-shape': 'tee',
      'target-arrow-color': palette.attack,
      'arrow-scale': 1.6,
    },
  },
  {
    selector: 'edge.mutual',
    style: { 'source-arrow-shape': 'tee', 'source-arrow-color': palette.attack },
  },
];

const stateStyles = (palette: Palette): StylesheetJson => [
  { selector: '.dim', style: { opacity: 0.16 } },
  {
    selector: 'edge.near',
    style: { 'line-color': palette.ink, 'target-arrow-color': palette.ink, width: 2.25 },
  },
  {
    selector: 'edge.attack.near',
    style: {
      'line-color': palette.attack,
      'target-arrow-color': palette.attack,
      'source-arrow-color': palette.attack,
    },
  },
  {
    selector: 'node.lit',
    style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.16, 'underlay-padding': 5 },
  },
  {
    selector: 'node.focus',
    style: { 'outline-color': palette.accent, 'outline-width': 2.5, 'outline-offset': 3 },
  },
  { selector: 'edge.focus, edge.lit', style: { width: 3 } },
];

/** The whole stylesheet for a palette. */
export const canvasStyle = (palette: Palette): StylesheetJson => [
  ...nodeStyles(palette),
  ...linkStyles(palette),
  ...stateStyles(palette),
];
