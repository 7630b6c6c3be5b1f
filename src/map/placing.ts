/** Finds places for nodes that are new on a map that stands already: near what they are linked to, where there is room. */
import type { DrawnNode, Elements } from './elements.ts';
import type { Box, Direction, Point } from './layout.ts';
import { meets, piecesOf, rectOf, type Rect } from './rects.ts';
import { grown, type GivesWay, type Room } from './room.ts';

/** Room (px) that a new card wants between the layers. */
const layer = 46;
/** Room (px) that a new node wants around itself: a joint's links need more before and behind it. */
const gaps = { card: { across: 16, along: 21 }, joint: { across: 10, along: 20 } } as const;
/** Candidate places lie on a raster of such steps (px), so many to each side and so many ahead. */
const raster = { across: 34, along: 30, wide: 44, deep: 26 };

/** What the search knows of the map. */
interface Site {
  readonly elements: Elements;
  readonly direction: Direction;
  readonly room: Room;
  /** Pieces of the links that stand. */
  readonly pieces: readonly Rect[];
}

/** Where a node would like to be, and whether it may also go to the other side of it (only what attacks may). */
interface Wanted {
  readonly at: Point;
  readonly isFree: boolean;
  /** 1: evidence, further from the conclusion is fine; -1: a conclusion above its evidence. */
  readonly ahead: 1 | -1;
  /** What it is linked to; null where that is nothing. */
  readonly next: Box | null;
}

/** A step along the flow (towards the evidence) and across it, as a shift on the map. */
const shift = (direction: Direction, along: number, across: number): Point =>
  direction === 'up' ? { x: across, y: along } : { x: -along, y: across };

const sizeAlong = (direction: Direction, box: Pick<Box, 'width' | 'height'>): number =>
  direction === 'up' ? box.height : box.width;

/** The neighbours of a node that have a place, and what links them. */
function neighbours({ elements, room }: Site, id: string) {
  return elements.links.flatMap((link) => {
    const other = link.from === id ? link.to : link.to === id ? link.from : null;
    const box = other === null ? undefined : room.boxes.get(other);
    return box ? [{ box, isEvidence: link.from === id, isAttack: link.kind === 'attack' }] : [];
  });
}

function wantedPlace(site: Site, node: DrawnNode): Wanted {
  const { direction } = site;
  const near = neighbours(site, node.id);
  const next =
    near.find((one) => one.isEvidence && !one.isAttack) ?? near.find((one) => !one.isAttack) ?? near[0];
  if (!next) return { at: lastPlace(site, node), isFree: false, ahead: 1, next: null };
  const { box, isAttack, isEvidence } = next;
  const gap = node.kind === 'joint' ? 24 : box.width < 12 ? 34 : layer;
  const far = (sizeAlong(direction, box) + sizeAlong(direction, node)) / 2 + gap;
  if (isAttack) {
    const beside = direction === 'up' ? (box.width + node.width) / 2 : (box.height + node.height) / 2;
    const by = shift(direction, 0, beside + layer);
    return { at: { x: box.x + by.x, y: box.y + by.y }, isFree: true, ahead: 1, next: box };
  }
  const by = shift(direction, isEvidence ? far : -far, 0);
  return { at: { x: box.x + by.x, y: box.y + by.y }, isFree: false, ahead: isEvidence ? 1 : -1, next: box };
}

/** Where what is linked to nothing goes: into its group, else below the map. */
function lastPlace({ room }: Site, node: DrawnNode): Point {
  const home = room.homes(node.id).find((id) => room.boxes.has(id));
  const rects = home ? [room.rect(home) as Rect] : [...room.boxes.values()].map((box) => rectOf(box));
  const left = Math.min(...rects.map((one) => one.left), Infinity);
  const bottom = Math.max(...rects.map((one) => one.bottom), -Infinity);
  if (rects.length === 0) return { x: node.width / 2, y: node.height / 2 };
  return { x: left + 40 + node.width / 2, y: bottom - (home ? node.height / 2 + 24 : -60 - node.height / 2) };
}

interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

/** The places on the raster around the wanted one, the nearest first. */
function candidates({ direction }: Site, node: DrawnNode, { at, isFree, ahead }: Wanted): Candidate[] {
  const isJoint = node.kind === 'joint';
  const steps = isJoint ? { ...raster, across: 13, along: 8, wide: 30, deep: 8 } : raster;
  const found: Candidate[] = [];
  for (let along = isFree ? -steps.deep : 0; along <= steps.deep; along += 1) {
    for (let across = -steps.wide; across <= steps.wide; across += 1) {
      const by = shift(direction, along * steps.along * ahead, across * steps.across);
      const box = { x: at.x + by.x, y: at.y + by.y, width: node.width, height: node.height };
      found.push({ box, cost: Math.abs(by.x) + Math.abs(by.y) * 1.3 });
    }
  }
  return found.sort((one, other) => one.cost - other.cost);
}

/** What a place costs beside its distance: each link that would have to make a way around it. */
const costOfLinks = (pieces: readonly Rect[], box: Box): number => {
  const rect = rectOf(box, 6);
  return pieces.reduce((sum, piece) => sum + (meetsPiece(rect, piece) ? 70 : 0), 0);
};

const meetsPiece = (one: Rect, other: Rect): boolean =>
  one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top;

