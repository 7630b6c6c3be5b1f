/** PNG from the SVG: rasterised within the canvas limits, with the map inside an iTXt chunk. */
import { Fault } from '../model/fault.ts';
import type { SvgPicture } from './svg.ts';

/** Beyond these a canvas stays blank without a word (measured in Chromium). */
const limits = { side: 65_535, area: 16_384 ** 2 };

const keyword = 'warrant-notebook';

/** The largest scale up to `wanted` at which a picture of this size can be drawn. */
export function possibleScale(wanted: number, width: number, height: number): number {
  return Math.min(
    wanted,
    limits.side / width,
    limits.side / height,
    Math.sqrt(limits.area / (width * height)),
  );
}

/** A PNG with the scale that it has in the end. */
export interface PngPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

async function load(svg: string): Promise<HTMLImageElement> {
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

/** Draws once; null where the browser left the canvas blank or made no file of it. */
async function draw(image: HTMLImageElement, picture: SvgPicture, scale: number): Promise<PngPicture | null> {
  const canvas = document.createElement('canvas');
  const width = (canvas.width = Math.max(1, Math.floor(picture.width * scale)));
  const height = (canvas.height = Math.max(1, Math.floor(picture.height * scale)));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, width, height);
  const [x, y] = [Math.floor(picture.proof.x * scale), Math.floor(picture.proof.y * scale)];
  if (context.getImageData(x, y, 1, 1).data[3] === 0) return null;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // The picture's memory goes now, not when the collector comes by.
  canvas.width = canvas.height = 0;
  return blob ? { blob, width, height, scale } : null;
}

/** Makes a PNG. Where `scale` is more than the browser can draw it is lessened, never left blank. */
export async function makePng(picture: SvgPicture, wanted: number, notebook: unknown): Promise<PngPicture> {
  const image = await load(picture.svg);
  let scale = possibleScale(wanted, picture.width, picture.height);
  for (let attempt = 0; attempt < 4; attempt += 1, scale /= 2) {
    const png = await draw(image, picture, scale);
    if (!png) continue;
    const bytes = new Uint8Array(await png.blob.arrayBuffer());
    return {
      ...png,
      blob: new Blob(addText(bytes, keyword, JSON.stringify(notebook)), { type: 'image/png' }),
    };
  }
  throw new Fault('export/too-large');
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The CRC that PNG asks for (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const signatureLength = 8;
const uint32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** The file with an uncompressed iTXt chunk after its header. */
function addText(png: Uint8Array<ArrayBuffer>, key: string, text: string): Uint8Array<ArrayBuffer>[] {
  const headerEnd = signatureLength + uint32(png, signatureLength) + 12;
  // Keyword, end of keyword, no compression (two bytes), no language, no translated keyword.
  const data = new TextEncoder().encode(`${key}\0\0\0\0\0${text}`);
  return [png.slice(0, headerEnd), chunk('iTXt', data), png.slice(headerEnd)];
}

/** Reads the notebook that a PNG carries; null where it carries none. */
export function readPngNotebook(png: Uint8Array): unknown {
  for (let at = signatureLength; at + 12 <= png.length; at += uint32(png, at) + 12) {
    const type = new TextDecoder('latin1').decode(png.subarray(at + 4, at + 8));
    const data = png.subarray(at + 8, at + 8 + uint32(png, at));
    if (type !== 'iTXt') continue;
    const start = `${keyword}\0\0\0\0\0`;
    const text = new TextDecoder().decode(data);
    if (text.startsWith(start)) return JSON.parse(text.slice(start.length)) as unknown;
  }
  return null;
}
