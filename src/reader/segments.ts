/** Cuts overlapping passages into flat segments, so that each run of text is one element. Pure. */
import type { Passage } from '../desk/passages.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of text under the same passages. Offsets in code points. */
export interface Segment extends Span {
  /** Passages that cover it, shortest last: the one a click means first. */
  readonly passages: readonly Passage[];
}

const everything: Span = { start: -Infinity, end: Infinity };

/** The segments of `passages`, in order, without overlap; what no passage covers, or lies outside of `within`, is in none. */
export function cut(passages: readonly Passage[], within: Span = everything): Segment[] {
  const edges = new Set<number>();
  for (const { start, end } of passages) {
    if (end <= within.start || start >= within.end) continue;
    edges.add(Math.max(start, within.start)).add(Math.min(end, within.end));
  }
  const cuts = [...edges].sort((one, other) => one - other);
  const segments: Segment[] = [];
  let open: Passage[] = [];
  let next = 0;
  const byStart = [...passages].sort((one, other) => one.start - other.start);
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] as number;
    const end = cuts[at + 1] as number;
    open = open.filter((passage) => passage.end > start);
    for (; next < byStart.length && (byStart[next] as Passage).start <= start; next += 1) {
      open.push(byStart[next] as Passage);
    }
    if (open.length === 0) continue;
    const shortestLast = [...open].sort((one, other) => other.end - other.start - (one.end - one.start));
    segments.push({ start, end, passages: shortestLast });
  }
  return segments;
}
