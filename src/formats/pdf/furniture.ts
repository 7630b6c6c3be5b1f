/** Running heads, feet and folios: lines at the edge of pages that come again and again, their digits apart. */
import { beat } from '../../model/beat.ts';
import { edgesOf, placeOf, type Edge } from './edges.ts';
import { inSlots } from './slots.ts';
import type { PdfPage } from './pages.ts';

/** What stands aside on a page, and the number printed there. */
export interface Aside {
  readonly chunks: ReadonlySet<string>;
  readonly words: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** As printed; null where none is. */
  readonly folio: string | null;
}

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

/** Where the same key stands on enough pages, at the same height. */
function repeated(edges: readonly Edge[], pages: number): ReadonlySet<Edge> {
  const byKey = new Map<string, Edge[]>();
  for (const edge of edges) {
    const same = byKey.get(edge.key);
    if (same) same.push(edge);
    else byKey.set(edge.key, [edge]);
  }
  const again = new Set<Edge>();
  const least = Math.max(2, Math.min(4, Math.ceil(pages * 0.3)));
  for (const same of byKey.values()) {
    for (const edge of same) {
      beat();
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
    beat();
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
  const slotted = inSlots(all, pages, numbers);
  return edges.map((own) => {
    const isAside = (edge: Edge): boolean =>
      again.has(edge) ||
      slotted.has(edge) ||
      (numbers.has(edge) && (lone.test(edge.text) || edge.text.length < 120));
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
