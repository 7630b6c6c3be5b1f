/** Where margin cards stand: each beside its passage, none over another. Pure; all in px. */

export interface Box {
  /** Where the card would like to stand. */
  readonly wish: number;
  readonly height: number;
  /** Space below it, where it is another than between all. */
  readonly gap?: number;
}

/**
 * The top of each box, in order. Boxes are pushed down past the one before; the box at `fixed`
 * stands exactly where it wishes and those above it are pushed up instead (never above 0).
 */
export function stack(boxes: readonly Box[], gap: number, fixed = -1): number[] {
  const tops: number[] = [];
  let floor = 0;
  for (const box of boxes) {
    const top = Math.max(box.wish, floor);
    tops.push(top);
    floor = top + box.height + (box.gap ?? gap);
  }
  const chosen = boxes[fixed];
  if (!chosen) return tops;
  tops[fixed] = Math.max(0, chosen.wish);
  for (let at = fixed - 1; at >= 0; at -= 1) {
    const box = boxes[at] as Box;
    const room = (tops[at + 1] as number) - (box.gap ?? gap) - box.height;
    tops[at] = Math.min(tops[at] as number, room);
  }
  // Where the window's top leaves no room above, everything moves down together.
  const lack = -Math.min(0, ...tops.slice(0, fixed + 1));
  for (let at = 0; at <= fixed; at += 1) tops[at] = (tops[at] ?? 0) + lack;
  floor = tops[fixed] + chosen.height + (chosen.gap ?? gap);
  for (let at = fixed + 1; at < boxes.length; at += 1) {
    const box = boxes[at] as Box;
    tops[at] = Math.max(box.wish, floor);
    floor = (tops[at] as number) + box.height + (box.gap ?? gap);
  }
  return tops;
}
