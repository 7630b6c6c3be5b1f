/** What lies at a point of the map: a card, a step, a conflict, a group, or nothing. Pure, from the layout alone. */
import type { Focus } from '../desk/desk.ts';
import { recordsOf } from './canvas-records.ts';
import type { Placed } from './drawer.ts';
import type { Box, Point } from './layout.ts';

/** What is at a point. `node` is the id of the drawn element. */
export type Spot =
  | { readonly kind: 'record'; readonly record: Focus; readonly node: string; readonly group: string | null }
  /** A folded group, or the ground of an open one; `isTitle`: where its title stands. */
  | { readonly kind: 'group'; readonly group: string; readonly isFolded: boolean; readonly isTitle: boolean }
  | { readonly kind: 'empty' };

/** How near (px on the screen) a link, and a joint, must be to be meant. */
const reach = { link: 9, joint: 14 } as const;
/** Height (map px) of the strip in which a group's title stands. */
const titleHeight = 36;

const isIn = ({ x, y, width, height }: Box, point: Point, slack = 0): boolean =>
  Math.abs(point.x - x) <= width / 2 + slack && Math.abs(point.y - y) <= height / 2 + slack;

/** How far a point lies from a line between two others. */
function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** How far a point lies from a route; Infinity where there is none. */
export const distanceToRoute = (point: Point, route: readonly Point[]): number =>
  Math.min(Infinity, ...route.slice(1).map((end, at) => distanceTo(point, route[at] ?? end, end)));

/** The card or folded group at a point; null beside them. */
function nodeAt({ elements, layout }: Placed, point: Point, groups: ReadonlyMap<string, string | null>) {
  for (const { id, kind } of elements.nodes) {
    const box = kind === 'joint' ? undefined : layout.nodes.get(id);
    if (!box || !isIn(box, point)) continue;
    return kind === 'folded'
      ? ({ kind: 'group', group: id, isFolded: true, isTitle: true } as const)
      : ({ kind: 'record', record: { kind: 'claim', id }, node: id, group: groups.get(id) ?? null } as const);
  }
  return null;
}

/** The joint or link nearest to a point, within reach; null where none is. */
function lineAt(placed: Placed, point: Point, zoom: number): string | null {
  const { elements, layout } = placed;
  let [best, least]: [string | null, number] = [null, 1];
  const offer = (id: string, share: number): void => {
    if (share < least) [best, least] = [id, share];
  };
  for (const { id, kind } of elements.nodes) {
    const box = kind === 'joint' ? layout.nodes.get(id) : undefined;
    if (box) offer(id, (Math.hypot(point.x - box.x, point.y - box.y) * zoom) / reach.joint);
  }
  for (const { id } of elements.links)
    offer(id, (distanceToRoute(point, layout.links.get(id) ?? []) * zoom) / reach.link);
  return best;
}

/** The innermost open group at a point; null outside any. */
function groupAt({ elements, layout }: Placed, point: Point): Spot | null {
  const around = elements.groups.filter(({ id }) => {
    const box = layout.groups.get(id);
    return box !== undefined && isIn(box, point);
  });
  const inner = around.toSorted((one, other) => other.depth - one.depth)[0];
  const box = inner && layout.groups.get(inner.id);
  if (!box) return null;
  const isTitle = point.y < box.y - box.height / 2 + titleHeight;
  return { kind: 'group', group: inner.id, isFolded: false, isTitle };
}

/** What lies at a point (map px). Links and joints count a little beside themselves too, alike at every zoom. */
export function spotAt(placed: Placed, point: Point, zoom: number): Spot {
  const groups = new Map(
    placed.elements.nodes.map((node) => [node.id, node.kind === 'joint' ? null : node.group]),
  );
  const node = nodeAt(placed, point, groups);
  if (node) return node;
  const line = lineAt(placed, point, zoom);
  const record = line === null ? undefined : recordsOf(placed.elements).get(line);
  if (line !== null && record) return { kind: 'record', record, node: line, group: null };
  return groupAt(placed, point) ?? { kind: 'empty' };
}

/** Ids of the cards and folded groups that a rectangle touches, given by two of its corners in map px. */
export function nodesWithin({ elements, layout }: Placed, one: Point, other: Point): readonly string[] {
  const box = {
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
  return elements.nodes.flatMap(({ id, kind }) => {
    const at = kind === 'joint' ? undefined : layout.nodes.get(id);
    const isTouched =
      at &&
      Math.abs(at.x - box.x) <= (at.width + box.width) / 2 &&
      Math.abs(at.y - box.y) <= (at.height + box.height) / 2;
    return isTouched ? [id] : [];
  });
}
