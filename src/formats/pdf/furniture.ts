/** Running heads, feet and folios: lines at the edge of pages that come again and again, their digits apart. */
import { labelOf } from './labels.ts';
import { chunksOf, sizeOf, type Chunk } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** What stands aside on a page, and the number printed there. */
export interface Aside {
  readonly chunks: ReadonlySet<string>;
  readonly words: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** As printed; null where none is. */
  readonly folio: string | null;
}

/** A chunk's place: the same chunk made anew has the same. */
export const placeOf = ({ x, y }: Chunk): string => `${x} ${y}`;

interface Edge {
  readonly chunk: Chunk;
  readonly text: string;
  readonly key: string;
  readonly page: number;
  /** Parted from the text by more than the usual space. */
  readonly isApart: boolean;
}

const textOf = ({ runs }: Chunk): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

const romanNumber = /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu;
/** A number alone, perhaps with dashes, brackets or a word for page around it. */
const lone =
  /^(?:[-–—[(|·]\s*|(?:page|seite|p\.|s\.|pág\.|página)\s*)?(\d{1,4}|[ivxlcdm]{1,8})(?:\s*[-–—\])|·.]|\s*(?:\/|of|von|sur|de)\s*\d+)?$/iu;

/** The value of a printed page number; null for what is none. Roman ones are negative numbers from -10,000 up. */
export function folioValue(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  if (!romanNumber.test(text)) return null;
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const each = [...text.toLowerCase()].map((sign) => values[sign] ?? 0);
  const sum = each.reduce((all, value, at) => all + (value < (each[at + 1] ?? 0) ? -value : value), 0);
  return sum - 10_000;
}

/** Rows from the edge inwards up to the first wide gap; `apart` where there is one among the first few. */
function outer(
  rows: readonly number[],
  size: number,
): { readonly rows: ReadonlySet<number>; readonly isApart: boolean } {
  for (let at = 1; at <= Math.min(3, rows.length - 1); at += 1)
    if (Math.abs((rows[at] as number) - (rows[at - 1] as number)) > 1.6 * size)
      return { rows: new Set(rows.slice(0, at)), isApart: true };
  return { rows: new Set(rows.slice(0, 2)), isApart: rows.length === 1 };
}

/** A label stands raised before it, or it is that label: the last note of a page is no running foot. */
function isNoteLine(chunk: Chunk, chunks: readonly Chunk[]): boolean {
  const isLabelOf = (small: Chunk, base: Chunk): boolean =>
    small.size < base.size * 0.88 &&
    Math.abs(small.y - base.y) < base.size * 0.8 &&
    small.y < base.y &&
    Math.abs(small.right - base.x) < base.size &&
    labelOf(textOf(small)) !== null;
  return chunks.some((other) => isLabelOf(other, chunk) || isLabelOf(chunk, other));
}

/** The chunks of the first and last rows of a page. */
function edgesOf(page: PdfPage): Edge[] {
  const chunks = chunksOf(page);
  const size = sizeOf(page.runs);
  const rows = [...new Set(chunks.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const top = outer(rows, size);
  const bottom = outer([...rows].reverse(), size);
  return chunks.flatMap((chunk) => {
    const y = Math.round(chunk.y);
    const isTop = top.rows.has(y) && y < page.height * 0.25;
    const isBottom = bottom.rows.has(y) && y > page.height * 0.75;
    if ((!isTop && !isBottom) || isNoteLine(chunk, chunks)) return [];
    const text = textOf(chunk);
    const digits = text.replace(/\d+/gu, '#').replace(/(?<=^|\s)[ivxlc]+(?=$|\s)/gu, '#');
    const { isApart } = isTop ? top : bottom;
    return [{ chunk, text, key: `${isTop ? 'top' : 'bottom'} ${digits}`, page: page.index, isApart }];
  });
}

/** Where the same key stands on enough pages, at the same height. */
function repeated(edges: readonly Edge[], pages: number): ReadonlySet<Edge> {
  const byKey = new Map<string, Edge[]>();
  for (const edge of edges) byKey.set(edge.key, [...(byKey.get(edge.key) ?? []), edge]);
  const again = new Set<Edge>();
  const least = Math.max(2, Math.min(4, Math.ceil(pages * 0.3)));
  for (const same of byKey.values()) {
    for (const edge of same) {
      const level = same.filter(({ chunk }) => Math.abs(chunk.y - edge.chunk.y) < 4);
      const on = new Set(level.map(({ page }) => page));
      const isSound = edge.isApart ? on.size >= least : on.size >= Math.max(least, pages * 0.6);
      if (isSound && edge.text.length < 160 && /\p{L}{2}/u.test(edge.text)) again.add(edge);
    }
  }
  return again;
}

/** Numbers at the edges that rise with the pages: those of the commonest distance from the page's own number. */
function numbered(edges: readonly Edge[], pages: number): ReadonlyMap<Edge, string> {
  const found: Numbered[] = [];
  for (const edge of edges) {
    const parts = [
      lone.exec(edge.text)?.[1],
      /^(\d{1,4})\s/u.exec(edge.text)?.[1],
      /\s(\d{1,4})$/u.exec(edge.text)?.[1],
    ];
    for (const label of new Set(parts)) {
      const value = label === undefined ? null : folioValue(label);
      if (label !== undefined && value !== null) found.push({ edge, label, distance: value - edge.page });
    }
  }
  const counts = new Map(found.map((one) => [one, support(one, found)]));
  const least = Math.max(2, Math.min(5, Math.ceil(pages * 0.2)));
  const sound = found.filter((one) => {
    const count = counts.get(one) ?? 0;
    if (pages === 1) return one.edge.isApart && lone.test(one.edge.text);
    return count >= (one.edge.isApart ? least : Math.max(least, pages * 0.5));
  });
  sound.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  return new Map(sound.map(({ edge, label }) => [edge, label]));
}

interface Numbered {
  readonly edge: Edge;
  readonly label: string;
  readonly distance: number;
}

/** On how many pages a number of the same distance stands at the same height. */
const support = ({ edge, distance }: Numbered, all: readonly Numbered[]): number =>
  new Set(
    all
      .filter((one) => one.distance === distance && Math.abs(one.edge.chunk.y - edge.chunk.y) < 6)
      .map((one) => one.edge.page),
  ).size;

/** What stands aside, page by page. */
export function asides(pages: readonly PdfPage[]): readonly Aside[] {
  const edges = pages.map(edgesOf);
  const all = edges.flat();
  const again = repeated(all, pages.length);
  const numbers = numbered(all, pages.length);
  return edges.map((own) => {
    const isAside = (edge: Edge): boolean =>
      again.has(edge) || (numbers.has(edge) && (lone.test(edge.text) || edge.text.length < 120));
    const kept = own.filter(isAside);
    const best =
      kept.find((edge) => numbers.has(edge) && lone.test(edge.text)) ??
      kept.find((edge) => numbers.has(edge));
    return {
      chunks: new Set(kept.map(({ chunk }) => placeOf(chunk))),
      words: kept.map(({ text, chunk }) => ({ text, x: chunk.x, y: chunk.y })),
      folio: best ? (numbers.get(best) ?? null) : null,
    };
  });
}
