/** Runs of text of a page, from what pdf.js found on it. Part of `open.ts`. */
import type { PageViewport } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import type { PdfRun } from './pages.ts';

/** What a font is called, and how it looks. */
export interface PdfFont {
  readonly name: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Made of pictures of letters, as old TeX does; such fonts have no names for their signs. */
  readonly isBitmap: boolean;
}

/** Where TeX keeps its dashes, quotation marks and ligatures, in places where no letters are (its OT1 and T1). */
const texSigns: Readonly<Record<string, string>> = {
  '\u000B': 'ff',
  '\u000C': 'fi',
  '\u000D': 'fl',
  '\u000E': 'ffi',
  '\u000F': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0015': '–',
  '\u0016': '—',
  '\u001B': 'ff',
  '\u001C': 'fi',
  '\u001D': 'fl',
  '\u001E': 'ffi',
  '\u001F': 'ffl',
};

// eslint-disable-next-line no-control-regex
const texPlaces = /[\u000B-\u0011\u0015\u0016\u001B-\u001F]/gu;

type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that draws with `inner` and then with `outer`; both have six numbers. */
export function combined(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = outer as Matrix;
  const [g, h, i, j, k, l] = inner as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The items that are text; marks of content are none. */
export const itemsOf = (content: TextContent): readonly TextItem[] =>
  content.items.filter((item): item is TextItem => 'str' in item && item.str !== '');

/** Degrees clockwise, 0 to 359. */
const turned = ([a, b]: Matrix): number => (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;

/**
 * By how much a page must be turned (0, 90, 180, 270) so that most of its letters stand upright: tables and landscape pages
 * are often set sideways.
 */
export function turnOf(items: readonly TextItem[], viewport: PageViewport): number {
  const letters = new Map<number, number>();
  for (const item of items) {
    const angle = turned(combined(viewport.transform, item.transform as number[]));
    letters.set(angle, (letters.get(angle) ?? 0) + item.str.length);
  }
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const sideways = [90, 180, 270].find((angle) => (letters.get(angle) ?? 0) > 0.7 * all);
  return sideways === undefined ? 0 : 360 - sideways;
}

/** A scan lies on its glass a little askew: up to so many degrees its words are made upright. */
const askew = 3.5;

/** A matrix as it is when its own slight turn is undone, about the corner of the page. */
function straight(matrix: Matrix): Matrix {
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  if (Math.abs(angle) > askew || turned(matrix) === 0) return matrix;
  const turn = (-angle * Math.PI) / 180;
  return combined([Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0], matrix);
}

/** Printed twice in one place to look bold, or for a shadow. */
const isTwice = (run: PdfRun, other: PdfRun): boolean =>
  run.text === other.text &&
  Math.abs(run.size - other.size) < 0.1 &&
  Math.abs(run.x - other.x) < run.size * 0.12 &&
  Math.abs(run.y - other.y) < run.size * 0.12;

/** Runs in the order of the file; what is printed twice in one place is there once. */
export function runsOf(
  items: readonly TextItem[],
  viewport: PageViewport,
  fontOf: (loaded: string) => PdfFont,
): readonly PdfRun[] {
  const runs: PdfRun[] = [];
  for (const item of items) {
    const matrix = straight(combined(viewport.transform, item.transform as number[]));
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!Number.isFinite(size) || size <= 0 || !Number.isFinite(matrix[4] + matrix[5])) continue;
    const { name, isBold, isItalic, isBitmap } = fontOf(item.fontName);
    const run: PdfRun = {
      text: isBitmap ? item.str.replace(texPlaces, (sign) => texSigns[sign] ?? sign) : item.str,
      x: round(matrix[4]),
      y: round(matrix[5]),
      width: round(item.width * viewport.scale * viewport.userUnit),
      size: round(size),
      font: name,
      isBold,
      isItalic,
      direction: item.dir === 'rtl' ? 'rtl' : 'ltr',
      angle: turned(matrix),
    };
    const isShadow = item.str.trim() !== '' && runs.slice(-24).some((other) => isTwice(run, other));
    if (!isShadow) runs.push(run);
  }
  return runs;
}
