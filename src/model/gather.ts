/** Ranges that overlap, gathered; and how many cover each stretch. One sweep each. Pure. */

/** A range in code points, `end` exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges that have something in common. */
export interface Gathering<T extends Range> {
  /** What those that founded it have in common; no other gathering has any of it. */
  readonly start: number;
  readonly end: number;
  /** All ranges that overlap `start`–`end`, in the order of the text. A long one is in several gatherings. */
  readonly members: readonly T[];
}

const inOrder = (one: Range, other: Range): number => one.start - other.start || other.end - one.end;

/** The stretches, as few as can be, so that each range holds at least one: each ends where the first one does that holds none yet. */
function cores(ranges: readonly Range[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((one, other) => one.end - other.end)) {
    const last = found.at(-1);
    if (!last || start >= last.end) found.push({ start, end });
    else last.start = Math.max(last.start, start);
  }
  return found;
}

/**
 * Gathers ranges that overlap. Every range is in at least one gathering; gatherings do not touch each other's
 * stretch, follow the text, and are as few as can be so that all founders of each share all of its stretch. Empty
 * ranges are in none.
 */
export function gather<T extends Range>(ranges: readonly T[]): readonly Gathering<T>[] {
  const all = ranges.filter(({ start, end }) => start < end).sort(inOrder);
  const found = cores(all).map((core) => ({ ...core, members: [] as T[] }));
  let first = 0;
  for (const one of all) {
    while (first < found.length && (found[first]?.end ?? 0) <= one.start) first += 1;
    for (let at = first; at < found.length; at += 1) {
      const gathering = found[at];
      if (!gathering || gathering.start >= one.end) break;
      gathering.members.push(one);
    }
  }
  return found;
}

/** A stretch of the text that so many cover. */
export interface Stretch extends Range {
  readonly count: number;
}

/**
 * How many different ones, told apart by `key`, cover each stretch of the text; stretches that nobody covers are
 * left out, and those that follow each other differ in their count or do not touch.
 */
export function crowds<T extends Range>(ranges: readonly T[], key: (range: T) => string): readonly Stretch[] {
  const edges = ranges.flatMap((one) =>
    one.start < one.end
      ? [
          { at: one.start, by: 1, key: key(one) },
          { at: one.end, by: -1, key: key(one) },
        ]
      : [],
  );
  edges.sort((one, other) => one.at - other.at);
  const open = new Map<string, number>();
  const found: { start: number; end: number; count: number }[] = [];
  edges.forEach((edge, index) => {
    const depth = (open.get(edge.key) ?? 0) + edge.by;
    if (depth === 0) open.delete(edge.key);
    else open.set(edge.key, depth);
    const end = edges[index + 1]?.at ?? edge.at;
    if (end === edge.at || open.size === 0) return;
    const last = found.at(-1);
    if (last?.end === edge.at && last.count === open.size) last.end = end;
    else found.push({ start: edge.at, end, count: open.size });
  });
  return found;
}
