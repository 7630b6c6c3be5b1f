/** How good a placed drawing is, counted: crossings, links through boxes, overlaps, links against the flow, and what moved. Pure. */
import type { Elements } from '../../src/map/elements.ts';
import { groupPadding, type Box, type Direction, type MapLayout, type Point } from '../../src/map/layout.ts';
import type { Link } from '../../src/map/links.ts';

/** What was counted; of everything but crossings none is good. */
export interface Quality {
  /** Places where two links cross, as they are routed. */
  readonly crossings: number;
  /** Links that run through a card, a joint or a folded group that is neither of their ends. */
  readonly throughNodes: number;
  /** Links that run through the box of a group that holds neither of their ends. */
  readonly throughGroups: number;
  /** Pairs of nodes or boxes that lie on one another though neither holds the other. */
  readonly overlaps: number;
  /** Nodes that lie on the title of a group. */
  readonly onTitles: number;
  /** Supports whose end is not ahead of their start. */
  readonly againstFlow: number;
}

interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const rectOf = ({ x, y, width, height }: Box): Rect => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const between = (one: Point, other: Point): Rect => ({
  left: Math.min(one.x, other.x),
  right: Math.max(one.x, other.x),
  top: Math.min(one.y, other.y),
  bottom: Math.max(one.y, other.y),
});

/** True where the two share more than a rim of `rim` px. */
const meet = (one: Rect, other: Rect, rim: number): boolean =>
  one.left < other.right - rim &&
  one.right > other.left + rim &&
  one.top < other.bottom - rim &&
  one.bottom > other.top + rim;

interface Segment {
  readonly link: Link;
  readonly rect: Rect;
  readonly isLevel: boolean;
}

function segmentsOf(elements: Elements, layout: MapLayout): Segment[] {
  return elements.links.flatMap((link) => {
    const route = layout.links.get(link.id) ?? [];
    return route.slice(1).flatMap((point, at): Segment[] => {
      const rect = between(route[at] as Point, point);
      const isLevel = rect.bottom - rect.top < 0.5;
      return isLevel && rect.right - rect.left < 0.5 ? [] : [{ link, rect, isLevel }];
    });
  });
}

/** Links that end or start at one joint are one line there: where they meet nothing crosses. */
const areOneLine = (one: Link, other: Link): boolean =>
  one.id === other.id || (one.kind === 'premise' && other.kind === 'premise' && one.to === other.to);

function countCrossings(segments: readonly Segment[]): number {
  const upright = segments
    .filter((one) => !one.isLevel)
    .sort((one, other) => one.rect.left - other.rect.left);
  let count = 0;
  for (const { link, rect } of segments.filter((one) => one.isLevel)) {
    for (const other of upright) {
      if (other.rect.left > rect.right - 0.5) break;
      const isInside =
        other.rect.right > rect.left + 0.5 &&
        other.rect.top < rect.top - 0.5 &&
        other.rect.bottom > rect.bottom + 0.5;
      if (isInside && !areOneLine(link, other.link)) count += 1;
    }
  }
  return count;
}

/** For each node and group the groups that it lies in, itself among them. */
function homesOf({ nodes, groups }: Elements): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, string | null>(groups.map(({ id, parent }) => [id, parent]));
  for (const { id, group } of nodes) parents.set(id, group);
  const chain = (id: string): ReadonlySet<string> => {
    const found = new Set([id]);
    for (let at = parents.get(id); at && !found.has(at); at = parents.get(at)) found.add(at);
    return found;
  };
  return new Map([...parents.keys()].map((id) => [id, chain(id)]));
}

function countThrough(elements: Elements, layout: MapLayout, segments: readonly Segment[]) {
  const homes = homesOf(elements);
  const hits = (boxes: ReadonlyMap<string, Box>, isOwn: (link: Link, id: string) => boolean): number => {
    const hit = new Set<string>();
    for (const [id, box] of boxes) {
      const rect = rectOf(box);
      for (const one of segments) {
        if (meet(one.rect, rect, 1) && !isOwn(one.link, id)) hit.add(`${one.link.id} ${id}`);
      }
    }
    return hit.size;
  };
  return {
    throughNodes: hits(layout.nodes, ({ from, to }, id) => id === from || id === to),
    throughGroups: hits(
      layout.groups,
      ({ from, to }, id) => homes.get(from)?.has(id) === true || homes.get(to)?.has(id) === true,
    ),
  };
}

function countOverlaps(elements: Elements, layout: MapLayout): number {
  const homes = homesOf(elements);
  const all = [...layout.nodes, ...layout.groups].map(([id, box]) => ({ id, rect: rectOf(box) }));
  let count = 0;
  all.forEach(({ id, rect }, at) => {
    for (const other of all.slice(at + 1)) {
      const isHeld = homes.get(id)?.has(other.id) === true || homes.get(other.id)?.has(id) === true;
      if (!isHeld && meet(rect, other.rect, 0.5)) count += 1;
    }
  });
  return count;
}

function countOnTitles({ groups }: Elements, layout: MapLayout): number {
  const titles = groups.flatMap(({ id, titleWidth }) => {
    const box = layout.groups.get(id);
    if (!box) return [];
    const { left, top, right } = rectOf(box);
    return [{ left, top, right: Math.min(right, left + titleWidth), bottom: top + groupPadding.top - 12 }];
  });
  const boxes = [...layout.nodes.values()].map(rectOf);
  return titles.reduce((sum, title) => sum + boxes.filter((box) => meet(box, title, 0.5)).length, 0);
}

function countAgainst({ links }: Elements, layout: MapLayout, direction: Direction): number {
  const axis = direction === 'up' ? 'y' : 'x';
  return links.filter(({ kind, from, to }) => {
    const ahead = (layout.nodes.get(from)?.[axis] ?? NaN) - (layout.nodes.get(to)?.[axis] ?? NaN);
    return kind !== 'attack' && !((direction === 'up' ? ahead : -ahead) > 0);
  }).length;
}

/** Counts. */
export function qualityOf(elements: Elements, layout: MapLayout, direction: Direction = 'up'): Quality {
  const segments = segmentsOf(elements, layout);
  return {
    crossings: countCrossings(segments),
    ...countThrough(elements, layout, segments),
    overlaps: countOverlaps(elements, layout),
    onTitles: countOnTitles(elements, layout),
    againstFlow: countAgainst(elements, layout, direction),
  };
}

/** How far (px) a node may shift against the one that is held before it counts as moved. */
const still = 24;

/** By what one sees where a card is: the middle of its upper edge, whatever its height. */
const edgeOf = ({ x, y, height }: Box): Point => ({ x, y: y - height / 2 });

/** The share (0 to 1) of the cards in both layouts that moved, seen by someone whose eye is on the node `held`. */
export function movedShare(before: MapLayout, after: MapLayout, held: string): number {
  const gap = (id: string): Point => {
    const [was, is] = [before.nodes.get(id), after.nodes.get(id)];
    if (!was || !is) return { x: 0, y: 0 };
    return { x: edgeOf(is).x - edgeOf(was).x, y: edgeOf(is).y - edgeOf(was).y };
  };
  const shift = gap(held);
  const both = [...before.nodes.keys()].filter(
    (id) => id !== held && !id.startsWith('joint:') && after.nodes.has(id),
  );
  const moved = both.filter((id) => Math.hypot(gap(id).x - shift.x, gap(id).y - shift.y) > still);
  return both.length === 0 ? 0 : moved.length / both.length;
}
