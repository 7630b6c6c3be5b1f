/** What one can choose of an exported picture. Pure, and small: what was chosen last is remembered with the device's likings. */

export const pictureFormats = ['png', 'svg', 'pdf', 'jpg', 'webp'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export const pictureParts = ['whole', 'folded', 'view', 'selection'] as const;

export const pdfSheets = ['one', 'a4', 'poster'] as const;
/** `one`: a sheet of the picture's own size; `a4`: all of it on one A4; `poster`: A4 sheets at a size that can be read. */
export type PdfSheets = (typeof pdfSheets)[number];

export interface ExportChoice {
  readonly format: PictureFormat;
  /** 1 to 8; for pictures made of pixels. */
  readonly scale: number;
  /** `folded`: the whole map with what is folded on the screen; `view`: what shows there; `selection`: what is selected. */
  readonly part: (typeof pictureParts)[number];
  /** For PDF only. */
  readonly sheets: PdfSheets;
  readonly theme: 'light' | 'dark';
  readonly isTransparent: boolean;
  readonly hasTitle: boolean;
  readonly hasCitation: boolean;
  readonly hasLegend: boolean;
  readonly hasDate: boolean;
  /** Whether the notes that carry what shows are told beneath it. */
  readonly hasNotes: boolean;
  /** False leaves an SVG small, and its letters to the fonts of whoever opens it. */
  readonly hasFonts: boolean;
}

export const largestScale = 8;

/** What is chosen when the dialog first opens. */
export const firstChoice: ExportChoice = {
  format: 'png',
  scale: 2,
  part: 'whole',
  sheets: 'one',
  theme: 'light',
  isTransparent: false,
  hasTitle: true,
  hasCitation: true,
  hasLegend: true,
  hasDate: true,
  hasNotes: false,
  hasFonts: true,
};

/** Whether a format is made of pixels, so that its scale counts. */
export const hasPixels = (format: PictureFormat): boolean => format !== 'svg' && format !== 'pdf';

/** A picture of scale 1 is meant for a screen of 96 pixels an inch. */
export const dpiAt = (scale: number): number => Math.round(96 * scale);

/** JPEG has no see-through pixels. */
export const isTransparent = (choice: ExportChoice): boolean =>
  choice.isTransparent && choice.format !== 'jpg';

const flags = [
  'isTransparent',
  'hasTitle',
  'hasCitation',
  'hasLegend',
  'hasDate',
  'hasNotes',
  'hasFonts',
] as const;

/** Whether a stored value is a choice, with all its fields. */
export function isChoice(value: unknown): value is ExportChoice {
  if (typeof value !== 'object' || value === null) return false;
  const choice = value as Partial<Record<keyof ExportChoice, unknown>>;
  const { format, scale, part, sheets, theme } = choice;
  return (
    pictureFormats.some((one) => one === format) &&
    typeof scale === 'number' &&
    scale >= 1 &&
    scale <= largestScale &&
    pictureParts.some((one) => one === part) &&
    pdfSheets.some((one) => one === sheets) &&
    (theme === 'light' || theme === 'dark') &&
    flags.every((flag) => typeof choice[flag] === 'boolean')
  );
}
