/** The strip of what the class marked, row by row: how many people marked the stretch that a row stands for. Pure. */
import type { Stretch } from '../model/gather.ts';
import { along, type Ladder } from './ladder.ts';

/** Height of a row in px. */
export const rowHeight = 3;

/** A row that somebody marked. */
export interface HeatRow {
  /** Distance from the top of the strip, in px. */
  readonly y: number;
  /** The most people that marked any of it. */
  readonly count: number;
}

/** The rows of a strip of `height` px that anyone marked; `stretches` in the order of the text. */
export function heatRows(
  stretches: readonly Stretch[],
  { offsets, heights }: Pick<Ladder, 'offsets' | 'heights'>,
  height: number,
): readonly HeatRow[] {
  const rows: HeatRow[] = [];
  let next = 0;
  for (let y = 0; y < height; y += rowHeight) {
    const from = along(y / height, heights, offsets);
    const to = along((y + rowHeight) / height, heights, offsets);
    while (next < stretches.length && (stretches[next] as Stretch).end <= from) next += 1;
    let count = 0;
    for (let at = next; at < stretches.length && (stretches[at] as Stretch).start < to; at += 1)
      count = Math.max(count, (stretches[at] as Stretch).count);
    if (count > 0) rows.push({ y, count });
  }
  return rows;
}

/** How far down an offset stands in a strip of `height` px. */
export const heatTop = (offset: number, { offsets, heights }: Ladder, height: number): number =>
  along(offset, offsets, heights) * height;

/** Index of the stretch that stands nearest to `y` px; -1 where there is none. */
export function nearestStop(stops: readonly Stretch[], y: number, ladder: Ladder, height: number): number {
  const distance = (one: Stretch): number => Math.abs(heatTop(one.start, ladder, height) - y);
  let best = -1;
  stops.forEach((one, at) => {
    if (best < 0 || distance(one) < distance(stops[best] as Stretch)) best = at;
  });
  return best;
}
