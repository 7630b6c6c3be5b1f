/** Which lines of an old text stand in another order in the new one: what has merely been pushed along has not moved. Pure. */
import { lastAtMost } from '../model/paper-text.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { Carrier } from './carrier.ts';

/** A line of the old text, and where the new one has it; offsets in code points. */
interface Line {
  readonly start: number;
  readonly to: number | null;
}

function linesOf(text: PlainText, carrier: Carrier): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.text.split('\n')) {
    const length = Array.from(line).length;
    lines.push({ start, to: length > 0 ? (carrier.carry(start, start + length)?.start ?? null) : null });
    start += length + 1;
  }
  return lines;
}

/** The most lines that follow each other in both texts, by index: a longest rising sequence. */
function inOrder(lines: readonly Line[]): ReadonlySet<number> {
  /** Of each length the sequence that ends lowest, by the index of its last line. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  const placeOf = (at: number): number => lines[at]?.to ?? 0;
  lines.forEach(({ to }, at) => {
    if (to === null) return;
    const longer = lastAtMost(ends, to - 1, placeOf) + 1;
    before.set(at, ends[longer - 1]);
    ends[longer] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return kept;
}

/** Tells of an offset of the old text (code points) whether its line has changed places with others. */
export function movedLines(old: PlainText, carrier: Carrier): (offset: number) => boolean {
  const lines = linesOf(old, carrier);
  const kept = inOrder(lines);
  return (offset) => {
    const at = lastAtMost(lines, offset, ({ start }) => start);
    return lines[at]?.to !== null && !kept.has(at);
  };
}
