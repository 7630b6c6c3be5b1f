/** Which lines of a plain text are furniture: running heads, folios. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { Line, Lines } from './lines.ts';

const folio = /^[-–—[( ]*(?:page |p\. ?)?(\d{1,4}|[ivxlc]{1,7})(?: of \d+)?[-–—\]) ]*$/iu;
const named =
  /^(?:chapter|part|section|act|scene|canto|book|letter|article|§|volume|sonnet|table|figure)\b/iu;

/** The label of a page that a line of furniture holds; null where it has none. */
export function folioIn({ text, apart }: Line): string | null {
  return (
    folio.exec(text)?.[1] ??
    apart ??
    /^(\d{1,4}) +\p{Lu}/u.exec(text)?.[1] ??
    / (\d{1,4})$/u.exec(text)?.[1] ??
    null
  );
}

const keyOf = (text: string): string => text.toLowerCase().replace(/\d+|\b[ivxlc]{1,7}\b/gu, '#');

/** Lone numbers that go up by one, or by two or three where one is not there: three at least, each below the other. */
function folios(lines: readonly Line[], alone: readonly number[]): Set<number> {
  const best = new Map<number, number[]>();
  for (const at of alone) {
    const value = Number(folio.exec((lines[at] as Line).text)?.[1]);
    if (!Number.isInteger(value)) continue;
    const before = [1, 2, 3]
      .map((step) => best.get(value - step) ?? [])
      .sort((a, b) => b.length - a.length)[0] as number[];
    if (before.length + 1 > (best.get(value)?.length ?? 0)) best.set(value, [...before.slice(-4000), at]);
  }
  const chain = [...best.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  return new Set(chain.length >= 3 ? chain : []);
}

const isFinished = (line: Line | undefined): boolean => !line || /[.!?:]["”’)]?\d{0,4}$/u.test(line.text);

/** A line with a number set apart, which stands apart itself and breaks into a sentence. */
const breaksIn = (line: Line, before: Line | undefined): boolean =>
  line.apart !== null && line.gap > 0 && !isFinished(before) && line.text.length > 12;

function repeated(lines: readonly Line[], width: number, isEdge: (at: number) => boolean): Set<number> {
  const places = new Map<string, number[]>();
  lines.forEach(({ text }, at) => {
    beat();
    if (text.length > width * 1.3 || text.length < 3 || named.test(text) || /[.,;]$/u.test(text)) return;
    const key = keyOf(text);
    if (!/\p{L}/u.test(key.replaceAll('#', ''))) return;
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  const found = new Set<number>();
  for (const [key, all] of places) {
    if (all.length < 3) continue;
    const edges = all.filter(isEdge).length;
    const isNumbered =
      key.includes('#') && all.filter((at) => folioIn(lines[at] as Line) !== null).length > all.length * 0.8;
    if (edges > all.length * 0.6 || (isNumbered && rises(lines, all))) for (const at of all) found.add(at);
  }
  return found;
}

/** Whether the numbers of lines go up by one or two all the time: pages do. */
function rises(lines: readonly Line[], all: readonly number[]): boolean {
  const values = all.map((at) => Number(folioIn(lines[at] as Line)));
  const steps = values
    .slice(1)
    .filter((value, at) => value - (values[at] as number) >= 1 && value - (values[at] as number) <= 2);
  const isApart = all.slice(1).every((at, index) => at - (all[index] as number) > 8);
  return isApart && steps.length >= (values.length - 1) * 0.8;
}

/** The indices of lines that are furniture. */
export function furniture({ lines, width }: Lines): ReadonlySet<number> {
  const hasFeeds = lines.filter(({ isFed }) => isFed).length > 1;
  const alone = lines.flatMap(({ text }, at) => (folio.test(text) && /\d/u.test(text) ? [at] : []));
  const isByFeed = (at: number): boolean =>
    hasFeeds &&
    [at, at - 1, at + 1, at + 2].some((one) => one >= 0 && (one === lines.length || lines[one]?.isFed));
  const found = hasFeeds
    ? new Set(lines.flatMap(({ text }, at) => (folio.test(text) && isByFeed(at) ? [at] : [])))
    : folios(lines, alone);
  const isEdge = (at: number): boolean => isByFeed(at) || [at - 1, at + 1].some((one) => found.has(one));
  const heads = repeated(lines, width, isEdge);
  for (const at of heads) found.add(at);
  if (found.size === 0)
    lines.forEach((line, at) => {
      if (breaksIn(line, lines[at - 1])) found.add(at);
    });
  return found;
}
