/** Routes one link at right angles around everything that stands in its way. Pure; ELK routes whole maps, this mends them. */
import type { Box, Point } from './layout.ts';
import { around, boxOf, meets, pieceOf, rectOf, type Rect } from './rects.ts';
import { RouteGrid, type Gate } from './route-grid.ts';

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A place on the rim of a box. */
export interface Port {
  readonly point: Point;
  readonly side: Side;
}

/** Between whom and around what. */
export interface RouteWish {
  readonly from: readonly Port[];
  readonly to: readonly Port[];
  /** What the route keeps clear of: the two ends' own boxes among them. */
  readonly boxes: readonly Rect[];
  /** Pieces of other links: they are crossed as seldom as can be. */
  readonly pieces: readonly Rect[];
}

/** How far (px) before its box a link runs straight, so that arrows and bars have room. */
const straight = 13;
/**
 * A route looks for a way so much further than its ends, keeps so clear of boxes, and may run on lines so far from them
 * (px): first near, then close to boxes, then however far around.
 */
const tries: readonly Try[] = [
  { reach: 220, clear: 6, tracks: [0, 8, 16] },
  { reach: 220, clear: 3, tracks: [0, 8, 16] },
  { reach: 1200, clear: 4, tracks: [0, 8] },
  { reach: 12_000, clear: 4, tracks: [0] },
];

interface Try {
  readonly reach: number;
  readonly clear: number;
  readonly tracks: readonly number[];
}

const outward: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

const gateOf = ({ point, side }: Port): Gate => ({
  gate: {
    x: Math.round((point.x + outward[side].x * straight) * 2) / 2,
    y: Math.round((point.y + outward[side].y * straight) * 2) / 2,
  },
  isUpright: outward[side].x === 0,
  cost: 0,
});

/** Ports along one side of a box, the one nearest to `wanted` (a coordinate along the side) first, clear of `taken`. */
export function portsOn(box: Box, side: Side, wanted: number, taken: readonly Point[], most = 7): Port[] {
  const isLevel = side === 'top' || side === 'bottom';
  const { left, right, top, bottom } = rectOf(box);
  const [start, end] = isLevel ? [left, right] : [top, bottom];
  const rim = { top, bottom, left, right }[side];
  const near = taken.filter((point) => Math.abs((isLevel ? point.y : point.x) - rim) < 1);
  const isFree = (at: number, room: number): boolean =>
    near.every((point) => Math.abs((isLevel ? point.x : point.y) - at) >= room);
  const inset = Math.min(16, (end - start) / 2);
  const all = [Math.min(end - inset, Math.max(start + inset, wanted))];
  for (let at = start + inset; at <= end - inset; at += 6) all.push(at);
  const free =
    [10, 5, 0].map((room) => all.filter((at) => isFree(at, room))).find((some) => some.length > 0) ?? [];
  return free
    .toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))
    .filter((_, index) => index % 2 === 0)
    .slice(0, most)
    .map((at) => ({ side, point: isLevel ? { x: at, y: rim } : { x: rim, y: at } }));
}

/** The route without points in the middle of a straight piece, and without pieces that go nowhere. */
export function straightened(route: readonly Point[]): Point[] {
  const points: Point[] = [];
  for (const point of route) {
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && Math.abs(last.x - point.x) < 0.3 && Math.abs(last.y - point.y) < 0.3) continue;
    const isStraight =
      before &&
      last &&
      ((Math.abs(before.x - last.x) < 0.3 && Math.abs(last.x - point.x) < 0.3) ||
        (Math.abs(before.y - last.y) < 0.3 && Math.abs(last.y - point.y) < 0.3));
    if (isStraight) points.pop();
    points.push(point);
  }
  return points;
}

/** The route from port to port that bends and crosses least; null where everything is walled up. */
export function routeBetween(wish: RouteWish): Point[] | null {
  for (const one of tries) {
    const route = routeWithin(wish, one);
    if (route) return route;
  }
  return null;
}

function routeWithin({ from, to, boxes, pieces }: RouteWish, one: Try): Point[] | null {
  const [starts, ends] = [from.map(gateOf), to.map(gateOf)];
  const gates = [...starts, ...ends].map(({ gate }) => gate);
  if (starts.length === 0 || ends.length === 0) return null;
  const frame = gates.map(({ x, y }) => pieceOf({ x, y }, { x, y })).reduce(around);
  const grid = gridFor(gates, boxes, rectOf(boxOf(frame), one.reach), one);
  const wide = rectOf(boxOf(frame), one.reach + 1);
  for (const piece of pieces) if (touches(piece, wide)) grid.tax(piece);
  const found = grid.cheapest(starts, ends);
  const [start, end] = [from[found?.start ?? 0], to[found?.end ?? 0]];
  if (!found || !start || !end) return null;
  const { path } = found;
  return straightened([squared(start, path[0]), ...path, squared(end, path.at(-1))]);
}

/** The lines on which a route may run inside a frame, with the boxes that stand there. */
function gridFor(
  gates: readonly Point[],
  boxes: readonly Rect[],
  frame: Rect,
  { clear, tracks }: Try,
): RouteGrid {
  const grown = boxes.map((box) => rectOf(boxOf(box), clear)).filter((box) => meets(box, frame));
  const lines = (low: number, high: number, edges: readonly (readonly [number, number])[]): number[] =>
    edges
      .flatMap(([start, end]) => tracks.flatMap((track) => [start - track, end + track]))
      .filter((value) => value >= low && value <= high);
  const xs = lines(
    frame.left,
    frame.right,
    grown.map(({ left, right }) => [left, right] as const),
  );
  const ys = lines(
    frame.top,
    frame.bottom,
    grown.map(({ top, bottom }) => [top, bottom] as const),
  );
  const grid = new RouteGrid([...xs, ...gates.map(({ x }) => x)], [...ys, ...gates.map(({ y }) => y)]);
  for (const box of grown) grid.block(box);
  return grid;
}

/** The port itself, on the line of its gate: gates stand on half pixels. */
function squared({ point, side }: Port, gate: Point = point): Point {
  return outward[side].x === 0 ? { x: gate.x, y: point.y } : { x: point.x, y: gate.y };
}

const touches = (one: Rect, other: Rect): boolean =>
  one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top;
