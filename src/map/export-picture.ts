/** From what is chosen in the export dialog to a picture and a file. */
import { dpiAt, isTransparent, type ExportChoice } from './export-choice.ts';
import type { ExportSource } from './export-source.ts';
import { fontFaces } from './font-data.ts';
import { darkPalette, lightPalette } from './palette.ts';
import { makePng, possibleScale } from './png.ts';
import type { Making } from './png-strips.ts';
import { makeRaster, rasterScale } from './raster.ts';
import { writeSvg, type SvgPicture } from './svg.ts';

/** A file to be saved. `scale` is less than what was chosen where the browser cannot draw more. */
export interface ExportFile {
  readonly blob: Blob;
  readonly name: string;
  readonly scale: number;
}

const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Writes the picture. With `hasFonts` the page's own fonts are put inside. */
export async function pictureOf(source: ExportSource, choice: ExportChoice, date: Date): Promise<SvgPicture> {
  const palette = choice.theme === 'dark' ? darkPalette : lightPalette;
  const { view } = source;
  const area =
    choice.part === 'view' && view
      ? { x: view.x + view.width / 2, y: view.y + view.height / 2, width: view.width, height: view.height }
      : null;
  const { elements, layout } = choice.part === 'whole' ? source.whole : source.shown;
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
    fontFaces: '',
  };
  const plain = writeSvg(picture);
  const isEmbedded = choice.hasFonts || choice.format !== 'svg';
  const faces = isEmbedded ? await fontFaces([palette.fontText, palette.fontUi], plain.svg) : '';
  return faces ? writeSvg({ ...picture, fontFaces: faces }) : plain;
}

/** The scale that a picture of this size will have in a format: less than what was chosen where no more is possible. */
export function scaleOf({ format, scale }: ExportChoice, width: number, height: number): number {
  if (format === 'svg') return 1;
  return format === 'png' ? possibleScale(scale, width, height) : rasterScale(format, scale, width, height);
}

/** Makes the file. Throws faults of export, and the signal's reason where it was given up. */
export async function exportFile(
  source: ExportSource,
  choice: ExportChoice,
  date: Date,
  making: Making = {},
): Promise<ExportFile> {
  const picture = await pictureOf(source, choice, date);
  const name = `${source.name}.${choice.format}`;
  if (choice.format === 'svg') {
    return { blob: new Blob([picture.svg], { type: 'image/svg+xml' }), name, scale: 1 };
  }
  const { blob, scale } =
    choice.format === 'png'
      ? await makePng(picture, {
          ...making,
          scale: choice.scale,
          dpi: dpiAt(choice.scale),
          notebook: source.notebook,
        })
      : await makeRaster(picture, choice.format, choice.scale);
  return { blob, name, scale };
}
