/** Carries a layout over to elements that have changed a little: what stands stays, what is new finds room beside it. Pure. */
import type { DrawnNode, Elements } from './elements.ts';
import type { Box, Direction, MapLayout, Point } from './layout.ts';
import { joinedRoutes, keptRoute, newRoute, type Mending } from './mend.ts';
import { isCrowding, nextToPlace, withPlace, withRoomMade } from './placing.ts';
import { holds, piecesOf, rectOf } from './rects.ts';
import { Room } from './room.ts';

/** More new or changed nodes than this, and more than that share of all, and the map is better laid out anew. */
const most = { nodes: 6, share: 0.2 };

/** Centres (map px) of the cards that somebody has put in their place by hand, by claim. */
export type Pins = ReadonlyMap<string, Point>;

interface Change {
  readonly elements: Elements;
  readonly direction: Direction;
  readonly pins: Pins;
}

/** The id of a new card that finds no room in the box of its group, unless a good part of the map were moved. */
export interface Stray {
  readonly stray: string;
}

/** Nodes that the layout has no place for: they are new, or stand in another group than they did. */
function freshNodes({ elements, pins }: Change, layout: MapLayout): Map<string, DrawnNode> {
  const groupIds = new Set(elements.groups.map(({ id }) => id));
  const isAtHome = ({ id, group }: DrawnNode): boolean => {
    const box = layout.nodes.get(id);
    if (!box || pins.has(id)) return box !== undefined;
    const home = group !== null && groupIds.has(group) ? group : null;
    const inside = [...layout.groups]
      .filter(([, one]) => holds(rectOf(one), rectOf(box)))
      .map(([one]) => one);
    if (home === null) return inside.every((one) => !groupIds.has(one));
    return !layout.groups.has(home) || inside.includes(home);
  };
  return new Map(elements.nodes.filter((node) => !isAtHome(node)).map((node) => [node.id, node]));
}

/** Nodes that are as they were but of another size. */
const resizedNodes = ({ elements }: Change, layout: MapLayout): DrawnNode[] =>
  elements.nodes.filter(({ id, width, height }) => {
    const box = layout.nodes.get(id);
    return box !== undefined && (box.width !== width || box.height !== height);
  });

/**
 * Where a box may go that grew or shrank: as long as nothing has to move for it the middle of its upper edge stays, as
 * it does on the screen (`MapCanvas.show`); else its middle, its lower edge, or one of its sides.
 */
function resized(box: Box, { width, height }: DrawnNode): Box[] {
  const [dx, dy] = [(width - box.width) / 2, (height - box.height) / 2];
  return [
    [0, dy],
    [0, 0],
    [0, -dy],
    [dx, dy],
    [-dx, dy],
  ].map(([x = 0, y = 0]) => ({ x: box.x + x, y: box.y + y, width, height }));
}

/** The boxes that stay, before anything is put elsewhere. */
function keptBoxes(
  { elements }: Change,
  layout: MapLayout,
  fresh: ReadonlyMap<string, DrawnNode>,
): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { id } of elements.groups) {
    const box = layout.groups.get(id);
    if (box) boxes.set(id, box);
  }
  for (const { id } of elements.nodes) {
    const box = fresh.has(id) ? undefined : layout.nodes.get(id);
    if (box) boxes.set(id, box);
  }
  return boxes;
}

/** The first of the places where little has to move; where that is none, the one where least has to. */
function withSize(room: Room, id: string, places: readonly Box[]): Room | null {
  const first = withRoomMade(room, id, places.slice(0, 1));
  return first && !isCrowding(room, first, new Set()) ? first : withRoomMade(room, id, places);
}

function withSizes(room: Room, nodes: readonly DrawnNode[]): Room | null {
  let now = room;
  for (const node of nodes) {
    const box = now.boxes.get(node.id);
    const next = box && withSize(now, node.id, resized(box, node));
    if (box && !next) return null;
    now = next ?? now;
  }
  return now;
}

