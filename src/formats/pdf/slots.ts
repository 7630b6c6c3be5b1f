/**
 * The slots of running heads and feet: places at the edge where most pages have a line of their own, apart from the text.
 * What stands there is no text, whatever it says: the head of a short section comes on one page only. Part of `furniture.ts`.
 */
import type { Edge } from './edges.ts';
import { sizeOf } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** As tall as the text at most, and shorter than its paragraphs: titles of slides are larger. */
const mostLetters = 160;

const level = 2.5;

/** So many pages, and such a share of all, must have their line there. */
const least = { pages: 3, share: 0.4 };

/** Lines of one slot on most pages: those of `edges` that stand as high as `edge`. */
const sharing = (edge: Edge, edges: readonly Edge[]): readonly Edge[] =>
  edges.filter((one) => one.isTop === edge.isTop && Math.abs(one.chunk.y - edge.chunk.y) < level);

const pagesIn = (edges: readonly Edge[]): number => new Set(edges.map(({ page }) => page)).size;

/**
 * Edges in slots. `numbers` are those with the number of their page: a foot without any is none, notes end there too;
 * a head has one, or says on two pages the same.
 */
export function inSlots(
  edges: readonly Edge[],
  pages: readonly PdfPage[],
  numbers: ReadonlyMap<Edge, string>,
): ReadonlySet<Edge> {
  const size = sizeOf(pages.flatMap(({ runs }) => runs));
  const fit = edges.filter(
    ({ chunk, text, isApart }) => isApart && chunk.size < size * 1.08 && text.length < mostLetters,
  );
  const isSlot = new Map<string, boolean>();
  const found = (edge: Edge): boolean => {
    const own = sharing(edge, fit);
    const count = pagesIn(own);
    if (count < least.pages || count < pages.length * least.share) return false;
    if (pagesIn(own.filter((one) => numbers.has(one))) >= count / 2) return true;
    const keys = new Map<string, number>();
    for (const { key } of own) keys.set(key, (keys.get(key) ?? 0) + 1);
    return edge.isTop && own.filter(({ key }) => (keys.get(key) ?? 0) > 1).length >= own.length / 2;
  };
  return new Set(
    fit.filter((edge) => {
      const place = `${edge.isTop} ${Math.round(edge.chunk.y)}`;
      if (!isSlot.has(place)) isSlot.set(place, found(edge));
      return isSlot.get(place) === true;
    }),
  );
}
