/** Mends the routes of a map whose boxes were put elsewhere: keeps what still holds, drags ends along, routes the rest anew. */
import type { Elements } from './elements.ts';
import type { Box, Direction, Point } from './layout.ts';
import { jointId, type Link } from './links.ts';
import { meets, piecesOf, rectOf, type Rect } from './rects.ts';
import { portsOn, routeBetween, straightened, type Port, type Side } from './router.ts';

type Route = readonly Point[];

/** The boxes as they are now, and as they were when the routes were made. */
export interface Mending {
  readonly elements: Elements;
  readonly direction: Direction;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly before: ReadonlyMap<string, Box>;
  /** The groups around a node. */
  readonly homes: (id: string) => readonly string[];
}

const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

const isLevelSide = (side: Side): boolean => side === 'top' || side === 'bottom';

const rimOf = (box: Box, side: Side): number => rectOf(box)[side];

/** The side of a box that a point stands on; null where it stands on none. */
function sideAt({ x, y }: Point, box: Box): Side | null {
  const rect = rectOf(box, 1);
  if (x < rect.left || x > rect.right || y < rect.top || y > rect.bottom) return null;
  const off = (side: Side): number =>
    Math.abs((side === 'top' || side === 'bottom' ? y : x) - rimOf(box, side));
  const nearest = sides.toSorted((one, other) => off(one) - off(other))[0];
  return nearest !== undefined && off(nearest) <= 1.5 ? nearest : null;
}

const isSame = (one: Box, other: Box): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Where a point on the side of a box comes to stand as the box changes; null where that is beside its side. */
function draggedPoint(start: Point, side: Side, was: Box, is: Box): Point | null {
  const isLevel = isLevelSide(side);
  const moved = isLevel
    ? { x: start.x + is.x - was.x, y: rimOf(is, side) }
    : { x: rimOf(is, side), y: start.y + is.y - was.y };
  const off = isLevel ? moved.x - is.x : moved.y - is.y;
  return Math.abs(off) <= Math.max((isLevel ? is.width : is.height) / 2 - 4, 0.5) ? moved : null;
}

/** The route with its first point dragged along with the box; null where that would bend it out of shape. */
function dragged(route: Route, was: Box, is: Box): Route | null {
  const [start, second, third] = route;
  const side = start && sideAt(start, was);
  if (!side || !second) return null;
  if (isSame(was, is)) return route;
  const moved = draggedPoint(start, side, was, is);
  if (!moved) return null;
  const isLevel = isLevelSide(side);
  const isSliding = Math.abs(isLevel ? is.x - was.x : is.y - was.y) >= 0.01;
  if (!isSliding) return isForward(moved, second, side) ? [moved, ...route.slice(1)] : null;
  // A bend slides along the piece behind it; a straight link has none.
  const bend = isLevel ? { x: moved.x, y: second.y } : { x: second.x, y: moved.y };
  return third && isForward(moved, bend, side) ? [moved, bend, ...route.slice(2)] : null;
}

/** True where the route leaves the box, and with enough room for an arrow. */
function isForward(start: Point, next: Point, side: Side): boolean {
  if (side === 'top') return start.y - next.y >= 8;
  if (side === 'bottom') return next.y - start.y >= 8;
  return side === 'left' ? start.x - next.x >= 8 : next.x - start.x >= 8;
}

const isSquare = (route: Route): boolean =>
  route.slice(1).every((point, at) => {
    const before = route[at] as Point;
    return Math.abs(point.x - before.x) < 0.6 || Math.abs(point.y - before.y) < 0.6;
  });

/** What a link may not run through: everything but its own ends and the groups that these stand in. */
function foreignTo({ elements, boxes, homes }: Omit<Mending, 'before'>, { from, to }: Link): Rect[] {
  const own = new Set([from, to, ...homes(from), ...homes(to)]);
  return [...elements.nodes, ...elements.groups].flatMap(({ id }) => {
    const box = own.has(id) ? undefined : boxes.get(id);
    return box ? [rectOf(box)] : [];
  });
}

const runsThrough = (route: Route, boxes: readonly Rect[]): boolean =>
  piecesOf(route).some((piece) => boxes.some((box) => meets(piece, inset(box))));

const inset = ({ left, right, top, bottom }: Rect): Rect => ({
  left: left + 1,
  right: right - 1,
  top: top + 1,
  bottom: bottom - 1,
});

/** The route with both ends dragged along, or carried with them where they moved as one; null where neither can be. */
function alongWith(route: Route, from: readonly [Box, Box], to: readonly [Box, Box]): Route | null {
  const [dx, dy] = [from[1].x - from[0].x, from[1].y - from[0].y];
  const carried = { x: to[0].x + dx, y: to[0].y + dy };
  const isCarried =
    isSame({ ...from[0], x: from[1].x, y: from[1].y }, from[1]) && isSame({ ...to[0], ...carried }, to[1]);
  if (isCarried) return route.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
  const start = dragged(route, ...from);
  return start && (dragged(start.toReversed(), ...to)?.toReversed() ?? null);
}

/** A kept route, with its ends where the boxes are now; null where it no longer holds. */
export function keptRoute(mending: Mending, link: Link, route: Route): Route | null {
  const { boxes, before } = mending;
  const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
  if (!from || !to) return null;
  const now = alongWith(route, [before.get(link.from) ?? from, from], [before.get(link.to) ?? to, to]);
  const holds =
    now && isSquare(now) && isBetween(now, from, to) && !runsThrough(now, foreignTo(mending, link));
  return holds ? now : null;
}

