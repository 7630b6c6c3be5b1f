/** Wraps wordings into lines. One routine for layout sizes, canvas and SVG, so that the three agree. */

/** Width of a text in px. */
export type TextWidth = (text: string) => number;

interface Ruler {
  readonly context: CanvasRenderingContext2D;
  readonly known: Map<string, number>;
}

// One a font: setting another font costs a canvas more than measuring a word.
const rulers = new Map<string, Ruler>();

function rulerFor(font: string): Ruler {
  const there = rulers.get(font);
  if (there) return there;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new RangeError('This browser draws no text on a canvas.');
  context.font = font;
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';
  const ruler = { context, known: new Map<string, number>() };
  rulers.set(font, ruler);
  return ruler;
}

/** A width function for a CSS font shorthand; widths are remembered per font. */
export function textWidth(font: string): TextWidth {
  return (text) => {
    const { context, known } = rulerFor(font);
    let width = known.get(text);
    if (width === undefined) known.set(text, (width = context.measureText(text).width));
    return width;
  };
}

/** Forgets all widths: what was measured before a font arrived is wrong after it. */
export function forgetWidths(): void {
  rulers.clear();
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
// A line may also break after a dash or a slash, as in print; the mark stays on the upper line.
const pieces = (text: string): string[] => text.match(/[^\s–—/-]+[–—/-]*\s*|[–—/-]+\s*/gu) ?? [];

/** Width of the widest part of a text that is not broken. */
export const widestPiece = (text: string, width: TextWidth): number =>
  Math.max(0, ...pieces(text).map((piece) => width(piece.trimEnd())));

/** Breaks one piece that is wider than a line, grapheme by grapheme. */
function breakPiece(piece: string, max: number, width: TextWidth): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(piece)) {
    if (part && width(part + segment) > max) {
      parts.push(part);
      part = segment;
    } else part += segment;
  }
  return part ? [...parts, part] : parts;
}

/** What kerning between words may add to the sum of their widths, in px. */
const slack = 4;

/** Lines of at most `max` px. Words are kept whole unless one alone is wider than a line; never empty. */
export function wrapText(text: string, max: number, width: TextWidth): string[] {
  const lines: string[] = [];
  let line = '';
  // Words come again and again, lines do not: the sum of the words decides, but near the end of the line.
  let sum = 0;
  for (const piece of pieces(text.trim())) {
    sum += width(piece);
    if (line && (sum <= max - slack || width((line + piece).trimEnd()) <= max)) {
      line += piece;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = piece;
    sum = width(piece);
    if (width(piece.trimEnd()) > max) {
      const parts = breakPiece(piece.trimEnd(), max, width);
      line = (parts.pop() ?? '') + (/\s$/u.test(piece) ? ' ' : '');
      sum = width(line);
      lines.push(...parts);
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines.length > 0 ? lines : [''];
}

/** The text, shortened with an ellipsis until it fits: after a whole word where that costs little. */
export function clipText(text: string, max: number, width: TextWidth): string {
  if (width(text) <= max) return text;
  const parts = [...graphemes.segment(text)].map((one) => one.segment);
  const head = (count: number): string => parts.slice(0, count).join('').trimEnd();
  let fits = 0;
  for (let over = parts.length; over - fits > 1;) {
    const middle = (fits + over) >> 1;
    if (width(`${head(middle)}…`) <= max) fits = middle;
    else over = middle;
  }
  const cut = head(fits);
  const word = cut.replace(/\s+\S*$/u, '');
  const isWhole = /^\s/u.test(text.slice(cut.length));
  return `${!isWhole && word.length > cut.length / 2 ? word : cut}…`;
}

/** True where a text starts from the right (Hebrew, Arabic and their kin): its first strong letter decides. */
export function isRightToLeft(text: string): boolean {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(strong);
}
