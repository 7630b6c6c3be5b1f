/** Boxes as edges, for whatever asks what lies on what. Pure. */
import type { Box, Point } from './layout.ts';

/** A box by its edges, in map px. */
export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box by its edges, `by` px larger on each side. */
export const rectOf = ({ x, y, width, height }: Box, by = 0): Rect => ({
  left: x - width / 2 - by,
  right: x + width / 2 + by,
  top: y - height / 2 - by,
  bottom: y + height / 2 + by,
});

/** The box between edges. */
export const boxOf = ({ left, right, top, bottom }: Rect): Box => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
  width: right - left,
  height: bottom - top,
});

/** True where the two share more than an edge. */
export const meets = (one: Rect, other: Rect): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** True where `one` holds all of `other`. */
export const holds = (one: Rect, other: Rect): boolean =>
  one.left <= other.left && one.right >= other.right && one.top <= other.top && one.bottom >= other.bottom;

/** The smallest that holds both. */
export const around = (one: Rect, other: Rect): Rect => ({
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
});

/** What a straight piece between two points covers. */
export const pieceOf = (one: Point, other: Point): Rect => ({
  left: Math.min(one.x, other.x),
  right: Math.max(one.x, other.x),
  top: Math.min(one.y, other.y),
  bottom: Math.max(one.y, other.y),
});

/** The straight pieces of a route. */
export const piecesOf = (route: readonly Point[]): Rect[] =>
  route.slice(1).map((point, at) => pieceOf(route[at] as Point, point));
