/**
 * PDF from the SVG: vector, with words that can be selected and links to the passages, on one sheet of its own size
 * or on sheets of A4 to be glued to a poster. The libraries and fonts come when the first PDF is made.
 */
import type { jsPDF as Pdf } from 'jspdf';
import { notebookSpace, notebookText } from './pdf-notebook.ts';
import { rested } from '../ui/slices.ts';
import type { PdfSheets } from './export-choice.ts';
import { pdfFonts, type PdfFont } from './pdf-fonts.ts';
import { posterOf, sheetOf, type Sheet } from './pdf-sheets.ts';
import type { Making } from './png-strips.ts';
import { drawWhole, loadSvg, rasterScale } from './raster.ts';
import type { SvgPicture } from './svg.ts';

export interface PdfWish extends Making {
  readonly sheets: PdfSheets;
  readonly title: string;
  /** What is put inside: the map's records. */
  readonly notebook: unknown;
}

/** A PDF, and whether its words are words: false where letters are missing from the fonts, and it holds a picture. */
export interface PdfPicture {
  readonly blob: Blob;
  readonly isVector: boolean;
}

/** The address by which the records are known in the file's metadata. */
export interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (text: string) => string },
  ): { createHTML(text: string): string };
}

// The page reads text as markup by named policy alone; this one is for what our own writer has escaped.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('warrant-picture', {
  createHTML: (svg) => svg,
});

/** PDF draws a rim over its letters and not beneath them: a patch of the rim's colour keeps lines off the words instead. */
function rimByPatch(group: Element): void {
  const [text, colour] = [group.querySelector('text'), group.getAttribute('stroke') ?? 'none'];
  for (const name of ['stroke', 'stroke-width', 'paint-order']) group.removeAttribute(name);
  const value = (name: string): number => Number(text?.getAttribute(name) ?? 0);
  if (!text || text.getAttribute('direction') === 'rtl') return;
  const size = value('font-size');
  const patch = text.ownerDocument.createElementNS(text.namespaceURI, 'rect');
  const box = {
    x: value('x') - 3,
    y: value('y') - size,
    width: value('textLength') + 6,
    height: size * 1.35,
  };
  for (const [name, length] of Object.entries(box)) patch.setAttribute(name, String(length));
  patch.setAttribute('fill', colour);
  text.before(patch);
}

/** The SVG without what PDF has in its own way: fonts, and the records. */
function drawingOf(svg: string): Element {
  const trusted = policy?.createHTML(svg) ?? svg;
  const { documentElement } = new DOMParser().parseFromString(trusted, 'image/svg+xml');
  for (const part of documentElement.querySelectorAll('style, metadata')) part.remove();
  for (const rimmed of documentElement.querySelectorAll('[paint-order]')) rimByPatch(rimmed);
  // The very font is inside the file: no line has to be stretched to the length that it had on the screen.
  for (const line of documentElement.querySelectorAll('[textLength]')) line.removeAttribute('textLength');
  return documentElement;
}

/** Whether the fonts have every letter: the library ends a line at the first that they lack. */
function hasLetters(doc: Pdf, fonts: readonly PdfFont[], words: string): boolean {
  const [font] = fonts;
  if (!font) return false;
  doc.setFont(font.family, 'normal', font.weight);
  const { metadata } = doc.getFont() as unknown as {
    metadata: { characterToGlyph(code: number): number };
  };
  const letters = new Set(words.replaceAll(/\s/gu, ''));
  return [...letters].every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code <= 0xffff && metadata.characterToGlyph(code) > 0;
  });
}

/** Draws the picture on every sheet: as vectors, or as one image where it cannot be set in the fonts. */
async function drawSheets(doc: Pdf, sheets: readonly Sheet[], picture: SvgPicture, wish: PdfWish) {
  const [{ svg2pdf }, root] = [await import('svg2pdf.js'), drawingOf(picture.svg)];
  const isVector = hasLetters(doc, await pdfFonts(), root.textContent ?? '');
  const image = isVector ? null : await imageOf(picture);
  for (const [at, sheet] of sheets.entries()) {
    wish.signal?.throwIfAborted();
    if (at > 0) doc.addPage([sheet.width, sheet.height], sheet.width > sheet.height ? 'l' : 'p');
    const { x, y, scale } = sheet;
    const [width, height] = [picture.width * scale, picture.height * scale];
    if (image) doc.addImage(image, 'JPEG', x, y, width, height, 'map', 'FAST');
    else await svg2pdf(root, doc, { x, y, width, height, loadImages: false });
    wish.onProgress?.((at + 1) / sheets.length);
    await rested();
  }
  return isVector;
}

/** The picture as a JPEG, as large as the browser draws it, up to three pixels for one. */
async function imageOf(picture: SvgPicture): Promise<Uint8Array> {
  const scale = rasterScale('jpg', 3, picture.width, picture.height);
  const blob = await drawWhole(await loadSvg(picture.svg), picture, scale, 'image/jpeg');
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}

/**
 * Makes a PDF. Throws `export/failed` where the picture cannot be read, whatever the fetching of library and fonts
 * throws, and the signal's reason where it was given up.
 */
export async function makePdf(picture: SvgPicture, wish: PdfWish): Promise<PdfPicture> {
  const [{ jsPDF }, fonts] = await Promise.all([import('jspdf'), pdfFonts()]);
  const sheets = wish.sheets === 'poster' ? posterOf(picture) : [sheetOf(picture, wish.sheets)];
  const [first] = sheets as [Sheet];
  const doc = new jsPDF({
    unit: 'pt',
    format: [first.width, first.height],
    orientation: first.width > first.height ? 'l' : 'p',
    compress: true,
    putOnlyUsedFonts: true,
  });
  for (const { file, data, family, weight } of fonts) {
    doc.addFileToVFS(file, data);
    doc.addFont(file, family, 'normal', weight);
  }
  doc.setProperties({ title: wish.title, creator: 'Warrant' });
  doc.addMetadata(notebookText(wish.notebook), notebookSpace);
  const isVector = await drawSheets(doc, sheets, picture, wish);
  return { blob: doc.output('blob'), isVector };
}
