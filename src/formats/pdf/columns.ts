/** Columns of a page: strips of lines in reading order. What crosses the gutter parts a page in bands, read top to bottom. */
import { chunksOf, linesOf, type Chunk, type Line } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** Lines of one column, top to bottom. */
export interface Strip {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly lines: readonly Line[];
  /** Nothing stands below it in its column. */
  readonly isLowest: boolean;
}

const leastLines = 4;

/** How far labels of notes and items may hang out of their column, in points. */
const mostHanging = 24;

/** Left edges that several chunks share, the most common first; with each the place where its labels hang out. */
function edges(chunks: readonly Chunk[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { x } of chunks) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  const near = (x: number): number => (counts.get(x) ?? 0) + (counts.get(x + 1) ?? 0);
  const shared = [...counts.keys()]
    .filter((x) => near(x) >= leastLines)
    .sort((a, b) => near(b) - near(a))
    .slice(0, 6);
  const hanging = shared.map((edge) =>
    Math.min(...[...counts.keys()].filter((x) => x > edge - mostHanging && x <= edge)),
  );
  return [...new Set([...shared, ...hanging])];
}

const isCrossing = ({ x, right }: Chunk, edge: number): boolean => x < edge - 2 && right > edge - 2;

/** Whether a small chunk is raised or lowered at another. */
const isBeside = (small: Chunk, base: Chunk): boolean =>
  small.size < base.size * 0.88 &&
  Math.abs(small.y - base.y) < base.size * 0.85 &&
  small.x < base.right + 0.6 * base.size &&
  small.right > base.x - 0.6 * base.size;

/** Chunks whose rows cross an edge, with what is raised in them. */
function crossing(chunks: readonly Chunk[], edge: number): ReadonlySet<Chunk> {
  const across = chunks.filter((one) => isCrossing(one, edge));
  if (across.length === 0) return new Set();
  const row = chunks.filter((one) => across.some(({ y }) => Math.abs(y - one.y) < 1));
  const own = new Set(row);
  return new Set(chunks.filter((one) => own.has(one) || row.some((base) => isBeside(one, base))));
}

/** Parts chunks at those that cross an edge: each band between two of them, and the crossing ones between. */
function bandsAt(chunks: readonly Chunk[], edge: number): Chunk[][] {
  const bands: Chunk[][] = [[]];
  const across = crossing(chunks, edge);
  let wasCrossing = false;
  for (const one of chunks) {
    const crosses = across.has(one);
    if (crosses !== wasCrossing) bands.push([]);
    (bands.at(-1) as Chunk[]).push(one);
    wasCrossing = crosses;
  }
  return bands.filter((band) => band.length > 0);
}

const letters = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0);

/** Whether a band stands in two columns at the edge: both of some lines, some width, side by side. */
function isParted(band: readonly Chunk[], edge: number, width: number): boolean {
  if (band.some((one) => isCrossing(one, edge))) return false;
  const left = band.filter(({ x }) => x < edge - 2);
  const right = band.filter(({ x }) => x >= edge - 2);
  if (left.length < leastLines || right.length < leastLines) return false;
  const span = (side: readonly Chunk[]): number =>
    Math.max(...side.map((one) => one.right)) - Math.min(...side.map(({ x }) => x));
  if (span(left) < 0.16 * width || span(right) < 0.16 * width) return false;
  const [first, last] = [left, right].map((side) => [
    Math.min(...side.map(({ y }) => y)),
    Math.max(...side.map(({ y }) => y)),
  ]) as [[number, number], [number, number]];
  const shared = Math.min(first[1], last[1]) - Math.max(first[0], last[0]);
  if (shared < 0.3 * Math.min(first[1] - first[0], last[1] - last[0])) return false;
  return letters(left) / left.length > 14 && letters(right) / right.length > 14;
}

/** The edge at which most text stands in two columns; null where none does. */
function gutter(chunks: readonly Chunk[], width: number): number | null {
  let [best, most] = [null as number | null, 0];
  for (const edge of edges(chunks)) {
    const parted = bandsAt(chunks, edge).filter((band) => isParted(band, edge, width));
    const count = letters(parted.flat());
    const crossing = letters(chunks.filter((one) => isCrossing(one, edge)));
    if (count > most && count > crossing * 0.25) [best, most] = [edge, count];
  }
  return best;
}

/** Groups of chunks that are read one after the other. */
function ordered(chunks: readonly Chunk[], width: number, depth: number): Chunk[][] {
  const edge = depth > 3 ? null : gutter(chunks, width);
  if (edge === null) return chunks.length > 0 ? [[...chunks]] : [];
  const groups: Chunk[][] = [];
  for (const band of bandsAt(chunks, edge)) {
    const left = band.filter(({ x }) => x < edge - 2);
    const right = band.filter(({ x }) => x >= edge - 2);
    const isWide = band.some((one) => isCrossing(one, edge));
    if (isWide) groups.push(band);
    else groups.push(...ordered(left, width, depth + 1), ...ordered(right, width, depth + 1));
  }
  return groups;
}

/** The strips of a page in reading order; `isAside` leaves lines out (running heads and the like). */
export function stripsOf(page: PdfPage, aside: (chunk: Chunk) => boolean): readonly Strip[] {
  const chunks = chunksOf(page).filter((one) => !aside(one));
  const groups = ordered(chunks, page.width, 0);
  const strips = groups.map((group) => ({
    page: page.index,
    x: Math.min(...group.map(({ x }) => x)),
    right: Math.max(...group.map(({ right }) => right)),
    lines: linesOf(group, page),
  }));
  const bottoms = strips.map(({ lines }) => Math.max(...lines.map(({ y }) => y)));
  return strips.map((strip, at) => ({
    ...strip,
    isLowest: !strips.some(
      (other, there) =>
        there !== at &&
        (bottoms[there] as number) > (bottoms[at] as number) &&
        Math.min(other.right, strip.right) - Math.max(other.x, strip.x) > 0.2 * (strip.right - strip.x),
    ),
  }));
}
