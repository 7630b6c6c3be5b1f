/** From what is chosen in the export dialog to a picture and a file. */
import type { ExportSource } from './export-source.ts';
import { fontFaces } from './font-data.ts';
import { darkPalette, lightPalette } from './palette.ts';
import { makePng } from './png.ts';
import { writeSvg, type SvgPicture } from './svg.ts';

/** What one can choose. */
export interface ExportChoice {
  readonly format: 'png' | 'svg';
  /** 1 to 4; for PNG only. */
  readonly scale: number;
  /** `folded`: the whole map with what is folded on the screen; `view`: what shows there. */
  readonly part: 'whole' | 'folded' | 'view';
  readonly theme: 'light' | 'dark';
  readonly isTransparent: boolean;
  readonly hasTitle: boolean;
  readonly hasCitation: boolean;
  readonly hasLegend: boolean;
  readonly hasDate: boolean;
  /** False leaves an SVG small, and its letters to the fonts of whoever opens it. */
  readonly hasFonts: boolean;
}

/** What is chosen when the dialog first opens. */
export const firstChoice: ExportChoice = {
  format: 'png',
  scale: 2,
  part: 'whole',
  theme: 'light',
  isTransparent: false,
  hasTitle: true,
  hasCitation: true,
  hasLegend: true,
  hasDate: true,
  hasFonts: true,
};

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
    isTransparent: choice.isTransparent,
    title: choice.hasTitle ? source.title : null,
    citation: choice.hasCitation ? source.citation : null,
    hasLegend: choice.hasLegend,
    date: choice.hasDate ? longDate(date) : null,
    fontFaces: '',
  };
  const plain = writeSvg(picture);
  const isEmbedded = choice.hasFonts || choice.format === 'png';
  const faces = isEmbedded ? await fontFaces([palette.fontText, palette.fontUi], plain.svg) : '';
  return faces ? writeSvg({ ...picture, fontFaces: faces }) : plain;
}

/** Makes the file. */
export async function exportFile(
  source: ExportSource,
  choice: ExportChoice,
  date: Date,
): Promise<ExportFile> {
  const picture = await pictureOf(source, choice, date);
  const name = `${source.name}.${choice.format}`;
  if (choice.format === 'svg') {
    return { blob: new Blob([picture.svg], { type: 'image/svg+xml' }), name, scale: 1 };
  }
  const png = await makePng(picture, choice.scale, source.notebook);
  return { blob: png.blob, name, scale: png.scale };
}
