/** The overview of the map: how large it is drawn, where a view lies on it, and what is said of that. Pure, but for the brush. */
import type { Placed } from './drawer.ts';
import type { View } from './ink.ts';
import type { Box, MapLayout, Point } from './layout.ts';
import { washColour, type Palette } from './palette.ts';

/** Room (px) around the drawn map. */
const rim = 6;
/** No card is drawn smaller than this, in px: it would not be seen. */
const least = 1.6;

/** A map as it is drawn small. */
export interface Overview {
  readonly width: number;
  readonly height: number;
  /** Px of the overview for each px of the map. */
  readonly scale: number;
  /** Where the map's origin is on it. */
  readonly origin: Point;
}

/** The overview of a map in at most `most` px; a map that is much wider than high keeps a height that can be hit. */
export function overviewOf(
  { left, top, width, height }: MapLayout,
  most: { readonly width: number; readonly height: number },
): Overview {
  const room = { width: most.width - rim * 2, height: most.height - rim * 2 };
  const scale = Math.min(room.width / Math.max(1, width), room.height / Math.max(1, height));
  const size = {
    width: Math.max(24, width * scale) + rim * 2,
    height: Math.max(24, height * scale) + rim * 2,
  };
  const origin = {
    x: (size.width - width * scale) / 2 - left * scale,
    y: (size.height - height * scale) / 2 - top * scale,
  };
  return { ...size, scale, origin };
}

/** A rectangle by its upper left corner. */
export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a view lies on the overview, as far as it is on it. */
export function frameOf({ scale, origin, width, height }: Overview, view: View): Frame {
  const left = Math.max(0, Math.min(width, origin.x + view.x * scale));
  const top = Math.max(0, Math.min(height, origin.y + view.y * scale));
  const right = Math.max(left, Math.min(width, origin.x + (view.x + view.width) * scale));
  const bottom = Math.max(top, Math.min(height, origin.y + (view.y + view.height) * scale));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The point of the map that lies at a point of the overview. */
export const pointAt = ({ scale, origin }: Overview, { x, y }: Point): Point => ({
  x: (x - origin.x) / scale,
  y: (y - origin.y) / scale,
});

const isInside = (box: Box, { x, y, width, height }: View): boolean =>
  box.x - box.width / 2 >= x &&
  box.x + box.width / 2 <= x + width &&
  box.y - box.height / 2 >= y &&
  box.y + box.height / 2 <= y + height;

/** True where nothing of the map is out of sight, or nothing can be seen at all. Asked for each frame: it stops at the first that is. */
export function showsAll({ nodes, groups }: MapLayout, view: View): boolean {
  if (view.width === 0) return true;
  for (const box of nodes.values()) if (!isInside(box, view)) return false;
  for (const box of groups.values()) if (!isInside(box, view)) return false;
  return true;
}

/** What of the map shows, in words: `12 % of the map shows, at its upper left`. */
export function shareWords({ left, top, width, height }: MapLayout, seen: View): string {
  const view = { ...seen, x: seen.x - left, y: seen.y - top };
  const part = (start: number, size: number, all: number): number =>
    Math.max(0, Math.min(all, start + size) - Math.max(0, start)) / Math.max(1, all);
  const share = part(view.x, view.width, width) * part(view.y, view.height, height);
  const third = (middle: number, names: readonly [string, string, string]): string =>
    middle < 1 / 3 ? names[0] : middle > 2 / 3 ? names[2] : names[1];
  const down = third((view.y + view.height / 2) / Math.max(1, height), ['upper', '', 'lower']);
  const across = third((view.x + view.width / 2) / Math.max(1, width), ['left', '', 'right']);
  const where = [down, across].filter(Boolean).join(' ');
  return `${Math.max(1, Math.round(share * 100))} % of the map shows, at its ${where || 'middle'}`;
}

/** Paints the map without words: groups as washes, cards as patches of their role. The context counts in px. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  { scale, origin }: Overview,
  { elements, layout }: Placed,
  palette: Palette,
): void {
  const fill = (box: Box, colour: string): void => {
    const [width, height] = [Math.max(least, box.width * scale), Math.max(least, box.height * scale)];
    context.fillStyle = colour;
    context.fillRect(
      origin.x + box.x * scale - width / 2,
      origin.y + box.y * scale - height / 2,
      width,
      height,
    );
  };
  for (const { id, depth } of elements.groups) {
    const box = layout.groups.get(id);
    if (box) fill(box, washColour(palette, depth + 1));
  }
  for (const node of elements.nodes) {
    const box = layout.nodes.get(node.id);
    if (box && node.kind !== 'joint')
      fill(box, palette.roles[node.kind === 'card' ? node.role : node.headRole]);
  }
}
