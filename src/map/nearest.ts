/** Moves between claims by arrow key: which one lies next in a direction. */
import type { Box } from './layout.ts';

export type Way = 'up' | 'down' | 'left' | 'right';

/** How much a step aside counts against a step ahead: above 1 keeps the walk in its row or column. */
const asideWeight = 2.2;

/** The box that lies next to `from` in a direction; null at the edge of the map. */
export function nearest(from: Box, way: Way, boxes: Iterable<readonly [string, Box]>): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const [id, box] of boxes) {
    const [dx, dy] = [box.x - from.x, box.y - from.y];
    const isLevel = way === 'left' || way === 'right';
    const ahead = (isLevel ? dx : dy) * (way === 'right' || way === 'down' ? 1 : -1);
    if (ahead <= 1) continue;
    // What overlaps across the way counts as straight ahead.
    const reach = isLevel ? (from.height + box.height) / 2 : (from.width + box.width) / 2;
    const aside = Math.max(0, Math.abs(isLevel ? dy : dx) - reach / 2);
    const cost = ahead + aside * asideWeight;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

/** Where one starts: the topmost claim, the leftmost of these. */
export function firstOf(boxes: Iterable<readonly [string, Box]>): string | null {
  let best: readonly [string, Box] | null = null;
  for (const entry of boxes) {
    const [, box] = entry;
    if (!best || box.y < best[1].y - 1 || (box.y < best[1].y + 1 && box.x < best[1].x)) best = entry;
  }
  return best?.[0] ?? null;
}
