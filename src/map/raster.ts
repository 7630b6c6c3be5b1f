/** The SVG as pixels, at one go: for formats that the browser encodes itself, within the limits of its canvas. */
import { Fault } from '../model/fault.ts';
import type { SvgPicture } from './svg.ts';

/** Beyond these a canvas stays blank without a word (measured in Chromium); WebP knows no longer sides. */
const limits = {
  jpg: { side: 65_535, area: 16_384 ** 2 },
  webp: { side: 16_383, area: 16_384 ** 2 },
};

const types = { jpg: 'image/jpeg', webp: 'image/webp' } as const;

export type RasterFormat = keyof typeof types;

/** Reads an SVG as an image. Throws `export/failed` where it cannot be read. */
export async function loadSvg(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch (cause) {
    throw new Fault('export/failed', '', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The largest scale up to `wanted` at which the browser can draw and encode a picture of this size. */
export function rasterScale(format: RasterFormat, wanted: number, width: number, height: number): number {
  const { side, area } = limits[format];
  return Math.min(wanted, side / width, side / height, Math.sqrt(area / (width * height)));
}

/** A picture as the browser encodes it, with the scale that it has in the end. */
export interface RasterPicture {
  readonly blob: Blob;
  readonly scale: number;
}

/** Draws in one canvas; null where the browser left it blank or made no file of it. */
export async function drawWhole(
  image: HTMLImageElement,
  picture: SvgPicture,
  scale: number,
  type: 'image/png' | 'image/jpeg' | 'image/webp',
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [x, y] = [Math.floor(picture.proof.x * scale), Math.floor(picture.proof.y * scale)];
  if (context.getImageData(x, y, 1, 1).data[3] === 0) return null;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  // The picture's memory goes now, not when the collector comes by.
  canvas.width = canvas.height = 0;
  return blob?.type === type ? blob : null;
}

/** Makes a JPEG or WebP. Where `wanted` is more than the browser can draw it is lessened, never left blank. */
export async function makeRaster(
  picture: SvgPicture,
  format: RasterFormat,
  wanted: number,
): Promise<RasterPicture> {
  const image = await loadSvg(picture.svg);
  let scale = rasterScale(format, wanted, picture.width, picture.height);
  for (let attempt = 0; attempt < 4; attempt += 1, scale /= 2) {
    const blob = await drawWhole(image, picture, scale, types[format]);
    if (blob) return { blob, scale };
  }
  throw new Fault('export/too-large');
}
