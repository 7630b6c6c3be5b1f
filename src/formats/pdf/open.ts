/**
 * Opens a PDF: its pages as plain values (`pages.ts`), and pictures of parts of them. All that the reader knows of a PDF comes
 * from here. Memory is that of a page at a time besides what is answered.
 */
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { Fault } from '../../model/fault.ts';
import type { ReaderContext } from '../paper/reader.ts';
import { decodedPages } from './codes.ts';
import { drawnOn, type Operators } from './drawn.ts';
import { openDocument, pdfjs } from './engine.ts';
import { fontLook } from './fonts.ts';
import { linksOf, outlineOf, type Annotation, type Destination, type Places } from './links.ts';
import { withTrailer } from './mended.ts';
import type { PdfBox, PdfFile, PdfPage } from './pages.ts';
import { drawing } from './pictures.ts';
import { readable, type Readable } from './readable.ts';
import { itemsOf, runsOf, turnOf } from './text-runs.ts';

/** More than any paper; a book of a thousand pages has so many. */
const mostBytes = 200 * 2 ** 20;
const mostPages = 2000;
const mostLetters = 12_000_000;

/** Opened, with what can only be asked of the file itself. `close` when done. */
export interface OpenedPdf extends PdfFile, Pick<Readable, 'unread' | 'scanned'> {
  /** A PNG of a part of a page (index from 0, box as in `pages.ts`); null where it cannot be drawn. */
  pictureOf(page: number, box: PdfBox): Promise<Uint8Array<ArrayBuffer> | null>;
  close(): Promise<void>;
}

/** A page as it was first gone through: its text; what is drawn comes later, and only where there is text at all. */
interface Leaf {
  readonly page: PDFPageProxy;
  readonly viewport: PageViewport;
  readonly items: readonly TextItem[];
  readonly annotations: readonly Annotation[];
}

async function leafOf(document: PDFDocumentProxy, index: number): Promise<Leaf> {
  const page = await document.getPage(index + 1);
  const content = await page.getTextContent();
  const items = itemsOf(content);
  const upright = page.getViewport({ scale: 1 });
  const turn = turnOf(items, upright);
  const viewport =
    turn === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly Annotation[];
  page.cleanup();
  return { page, viewport, items, annotations };
}

/** All pages that can be had; of a damaged file those before the damage, and none is left out silently: an empty one stays. */
async function leavesOf(
  document: PDFDocumentProxy,
  context: ReaderContext,
): Promise<readonly (Leaf | null)[]> {
  const leaves: (Leaf | null)[] = [];
  let letters = 0;
  for (let index = 0; index < document.numPages; index += 1) {
    context.progress('Reading pages', index, 2 * document.numPages);
    const leaf = await leafOf(document, index).catch(() => null);
    letters += leaf?.items.reduce((sum, { str }) => sum + str.length, 0) ?? 0;
    if (letters > mostLetters) throw new Fault('import/too-large', context.name);
    leaves.push(leaf);
  }
  if (leaves.every((leaf) => leaf === null)) throw new Fault('import/broken', context.name);
  return leaves;
}

const key = (reference: unknown): string => {
  const { num, gen } = (reference ?? {}) as { num?: number; gen?: number };
  return `${num} ${gen}`;
};

async function placesOf(document: PDFDocumentProxy, leaves: readonly (Leaf | null)[]): Promise<Places> {
  const destinations = (await document.getDestinations().catch(() => ({}))) as Record<string, Destination>;
  const pages = new Map(leaves.map((leaf, at) => [leaf?.page.ref ? key(leaf.page.ref) : `none ${at}`, at]));
  const pageOf = (reference: unknown): number | null => {
    if (typeof reference === 'number') return reference < leaves.length ? reference : null;
    return pages.get(key(reference)) ?? null;
  };
  return {
    named: new Map(Object.entries(destinations)),
    pageOf,
    viewport: (page) => leaves[page]?.viewport ?? null,
  };
}

