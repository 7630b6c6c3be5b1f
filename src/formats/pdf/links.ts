/** Link annotations and the outline of a PDF, with their destinations found. Part of `open.ts`. */
import type { PDFDocumentProxy, PageViewport } from 'pdfjs-dist';
import type { PdfLink, PdfOutlineLine } from './pages.ts';

/** A destination as a PDF has it: by name, or a page and a place. */
export type Destination = string | readonly unknown[] | null;

/** What of an annotation is read. Nothing else of it is: no scripts, no forms, no files. */
export interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly dest?: Destination;
}

/** Finds pages by their reference, and how each is laid. */
export interface Places {
  readonly named: ReadonlyMap<string, Destination>;
  pageOf(reference: unknown): number | null;
  viewport(page: number): PageViewport | null;
}

const isOutside = (href: string | undefined): href is string =>
  href !== undefined && href.length < 2000 && /^(?:https?:|mailto:)/iu.test(href);

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** x and y of a destination in the units of the file. */
function point(place: readonly unknown[]): readonly [number | null, number | null] {
  const kind = (place[1] as { name?: unknown } | null)?.name;
  if (kind === 'XYZ') return [number(place[2]), number(place[3])];
  if (kind === 'FitH' || kind === 'FitBH') return [null, number(place[2])];
  if (kind === 'FitR') return [number(place[2]), number(place[5])];
  return [null, null];
}

/** Where a destination leads; null where it leads nowhere. */
export function placeOf(destination: Destination | undefined, places: Places): PdfLink['target'] {
  const place = typeof destination === 'string' ? (places.named.get(destination) ?? null) : destination;
  if (!Array.isArray(place)) return null;
  const page = places.pageOf(place[0]);
  const viewport = page === null ? null : places.viewport(page);
  if (page === null || !viewport) return null;
  const [x, y] = point(place);
  const [left, top] = viewport.convertToViewportPoint(x ?? 0, y ?? 0) as [number, number];
  return { page, x: x === null ? null : left, y: y === null ? null : top };
}

/** Links of a page in their order; those that lead nowhere are left out. */
export function linksOf(
  annotations: readonly Annotation[],
  viewport: PageViewport,
  places: Places,
): readonly PdfLink[] {
  return annotations.flatMap(({ subtype, rect, url, unsafeUrl, dest }) => {
    if (subtype !== 'Link' || rect?.length !== 4) return [];
    const [a, b, c, d] = viewport.convertToViewportRectangle(rect as number[]) as [
      number,
      number,
      number,
      number,
    ];
    const href = [url, unsafeUrl].find(isOutside) ?? null;
    const target = href === null ? placeOf(dest, places) : null;
    if (href === null && target === null) return [];
    const box = [Math.min(a, c), Math.min(b, d), Math.abs(c - a), Math.abs(d - b)] as const;
    return [{ box, href, target, name: typeof dest === 'string' ? dest : null }];
  });
}

interface OutlineNode {
  readonly title: string;
  readonly dest: Destination;
  readonly items: readonly OutlineNode[];
}

const mostLines = 5000;

/** The outline in a row; deeper than 12 levels, or longer than some thousands, it is cut. */
export async function outlineOf(
  document: PDFDocumentProxy,
  places: Places,
): Promise<readonly PdfOutlineLine[]> {
  const nodes = (await document.getOutline().catch(() => null)) as readonly OutlineNode[] | null;
  const lines: PdfOutlineLine[] = [];
  const walk = (inner: readonly OutlineNode[], level: number): void => {
    for (const { title, dest, items } of inner) {
      if (lines.length >= mostLines) return;
      const target = placeOf(dest, places);
      lines.push({ title: title.trim(), level, page: target?.page ?? null, y: target?.y ?? null });
      if (level < 12) walk(items, level + 1);
    }
  };
  walk(nodes ?? [], 1);
  return lines;
}