/** Puts pinned cards where they were pinned. What they come to lie on gives way, but no other pinned one. */
function withPins({ elements, pins }: Change, room: Room): Room {
  let now = room;
  for (const { id, width, height } of elements.nodes) {
    const pin = pins.get(id);
    const box = now.boxes.get(id);
    if (!pin || (box?.x === pin.x && box.y === pin.y)) continue;
    const place = { x: pin.x, y: pin.y, width, height };
    const next = withRoomMade(now, id, [place]);
    if (next) now = next;
    else now.boxes.set(id, place);
  }
  return now;
}

function withFresh(
  change: Change,
  start: Room,
  fresh: Map<string, DrawnNode>,
  routes: ReadonlyMap<string, readonly Point[]>,
  joints: ReadonlyMap<string, Point>,
): Room | string | null {
  let room = start;
  const pieces = [...routes.values()].flatMap(piecesOf);
  const { elements, direction } = change;
  for (const [id, at] of joints) {
    const node = fresh.get(id);
    if (!node) continue;
    room.boxes.set(id, { ...at, width: node.width, height: node.height });
    fresh.delete(id);
  }
  for (let node = nextToPlace(elements, fresh); node; node = nextToPlace(elements, fresh)) {
    const next = withPlace({ elements, direction, room, pieces }, node);
    if (!next) return null;
    if (next === 'crowded') return node.id;
    room = next;
    fresh.delete(node.id);
  }
  return room;
}

/** All routes: the kept ones as far as they hold, the others new, the short ones first. Null where one finds no way. */
function mended(
  mending: Mending,
  kept: ReadonlyMap<string, readonly Point[]>,
): Map<string, readonly Point[]> | null {
  const { elements, boxes } = mending;
  const routes = new Map<string, readonly Point[]>();
  const lost: { readonly link: Elements['links'][number]; readonly length: number }[] = [];
  for (const link of elements.links) {
    const old = kept.get(link.id);
    const route = old && keptRoute(mending, link, old);
    if (route) routes.set(link.id, route);
    else {
      const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
      lost.push({ link, length: from && to ? Math.abs(from.x - to.x) + Math.abs(from.y - to.y) : 0 });
    }
  }
  for (const { link } of lost.sort((one, other) => one.length - other.length)) {
    const route = newRoute(mending, link, routes);
    if (!route) return null;
    routes.set(link.id, route);
  }
  return routes;
}

/**
 * The layout for elements that differ a little from those that `layout` was made for. Everything that was placed stays
 * where it is, unless it has to make room; a card that finds none in its group's box is told, to be drawn outside it
 * (`Drawing.strays`). Null where too much is new, or where no way is left for a link: then the
 * map is to be laid out anew.
 */
export function adaptLayout(layout: MapLayout, change: Change): MapLayout | Stray | null {
  const { elements, direction } = change;
  const fresh = freshNodes(change, layout);
  const sized = resizedNodes(change, layout).filter(({ id }) => !fresh.has(id));
  const changed = [...fresh.values(), ...sized].filter(({ kind }) => kind !== 'joint').length;
  if (changed > Math.max(most.nodes, elements.nodes.length * most.share)) return null;
  // What is left of a map that lost most of its claims would stand far apart.
  if (elements.nodes.length < layout.nodes.size / 2 || layout.nodes.size === 0) return null;
  const before = new Map([...layout.groups, ...layout.nodes]);
  const start = new Room(elements, direction, keptBoxes(change, layout, fresh), new Set(change.pins.keys()));
  const homes = (id: string): readonly string[] => start.homes(id);
  const kept = joinedRoutes({ elements, direction, boxes: before, homes }, layout.links);
  const settled = withSizes(withPins(change, start), sized);
  const room = settled && withFresh(change, settled, fresh, kept.routes, kept.joints);
  if (typeof room === 'string') return { stray: room };
  if (!room) return null;
  room.closeGroups();
  const routes = mended({ elements, direction, boxes: room.boxes, before, homes }, kept.routes);
  return routes && room.layout(routes);
}
