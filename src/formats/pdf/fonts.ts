/** What fonts are called and how they look, by what pdf.js tells of them. Part of `open.ts`. */
import type { PdfFont } from './text-runs.ts';

/** What pdf.js keeps of a file's fonts. */
interface Kept {
  has(name: string): boolean;
  get(name: string): unknown;
}

const bold = /bold|black|heavy|semib|demi|(?:[-,_]|^)bd|medi(?:um)?\b|cmbx|cmb\d|sfbx|lmroman.*bold|-b$/iu;
const italic = /ital|obli|slant|kursiv|cmti|cmsl|cmmi|sfti|sfsl|cmbxti|-it$|-i$|[-,_]bi$/iu;

/** `ABCDEF+` before the name says that the file holds a part of the font. */
const bare = (name: string): string => name.replace(/^[A-Z]{6}\+/u, '');

type Told = Partial<Record<'name' | 'bold' | 'black' | 'italic' | 'isType3Font', unknown>>;

/** Before a font is known, its number in the file must do as a name. */
export function fontLook(fonts: Kept, loaded: string): PdfFont {
  const told = ((fonts.has(loaded) ? fonts.get(loaded) : null) ?? {}) as Told;
  const printed = typeof told.name === 'string' ? bare(told.name) : '';
  const isBitmap = told.isType3Font === true || printed === 'Type3';
  return {
    name: isBitmap || !printed ? `${printed || 'font'} ${loaded}` : printed,
    isBitmap,
    isBold: [told.bold, told.black].includes(true) || bold.test(printed),
    isItalic: told.italic === true || italic.test(printed),
  };
}
