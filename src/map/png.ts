/** PNG from the SVG, in one canvas or in strips where it is larger; the map's records travel in the file. */
import { density, chunk, header, notebookChunk, signature, withChunks } from './png-file.ts';
import { pixelChunks, type Drawn, type Making } from './png-strips.ts';
import { drawWhole, loadSvg } from './raster.ts';
import type { SvgPicture } from './svg.ts';

/** The largest picture: 65,535 px a side, and in all as much as a square of 20,000 px. */
const limits = { side: 65_535, area: 20_000 ** 2 };

/** Up to so many pixels the browser encodes the picture itself, which is quicker: some 130 MB. */
const wholeArea = 32_000_000;

/** The largest scale up to `wanted` at which a picture of this size can be made. */
export function possibleScale(wanted: number, width: number, height: number): number {
  return Math.min(
    wanted,
    limits.side / width,
    limits.side / height,
    Math.sqrt(limits.area / (width * height)),
  );
}

export interface PngWish extends Making {
  /** Pixels of the file for one of the picture. */
  readonly scale: number;
  /** What is put inside: the map's records. */
  readonly notebook: unknown;
  /** Pixels an inch that the file tells printers; null tells nothing. */
  readonly dpi?: number | null;
}

/** A PNG with the scale that it has in the end. */
export interface PngPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What stands between the header and the pixels. */
const extras = ({ dpi, notebook }: PngWish): Uint8Array<ArrayBuffer>[] => [
  ...(dpi ? [density(dpi)] : []),
  notebookChunk(notebook),
];

/** The picture in strips, whatever its size. */
export async function stripPng(drawn: Drawn, wish: PngWish): Promise<Blob> {
  const { width, height, hasAlpha } = drawn;
  const pixels = await pixelChunks(drawn, wish);
  const end = chunk('IEND', new Uint8Array());
  const parts = [signature, header(width, height, hasAlpha), ...extras(wish), ...pixels, end];
  return new Blob(parts, { type: 'image/png' });
}

/**
 * Makes a PNG. Where `scale` is more than can be made it is lessened. Throws `export/failed` where the picture
 * cannot be drawn, `export/too-large` where the browser has no memory for it, and the signal's reason.
 */
export async function makePng(picture: SvgPicture, wish: PngWish): Promise<PngPicture> {
  const image = await loadSvg(picture.svg);
  const scale = possibleScale(wish.scale, picture.width, picture.height);
  const width = Math.max(1, Math.floor(picture.width * scale));
  const height = Math.max(1, Math.floor(picture.height * scale));
  const isWhole = width * height <= wholeArea;
  const whole = isWhole ? await drawWhole(image, picture, scale, 'image/png') : null;
  const blob = whole
    ? new Blob(withChunks(new Uint8Array(await whole.arrayBuffer()), extras(wish)), { type: 'image/png' })
    : await stripPng({ image, width, height, hasAlpha: picture.isTransparent }, wish);
  return { blob, width, height, scale };
}
