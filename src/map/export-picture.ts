/** From what is chosen in the export dialog to a picture and a file. */
import { dpiAt, hasPixels, isTransparent, type ExportChoice } from './export-choice.ts';
import { chosenPart } from './chosen-part.ts';
import type { Placed } from './drawer.ts';
import type { ExportSource } from './export-source.ts';
import type { Box } from './layout.ts';
import { fontFaces } from './font-data.ts';
import { darkPalette, lightPalette } from './palette.ts';
import { makePng, possibleScale } from './png.ts';
import type { Making } from './png-strips.ts';
import { makeRaster, rasterScale } from './raster.ts';
import { writeSvg, type SvgPicture } from './svg.ts';

/** A file to be saved. `scale` is less than what was chosen where the browser cannot draw more. */
export interface ExportFile {
  /** What is to be known about it, in a sentence; empty where there is nothing. */
  readonly remark: string;
  readonly blob: Blob;
  readonly name: string;
  readonly scale: number;
}

const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

interface Part extends Placed {
  /** What of it shows; null for all. */
  readonly area: Box | null;
}

/** What of the map is drawn. Where nothing is selected any more, all of it. */
function drawnPart({ shown, whole, view, selected }: ExportSource, { part }: ExportChoice): Part {
  if (part === 'view' && view) {
    const { x, y, width, height } = view;
    return { ...shown, area: { x: x + width / 2, y: y + height / 2, width, height } };
  }
  const chosen = part === 'selection' ? chosenPart(whole, selected) : null;
  if (chosen) return { ...chosen.placed, area: chosen.area };
  return { ...(part === 'folded' ? shown : whole), area: null };
}

/** Writes the picture. With `hasFonts` the page's own fonts are put inside. */
export async function pictureOf(source: ExportSource, choice: ExportChoice, date: Date): Promise<SvgPicture> {
  const palette = choice.theme === 'dark' ? darkPalette : lightPalette;
  const { elements, layout, area } = drawnPart(source, choice);
  const cards = elements.nodes.filter((node) => node.kind === 'card');
  const picture = {
    ...source,
    elements,
    layout,
    palette,
    area,
    isTransparent: isTransparent(choice),
    title: choice.hasTitle ? source.title : null,
    citation: choice.hasCitation ? source.citation : null,
    hasLegend: choice.hasLegend,
    date: choice.hasDate ? longDate(date) : null,
    captions: choice.hasNotes ? source.captionsFor(cards.map(({ id }) => id)) : [],
    fontFaces: '',
  };
  const plain = writeSvg(picture);
  const isEmbedded = choice.format === 'svg' ? choice.hasFonts : hasPixels(choice.format);
  const faces = isEmbedded ? await fontFaces([palette.fontText, palette.fontUi], plain.svg) : '';
  return faces ? writeSvg({ ...picture, fontFaces: faces }) : plain;
}

/** The scale that a picture of this size will have in a format: less than what was chosen where no more is possible. */
export function scaleOf({ format, scale }: ExportChoice, width: number, height: number): number {
  if (format === 'svg' || format === 'pdf') return 1;
  return format === 'png' ? possibleScale(scale, width, height) : rasterScale(format, scale, width, height);
}

/** Makes the file. Throws faults of export, and the signal's reason where it was given up. */
export async function exportFile(
  source: ExportSource,
  choice: ExportChoice,
  date: Date,
  making: Making = {},
): Promise<ExportFile> {
  const { format, scale, sheets } = choice;
  const picture = await pictureOf(source, choice, date);
  const file = { name: `${source.name}.${format}`, scale: 1, remark: '' };
  const { notebook, title } = source;
  if (format === 'svg') return { ...file, blob: new Blob([picture.svg], { type: 'image/svg+xml' }) };
  if (format === 'pdf') {
    const { makePdf } = await import('./pdf.ts');
    const { blob, isVector } = await makePdf(picture, { ...making, sheets, title, notebook });
    const remark = isVector
      ? ''
      : 'Some of its letters are not in the fonts of a PDF: it holds a picture of the map';
    return { ...file, blob, remark };
  }
  return format === 'png'
    ? { ...file, ...(await makePng(picture, { ...making, scale, dpi: dpiAt(scale), notebook })) }
    : { ...file, ...(await makeRaster(picture, format, scale)) };
}
