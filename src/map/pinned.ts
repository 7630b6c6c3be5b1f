/** Cards that somebody has put in their place by hand: where they are, and which of them left the box of their group. */
import type { Argument } from '../model/argument.ts';
import type { Pins } from './adapt.ts';
import type { Drawing } from './elements.ts';
import { boxAround } from './fold.ts';
import type { Box, MapLayout, Point } from './layout.ts';
import { meets, rectOf } from './rects.ts';

/** Where pinned claims stand (centres of their cards, map px), by claim. */
export const pinnedAt = (argument: Argument): Pins =>
  new Map([...argument.pins].map(([claim, { x, y }]) => [claim, { x, y }]));

/** So near (px) to its group's box a pinned card is still in it: the box grows. */
const reach = 60;

/** Pinned claims that stand too far from the box of their group to be in it. */
export function pinnedStrays(
  argument: Argument,
  { boxes }: Drawing,
  pins: Pins,
  layout: MapLayout,
): readonly string[] {
  return [...pins].flatMap(([claim, point]) => {
    const home = boxAround(argument, boxes, argument.claims.get(claim)?.group ?? null);
    const box = home === null ? undefined : layout.groups.get(home);
    return box && !meets(rectOf(box, reach), rectOf({ ...point, width: 1, height: 1 })) ? [claim] : [];
  });
}

/** The layout shifted so that what is pinned lies, on the whole, where it is pinned: then the rest has least to give way. */
export function towardsPins(layout: MapLayout, pins: Pins): MapLayout {
  const gaps = [...pins].flatMap(([id, { x, y }]) => {
    const box = layout.nodes.get(id);
    return box ? [{ x: x - box.x, y: y - box.y }] : [];
  });
  if (gaps.length === 0) return layout;
  const by = {
    x: gaps.reduce((sum, { x }) => sum + x, 0) / gaps.length,
    y: gaps.reduce((sum, { y }) => sum + y, 0) / gaps.length,
  };
  const moved = <T extends Point>(point: T): T => ({ ...point, x: point.x + by.x, y: point.y + by.y });
  const boxes = (of: ReadonlyMap<string, Box>): Map<string, Box> =>
    new Map([...of].map(([id, box]) => [id, moved(box)]));
  return {
    ...layout,
    nodes: boxes(layout.nodes),
    groups: boxes(layout.groups),
    links: new Map([...layout.links].map(([id, route]) => [id, route.map(moved)])),
    left: layout.left + by.x,
    top: layout.top + by.y,
  };
}