/** True where a route starts on the rim of one box and ends on that of the other. */
function isBetween(route: Route, from: Box, to: Box): boolean {
  const [first, last] = [route[0], route.at(-1)];
  return (
    first !== undefined && last !== undefined && sideAt(first, from) !== null && sideAt(last, to) !== null
  );
}

/** Sides by which a link leaves its start and reaches its end. */
function sidesOf(
  { kind, isUndercut }: Link,
  direction: Direction,
): { out: readonly Side[]; into: readonly Side[] } {
  const [ahead, back]: [Side, Side] = direction === 'up' ? ['top', 'bottom'] : ['right', 'left'];
  const beside: readonly Side[] = direction === 'up' ? ['right', 'left'] : ['bottom', 'top'];
  if (kind !== 'attack') return { out: [ahead], into: [back] };
  return { out: sides, into: isUndercut ? beside : sides };
}

/** Boxes so small are joints: each of their sides has one port. */
const isJoint = (box: Box): boolean => box.width < 12;

/** Ports of a box on some sides, those that face `other` first. */
function portsFacing(box: Box, other: Box, wanted: readonly Side[], ends: readonly Point[]): Port[] {
  return wanted.flatMap((side) => {
    const isLevel = isLevelSide(side);
    const facing = isJoint(box) ? box : other;
    return portsOn(box, side, isLevel ? facing.x : facing.y, isJoint(box) ? [] : ends, isJoint(box) ? 1 : 6);
  });
}

/** A new route for a link among the others; null where there is no way, however far around. */
export function newRoute(mending: Mending, link: Link, routes: ReadonlyMap<string, Route>): Route | null {
  const { boxes, elements, direction } = mending;
  const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
  if (!from || !to) return null;
  const others = elements.links.filter(({ id, kind, to: end }) => {
    const isSameLine = kind === 'premise' && link.kind === 'premise' && end === link.to;
    return id !== link.id && !isSameLine;
  });
  const ends = elements.links.flatMap(({ id }) => {
    const route = id === link.id ? [] : (routes.get(id) ?? []);
    return [route[0], route.at(-1)].filter((point) => point !== undefined);
  });
  const pieces = others.flatMap(({ id }) => piecesOf(routes.get(id) ?? []));
  const own = [...foreignTo(mending, link), rectOf(from), rectOf(to)];
  const { out, into } = sidesOf(link, direction);
  // Walled in on the side where it should leave or arrive, a link takes another one.
  for (const [leaves, arrives] of [
    [out, into],
    [sides, sides],
  ] as const) {
    const ways = { from: portsFacing(from, to, leaves, ends), to: portsFacing(to, from, arrives, ends) };
    const route = routeBetween({ ...ways, pieces, boxes: own });
    if (route) return route;
  }
  return null;
}

/** Where a joint came or went, its step was one line or becomes one: joins or parts the kept routes accordingly. */
export function joinedRoutes(
  mending: Omit<Mending, 'before'>,
  routes: ReadonlyMap<string, Route>,
): { readonly routes: Map<string, Route>; readonly joints: ReadonlyMap<string, Point> } {
  const now = new Map(routes);
  const joints = new Map<string, Point>();
  const { links } = mending.elements;
  for (const link of links) {
    const kept = routes.get(link.id);
    if (link.kind !== 'support' || !kept) continue;
    const wasJoint = [...routes.keys()].some((id) => id.startsWith(`premise:${link.record}:`));
    const first = routes.get(`premise:${link.record}:${link.from}`);
    if (link.from !== jointId(link.record)) {
      if (first) now.set(link.id, straightened([...first, ...kept]));
    } else if (!wasJoint) {
      const premises = links.filter(({ kind, to }) => kind === 'premise' && to === link.from);
      const parted = part(mending, link, premises, kept);
      if (!parted) continue;
      joints.set(link.from, parted.at);
      now.set(link.id, parted.step);
      now.set(parted.premise, parted.first);
    }
  }
  return { routes: now, joints };
}

/** Room (px) that a joint needs on the line that it comes to stand on: before it, behind it, and beside it. */
const jointRoom = { along: 18, beside: 9 } as const;

/** Parts a step's route where a joint has room on it, as near to the conclusion as can be; null where it has none. */
function part(mending: Omit<Mending, 'before'>, link: Link, premises: readonly Link[], kept: Route) {
  const { direction, boxes } = mending;
  const start = kept[0];
  const premise = premises.find(({ from }) => {
    const box = boxes.get(from);
    return start && box && sideAt(start, box);
  });
  if (!premise) return null;
  const foreign = foreignTo(mending, { ...link, to: link.from });
  const isUpright = direction === 'up';
  for (let at = kept.length - 1; at > 0; at -= 1) {
    const [before, after] = [kept[at - 1] as Point, kept[at] as Point];
    const length = isUpright ? before.y - after.y : after.x - before.x;
    for (let along = jointRoom.along; along <= length - jointRoom.along; along += 6) {
      const point = isUpright ? { x: after.x, y: after.y + along } : { x: after.x - along, y: after.y };
      const { beside } = jointRoom;
      const size = { width: beside * 2, height: beside * 2 };
      if (foreign.some((box) => meets(rectOf({ ...point, ...size }), box))) continue;
      const [dx, dy] = isUpright ? [0, -4.5] : [4.5, 0];
      return {
        at: point,
        premise: premise.id,
        step: [{ x: point.x + dx, y: point.y + dy }, ...kept.slice(at)],
        first: [...kept.slice(0, at), { x: point.x - dx, y: point.y - dy }],
      };
    }
  }
  return null;
}
