/** Translates drawn elements into an ELK graph, and ELK's answer into places on the map. Pure. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { DrawnNode, Elements, GroupBox } from './elements.ts';

/** `up`: evidence below, conclusion on top. `right`: evidence at the left, conclusion at the right. */
export type Direction = 'up' | 'right';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box; `x` and `y` are its centre, in px. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * Where everything is, in map px; routes run from the link's start to its end. A layout of ELK's has its origin at its
 * top left corner; where cards were added or pinned since, `left` and `top` may be others.
 */
export interface MapLayout {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly links: ReadonlyMap<string, readonly Point[]>;
  readonly groups: ReadonlyMap<string, Box>;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Space that a group keeps for its title, and around its claims. */
export const groupPadding = { top: 40, side: 18, bottom: 20 } as const;

// ELK hands none of these down: every level of groups needs them anew.
const everywhere: LayoutOptions = {
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '7',
  'elk.spacing.nodeNode': '20',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '7',
};

/** Above so many nodes what makes a map denser costs many times as long, and crosses no less. */
const dense = 140;

/** What makes a map denser: a third of the width of the paper's whole map is saved so. */
const denser: LayoutOptions = {
  'elk.layered.thoroughness': '12',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
};

const optionsFor = ({ nodes }: Elements): LayoutOptions =>
  nodes.length > dense ? everywhere : { ...everywhere, ...denser };

const root: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  // Off by default for nested graphs; it takes away some of the crossings that links between groups have.
  'elk.layered.crossingMinimization.greedySwitchHierarchical.type': 'TWO_SIDED',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.spacing.componentComponent': '40',
  'elk.padding': '[top=24,left=24,bottom=24,right=24]',
};

/** Sides of a joint: premises enter at one, the step leaves at the other, an undercut strikes from beside. */
const jointSides = {
  up: { in: 'SOUTH', out: 'NORTH', beside: 'EAST' },
  right: { in: 'WEST', out: 'EAST', beside: 'SOUTH' },
} as const;

const sidePoint = (side: 'NORTH' | 'SOUTH' | 'EAST' | 'WEST', size: number): Point => ({
  x: side === 'WEST' ? 0 : side === 'EAST' ? size : size / 2,
  y: side === 'NORTH' ? 0 : side === 'SOUTH' ? size : size / 2,
});

function toElkNode(node: DrawnNode, direction: Direction): ElkNode {
  const { id, width, height } = node;
  if (node.kind !== 'joint') return { id, width, height };
  const sides = jointSides[direction];
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: (['in', 'out', 'beside'] as const).map((port) => ({
      id: `${id}|${port}`,
      ...sidePoint(sides[port], width),
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': sides[port] },
    })),
  };
}

function toElkGroup(group: GroupBox, children: ElkNode[], options: LayoutOptions): ElkNode {
  const { top, side, bottom } = groupPadding;
  return {
    id: group.id,
    children,
    layoutOptions: {
      ...options,
      'elk.padding': `[top=${top},left=${side},bottom=${bottom},right=${side}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.ceil(group.titleWidth) + side * 2 + 40},80)`,
    },
  };
}

/** The ELK graph for drawn elements. */
export function toElk(elements: Elements, direction: Direction): ElkNode {
  const inside = new Map<string | null, ElkNode[]>([[null, []]]);
  for (const group of elements.groups) inside.set(group.id, []);
  const put = (parent: string | null, node: ElkNode): void => {
    (inside.get(parent) ?? inside.get(null))?.push(node);
  };
  for (const node of elements.nodes) put(node.group, toElkNode(node, direction));
  const options = optionsFor(elements);
  // Groups come in the order in which claims name them; an outer one may follow its inner ones.
  for (const group of elements.groups)
    put(group.parent, toElkGroup(group, inside.get(group.id) ?? [], options));
  const joints = new Set(elements.nodes.filter((node) => node.kind === 'joint').map((node) => node.id));
  const edges = elements.links.map(({ id, from, to, isUndercut }): ElkExtendedEdge => ({
    id,
    sources: [joints.has(from) ? `${from}|out` : from],
    targets: [joints.has(to) ? `${to}|${isUndercut ? 'beside' : 'in'}` : to],
  }));
  return {
    id: 'map',
    layoutOptions: { ...options, ...root, 'elk.direction': direction === 'up' ? 'UP' : 'RIGHT' },
    children: inside.get(null) ?? [],
    edges,
  };
}

const toBox = (node: ElkNode): Box => {
  const { x = 0, y = 0, width = 0, height = 0 } = node;
  return { x: x + width / 2, y: y + height / 2, width, height };
};

const toRoute = (edge: ElkExtendedEdge): Point[] =>
  (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);

/** Where ELK put the elements. */
export function fromElk(result: ElkNode, elements: Elements): MapLayout {
  const groupIds = new Set(elements.groups.map((group) => group.id));
  const nodes = new Map<string, Box>();
  const groups = new Map<string, Box>();
  const links = new Map<string, readonly Point[]>();
  const visit = (node: ElkNode): void => {
    for (const edge of node.edges ?? []) links.set(edge.id, toRoute(edge));
    for (const child of node.children ?? []) {
      (groupIds.has(child.id) ? groups : nodes).set(child.id, toBox(child));
      visit(child);
    }
  };
  visit(result);
  return { nodes, links, groups, left: 0, top: 0, width: result.width ?? 0, height: result.height ?? 0 };
}