/** What a link from a place to the wanted one's neighbour would cross, if it ran up and then across. */
function costOfWay({ direction, pieces }: Site, box: Box, to: Box, inWay: readonly Rect[]): number {
  const corner =
    direction === 'up'
      ? { x: box.x, y: to.y + to.height / 2 + 13 }
      : { x: to.x - to.width / 2 - 13, y: box.y };
  const start =
    direction === 'up' ? { x: box.x, y: box.y - box.height / 2 } : { x: box.x + box.width / 2, y: box.y };
  const end = direction === 'up' ? { x: to.x, y: corner.y } : { x: corner.x, y: to.y };
  const way = piecesOf([start, corner, end]);
  const count = (rects: readonly Rect[]): number =>
    rects.reduce((sum, rect) => sum + (way.some((piece) => meetsPiece(piece, rect)) ? 1 : 0), 0);
  return count(pieces) * 60 + count(inWay) * 90;
}

/** The best place where nothing has to move; null where there is none near. */
function freePlace(site: Site, node: DrawnNode, wanted: Wanted): Box | null {
  const { room, direction, pieces } = site;
  const inWay = room.inWayOf(node.id);
  const gap = node.kind === 'joint' ? gaps.joint : gaps.card;
  const isFree = (rect: Rect): boolean => {
    const wide = grown(rect, gap, direction);
    return !inWay.some((other) => meets(wide, other)) && room.canGrow(node.id, rect);
  };
  let best: Candidate | null = null;
  for (const { box, cost } of candidates(site, node, wanted)) {
    if (best && cost >= best.cost) break;
    if (!isFree(rectOf(box))) continue;
    const way = wanted.next && !wanted.isFree ? costOfWay(site, box, wanted.next, inWay) : 0;
    const sum = cost + costOfLinks(pieces, box) + way;
    if (!best || sum < best.cost) best = { box, cost: sum };
  }
  return best?.box ?? null;
}

const ways: readonly GivesWay[] = ['down', 'right', 'left', 'up'];

const nothing: ReadonlySet<string> = new Set();

/** Puts a box at the place, and makes room in the way, that moves the fewest cards, and of `held` none if it can be. Null where all is fixed. */
export function withRoomMade(
  room: Room,
  id: string,
  places: readonly Box[],
  held: ReadonlySet<string> = nothing,
): Room | null {
  let best: { readonly room: Room; readonly moved: number } | null = null;
  for (const spot of places) {
    for (const way of ways) {
      const tried = room.copy();
      if (!tried.put(id, spot, way)) continue;
      const moved = tried.movedSince(room.boxes, held);
      if (!best || moved < best.moved) best = { room: tried, moved };
      if (moved === 0) return tried;
    }
  }
  return best?.room ?? null;
}

/** How far (px) beside and behind the wanted place a card may go where others have to make room for it. */
const near = { across: [0, 90, -90, 180, -180, 320, -320], along: [0, 40, 100, 180] } as const;

/** Places near the wanted one, and just outside what the group holds now. */
function nearPlaces({ room, direction }: Site, node: DrawnNode, { at, ahead }: Wanted): Box[] {
  const { width, height } = node;
  const places = near.along.flatMap((along) =>
    near.across.map((across) => {
      const by = shift(direction, along * ahead, across);
      return { x: at.x + by.x, y: at.y + by.y, width, height };
    }),
  );
  const home = room.homes(node.id)[0];
  const rect = home === undefined ? null : room.rect(home);
  if (!rect) return places;
  const x = Math.max(rect.left + 18 + width / 2, Math.min(rect.right - 18 - width / 2, at.x));
  const y = Math.max(rect.top + 40 + height / 2, Math.min(rect.bottom - 20 - height / 2, at.y));
  return [
    ...places,
    { x, y: rect.bottom + 8 + height / 2, width, height },
    { x: rect.right + 8 + width / 2, y, width, height },
    { x: rect.left - 8 - width / 2, y, width, height },
  ];
}

/** More than this share of the map is not moved to make room for a card, if it can be helped. */
const mostMoved = 0.06;

/** True where a good part of the map had to make room, or one of `held`. */
export const isCrowding = (before: Room, after: Room, held: ReadonlySet<string>): boolean =>
  after.movedSince(before.boxes, held) > Math.max(1, before.boxes.size * mostMoved);

/**
 * Places a new node; answers the room with it. `crowded` where a good part of the map would have to move; null where
 * nothing that could give way may.
 */
export function withPlace(site: Site, node: DrawnNode): Room | 'crowded' | null {
  const { room, elements } = site;
  const wanted = wantedPlace(site, node);
  const free = freePlace(site, node, wanted);
  if (free) {
    const placed = room.copy();
    return placed.put(node.id, free, 'down') ? placed : null;
  }
  const held = new Set(
    elements.links.flatMap(({ from, to }) => (from === node.id ? [to] : to === node.id ? [from] : [])),
  );
  const made = withRoomMade(room, node.id, nearPlaces(site, node, wanted), held);
  const isInGroup = node.kind === 'card' && node.group !== null;
  return made && isInGroup && isCrowding(room, made, held) ? 'crowded' : made;
}

/** New nodes in the order in which they are placed: always next to what has a place, joints before cards. */
export function nextToPlace(
  elements: Elements,
  fresh: ReadonlyMap<string, DrawnNode>,
): DrawnNode | undefined {
  const linked = new Set<string>();
  for (const { from, to } of elements.links) {
    if (!fresh.has(to)) linked.add(from);
    if (!fresh.has(from)) linked.add(to);
  }
  const ready = [...fresh.values()].filter(({ id }) => linked.has(id));
  return ready.find(({ kind }) => kind === 'joint') ?? ready[0] ?? [...fresh.values()][0];
}
