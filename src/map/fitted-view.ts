/** Views that are worked out from the layout alone, before anything is drawn. Pure. */
import type { Box, Direction, MapLayout, Point } from './layout.ts';

/** Room (px) between what is shown and the rim of the pane. */
export const margin = 24;
/** Where the whole map would be smaller than `fit`, the first view is at `read` instead. */
const firstZoom = { fit: 0.3, read: 0.62 };

/** How the map stands on the screen. */
export interface Stand {
  readonly zoom: number;
  /** Where the map's origin is, in px of the screen. */
  readonly pan: Point;
}

/** The pane's size in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a map opens. */
export interface Opening {
  /** What the view turns to in a large map; null: nothing in particular. */
  readonly id: string | null;
  readonly direction: Direction;
  /** Where one was when one left; null where that is not known. */
  readonly place: MapPlace | null;
}

/** Before a room: words are at least and at most this large, as multiples of life. */
const roomZoom = { least: 0.8, most: 2 };

const lookAt = (zoom: number, point: Point, at: Point): Stand => ({
  zoom,
  pan: { x: at.x - point.x * zoom, y: at.y - point.y * zoom },
});

/**
 * Shows all of `ids`, or the whole map for null; never larger than `largest`, by default life. Null where there is
 * nothing to be shown.
 */
export function fittedView(
  layout: MapLayout,
  ids: ReadonlySet<string> | null,
  size: Size,
  largest = 1,
): Stand | null {
  const all: readonly (readonly [string, Box])[] = [...layout.nodes, ...layout.groups];
  const boxes = all.flatMap(([id, box]) => (!ids || ids.has(id) ? [box] : []));
  if (boxes.length === 0 || size.width === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
  const [wide, high] = [size.width - margin * 2, size.height - margin * 2];
  const zoom = Math.max(0.04, Math.min(largest, wide / (right - left), high / (bottom - top)));
  const middle = { x: size.width / 2, y: size.height / 2 };
  return lookAt(zoom, { x: (left + right) / 2, y: (top + bottom) / 2 }, middle);
}

/**
 * The first view: all of the map where its words can be made out, else `id` (the conclusion, or what is
 * focused) large enough to be read, with its premises before the eye.
 */
export function firstView(
  layout: MapLayout,
  id: string | null,
  direction: Direction,
  size: Size,
): Stand | null {
  const whole = fittedView(layout, null, size);
  const box = id === null ? undefined : layout.nodes.get(id);
  if (!whole || !box || whole.zoom >= firstZoom.fit) return whole;
  const [x, y] = direction === 'up' ? [0.5, 0.14] : [0.78, 0.5];
  return lookAt(firstZoom.read, box, { x: size.width * x, y: size.height * y });
}

/** Where one was on a map, told by what stood nearest to the middle: it holds even where the map has grown since. */
export interface MapPlace {
  readonly zoom: number;
  /** Id of a claim or group. */
  readonly at: string;
  /** From its centre to the middle of the pane, in map px. */
  readonly x: number;
  readonly y: number;
}

/** The place of a view whose middle is `middle`; null where nothing is drawn. */
export function placeOfView(layout: MapLayout, middle: Point, zoom: number): MapPlace | null {
  let [at, least]: [string | null, number] = [null, Infinity];
  for (const [id, box] of layout.nodes) {
    const distance = Math.hypot(box.x - middle.x, box.y - middle.y);
    if (distance < least) [at, least] = [id, distance];
  }
  const box = at === null ? undefined : layout.nodes.get(at);
  return at !== null && box ? { zoom, at, x: middle.x - box.x, y: middle.y - box.y } : null;
}

/** The first view of a map that opens: where one was, if what stood there is still drawn; else see `firstView`. */
export function openingView(layout: MapLayout, open: Opening, size: Size): Stand | null {
  const box = open.place && layout.nodes.get(open.place.at);
  if (!open.place || !box || size.width === 0) return firstView(layout, open.id, open.direction, size);
  const point = { x: box.x + open.place.x, y: box.y + open.place.y };
  return lookAt(open.place.zoom, point, { x: size.width / 2, y: size.height / 2 });
}

/**
 * A claim among its neighbours before a room: all of them where their words can be read from afar, else the claim
 * itself in the middle, with what lies around it.
 */
export function nearView(layout: MapLayout, id: string, near: ReadonlySet<string>, size: Size): Stand | null {
  const all = fittedView(layout, near, size, roomZoom.most);
  const box = layout.nodes.get(id);
  if (!all || !box || all.zoom >= roomZoom.least) return all;
  return lookAt(1, box, { x: size.width / 2, y: size.height / 2 });
}
