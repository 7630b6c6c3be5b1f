/** The PNG file format (ISO/IEC 15948): chunks in and out, without pixels. */

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

/** What every PNG begins with. */
export const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** One chunk: length, type, data, checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** The header of a picture of 8 bits a channel, with or without alpha, not interlaced. */
export function header(width: number, height: number, hasAlpha: boolean): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([8, hasAlpha ? 6 : 2], 8);
  return chunk('IHDR', data);
}

/** How many of its pixels make an inch (`pHYs`, which counts by the metre). */
export function density(dpi: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return chunk('pHYs', data);
}

const keyword = 'warrant-notebook';
/** Keyword, end of keyword, no compression (two bytes), no language, no translated keyword. */
const beginning = `${keyword}\0\0\0\0\0`;

/** The map's records as an uncompressed `iTXt` chunk. */
export const notebookChunk = (notebook: unknown): Uint8Array<ArrayBuffer> =>
  chunk('iTXt', encode(`${beginning}${JSON.stringify(notebook)}`));

/** A PNG with further chunks after its header. */
export function withChunks(
  png: Uint8Array<ArrayBuffer>,
  chunks: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer>[] {
  const headerEnd = signature.length + new DataView(png.buffer).getUint32(signature.length) + 12;
  return [png.slice(0, headerEnd), ...chunks, png.slice(headerEnd)];
}

/** Reads the notebook that a PNG carries; null where it carries none, or only half of one. */
export function readPngNotebook(png: Uint8Array): unknown {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = signature.length; at + 12 <= png.length; at += view.getUint32(at) + 12) {
    const type = new TextDecoder('latin1').decode(png.subarray(at + 4, at + 8));
    const end = at + 8 + view.getUint32(at);
    if (type !== 'iTXt' || end > png.length) continue;
    const text = new TextDecoder().decode(png.subarray(at + 8, end));
    if (text.startsWith(beginning)) return parse(text.slice(beginning.length));
  }
  return null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
