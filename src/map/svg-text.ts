/** Writing SVG by hand: escaping, numbers, and lines of text with their measured length. */
import { isRightToLeft, textWidth } from './measure.ts';

// Characters that XML 1.0 does not admit, not even escaped; half a surrogate pair is none at all.
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML content or attribute value. */
export const escapeXml = (text: string): string =>
  text.replaceAll(forbidden, '\ufffd').replaceAll(/[&<>"']/gu, (char) => entities[char] ?? char);

/** Attributes in their order; those that are null or false are left out. */
export const attributes = (
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(
      ([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? round(value) : String(value))}"`,
    )
    .join('');

/** A number with at most two decimals. */
export const round = (value: number): string => String(Math.round(value * 100) / 100);

/** An id that XML takes, from any id of ours; different ids stay different. */
export const xmlId = (kind: string, id: string): string =>
  `${kind}-${id.replaceAll(/[^A-Za-z0-9-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`)}`;

/** How a line of text is set. */
export interface LineSet {
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly family: string;
  readonly fill: string;
  readonly isSmallCaps?: boolean;
  readonly spacing?: number;
  /** The line ends at `x` instead of starting there. */
  readonly isEnd?: boolean;
  /** It runs from right to left, starting at `x`. */
  readonly isBackward?: boolean;
}

/** One `<text>`. Its measured length is written down, so that it keeps its place where another font stands in. */
export function textLine(text: string, x: number, y: number, set: LineSet): string {
  return `<text${attributes({
    x,
    y,
    'font-size': set.size,
    'font-weight': set.weight === 600 ? 600 : null,
    'font-family': set.family,
    'font-variant': set.isSmallCaps ? 'small-caps' : null,
    'letter-spacing': set.spacing,
    'text-anchor': set.isEnd ? 'end' : null,
    direction: set.isBackward ? 'rtl' : null,
    ...measured(text, set),
    fill: set.fill,
  })}>${escapeXml(text)}</text>`;
}

function measured(text: string, { isSmallCaps, weight, size, family, spacing }: LineSet) {
  // What the ruler does not measure (spaced letters) is left to the font.
  if (spacing || text.length < 2) return {};
  const font = `${isSmallCaps ? 'small-caps ' : ''}${weight ?? 400} ${size}px ${family}`;
  return { textLength: textWidth(font)(text), lengthAdjust: 'spacingAndGlyphs' };
}

/** The start of a block of lines between `left` and `right`, from whichever side its text runs. */
export function lineStart(text: string, left: number, right: number): { x: number; isBackward: boolean } {
  const isBackward = isRightToLeft(text);
  return { x: isBackward ? right : left, isBackward };
}
