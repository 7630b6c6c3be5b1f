/** How a picture lies on sheets of paper. Pure; lengths in points, of which 72 make an inch. */

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Where the picture's top left corner lies on it; negative where it lies outside. */
  readonly x: number;
  readonly y: number;
  /** Points for one px of the picture. */
  readonly scale: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const a4 = { short: 595.28, long: 841.89 };
const margin = 28;
/** How much two sheets of a poster have in common, so that they can be glued. */
const overlap = 20;
/** A px is three quarters of a point; on a poster the words of cards are set in some 9 points. */
const posterScale = 0.6;
/** The format admits no larger sheets. */
const largest = 14_400;
/** More sheets than this nobody glues: the poster is made smaller instead. */
const mostSheets = 64;

const turned = ({ width, height }: Size): Size =>
  width > height ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long };

/** One sheet: of the picture's own size, or an A4 that holds all of it. */
export function sheetOf(picture: Size, kind: 'one' | 'a4'): Sheet {
  if (kind === 'one') {
    const scale = Math.min(0.75, largest / picture.width, largest / picture.height);
    return { width: picture.width * scale, height: picture.height * scale, x: 0, y: 0, scale };
  }
  const sheet = turned(picture);
  const scale = Math.min(
    0.75,
    (sheet.width - 2 * margin) / picture.width,
    (sheet.height - 2 * margin) / picture.height,
  );
  const [x, y] = [(sheet.width - picture.width * scale) / 2, (sheet.height - picture.height * scale) / 2];
  return { ...sheet, x, y, scale };
}

/** The sheets of a poster, line by line; they overlap a little, and all of the picture is on them. */
export function posterOf(picture: Size): readonly Sheet[] {
  const sheet = turned(picture);
  const inner = { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  const count = (length: number, room: number): number =>
    Math.max(1, Math.ceil((length - overlap) / (room - overlap)));
  let scale = posterScale;
  const columns = (): number => count(picture.width * scale, inner.width);
  const rows = (): number => count(picture.height * scale, inner.height);
  while (columns() * rows() > mostSheets) scale *= 0.9;
  return Array.from({ length: columns() * rows() }, (_, at) => ({
    ...sheet,
    x: margin - (at % columns()) * (inner.width - overlap),
    y: margin - Math.floor(at / columns()) * (inner.height - overlap),
    scale,
  }));
}