interface Work {
  readonly document: PDFDocumentProxy;
  readonly operators: Operators;
  readonly places: Places;
  readonly labels: readonly string[] | null;
}

const blank = (index: number, label: string | null): PdfPage => ({
  index,
  label,
  width: 0,
  height: 0,
  runs: [],
  links: [],
  images: [],
  rules: [],
});

async function pageOf(leaf: Leaf | null, index: number, work: Work): Promise<PdfPage & { isScan: boolean }> {
  const label = work.labels?.[index] ?? null;
  if (!leaf) return { ...blank(index, label), isScan: false };
  const { page, viewport, items, annotations } = leaf;
  const operations = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }));
  const drawn = drawnOn(operations, work.operators, viewport);
  const names = new Set(items.map(({ fontName }) => fontName));
  const looks = new Map([...names].map((name) => [name, fontLook(page.commonObjs, name)]));
  const runs = runsOf(items, viewport, (name) => looks.get(name) ?? fontLook(page.commonObjs, name));
  page.cleanup();
  const { width, height } = viewport;
  return { index, label, width, height, runs, links: linksOf(annotations, viewport, work.places), ...drawn };
}

/** What the file says of itself. */
async function saidBy(document: PDFDocumentProxy): Promise<Pick<PdfFile, 'language' | 'title' | 'author'>> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const said = info as Record<string, unknown>;
  const words = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 1000) : '');
  const creators: unknown = metadata?.get('dc:creator');
  const creator = Array.isArray(creators) ? creators.join('; ') : creators;
  return {
    language: words(said.Language) || null,
    title: words(said.Title) || words(metadata?.get('dc:title')),
    author: words(said.Author) || words(creator),
  };
}

/** The document, and the bytes that it came of: those of a file whose end is lost are mended. */
async function documentOf(
  bytes: Uint8Array<ArrayBuffer>,
  { name, password }: ReaderContext,
): Promise<{ readonly document: PDFDocumentProxy; readonly source: Uint8Array<ArrayBuffer> }> {
  const opens = (source: Uint8Array<ArrayBuffer>) =>
    openDocument(source.slice(), { name, password }, { pixels: 0 });
  try {
    return { document: await opens(bytes), source: bytes };
  } catch (error) {
    const mended = error instanceof Fault && error.code === 'import/broken' ? withTrailer(bytes) : null;
    if (!mended) throw error;
    return { document: await opens(mended), source: mended };
  }
}

/**
 * Opens a PDF. Throws import/password, import/wrong-password, import/broken, import/too-large, import/scanned and
 * import/no-letters.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, context: ReaderContext): Promise<OpenedPdf> {
  const { name } = context;
  if (bytes.length > mostBytes) throw new Fault('import/too-large', name);
  context.progress('Opening', 0, 1);
  const { document, source } = await documentOf(bytes, context);
  try {
    if (document.numPages > mostPages) throw new Fault('import/too-large', name);
    const leaves = await leavesOf(document, context);
    const work = {
      document,
      operators: (await pdfjs()).OPS as Operators,
      places: await placesOf(document, leaves),
      labels: await document.getPageLabels().catch(() => null),
    };
    const pages: PdfPage[] = [];
    const scans = new Set<number>();
    for (const [index, leaf] of leaves.entries()) {
      context.progress('Looking at pages', leaves.length + index, 2 * leaves.length);
      const { isScan, ...page } = await pageOf(leaf, index, work);
      if (isScan) scans.add(index);
      pages.push(page);
    }
    const { whole, unread, scanned } = readable(decodedPages(pages), scans);
    if (whole === 'scanned') throw new Fault('import/scanned', name);
    if (whole === 'no-letters') throw new Fault('import/no-letters', name);
    const outline = await outlineOf(document, work.places);
    const turns = leaves.map((leaf) => leaf?.viewport.rotation ?? null);
    const drawn = drawing(source, context, turns);
    return { pages, outline, unread, scanned, ...(await saidBy(document)), ...drawn };
  } finally {
    await document.loadingTask.destroy();
  }
}
