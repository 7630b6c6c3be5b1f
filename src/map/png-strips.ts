/**
 * Pixels of a PNG, strip by strip: a canvas holds a strip at a time, so that the picture may be larger than any
 * canvas and memory stays small.
 */
import { Fault } from '../model/fault.ts';
import { rested } from '../ui/slices.ts';
import { chunk } from './png-file.ts';

/** So many pixels a strip: some 8 MB. */
const stripArea = 2_000_000;

/** How the making goes: hears the share that is done (0 to 1), and can give it up. */
export interface Making {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** What is drawn, in pixels of the file. */
export interface Drawn {
  readonly image: HTMLImageElement;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** One strip of the picture as rows of PNG: each begins with its filter, "up", and differs from the row above. */
class Rows {
  readonly #context: CanvasRenderingContext2D;
  readonly #image: HTMLImageElement;
  readonly #width: number;
  readonly #height: number;
  readonly #channels: 3 | 4;
  #above: Uint8Array;

  constructor({ image, width, height, hasAlpha }: Drawn) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.min(height, Math.max(1, Math.floor(stripArea / width)));
    const context = canvas.getContext('2d', { alpha: hasAlpha, willReadFrequently: true });
    if (!context) throw new Fault('export/too-large');
    this.#context = context;
    this.#image = image;
    this.#width = width;
    this.#height = height;
    this.#channels = hasAlpha ? 4 : 3;
    this.#above = new Uint8Array(width * this.#channels);
  }

  get stripHeight(): number {
    return this.#context.canvas.height;
  }

  /** The rows from `top` on. */
  strip(top: number): Uint8Array<ArrayBuffer> {
    const rows = Math.min(this.stripHeight, this.#height - top);
    const context = this.#context;
    context.clearRect(0, 0, this.#width, this.stripHeight);
    context.drawImage(this.#image, 0, -top, this.#width, this.#height);
    const { data } = context.getImageData(0, 0, this.#width, rows);
    const length = this.#width * this.#channels;
    const bytes = new Uint8Array(rows * (length + 1));
    for (let row = 0; row < rows; row += 1) {
      const at = row * (length + 1);
      bytes[at] = 2;
      this.#filter(data, row * this.#width * 4, bytes, at + 1);
    }
    return bytes;
  }

  #filter(data: Uint8ClampedArray, from: number, bytes: Uint8Array, to: number): void {
    const above = this.#above;
    const skip = 4 - this.#channels;
    for (let at = 0, read = from; at < above.length; read += skip) {
      for (let channel = 0; channel < this.#channels; channel += 1, at += 1, read += 1) {
        const value = data[read] as number;
        bytes[to + at] = value - (above[at] as number);
        above[at] = value;
      }
    }
  }

  /** The canvas's memory goes now, not when the collector comes by. */
  dispose(): void {
    this.#context.canvas.width = this.#context.canvas.height = 0;
  }
}

/** Deflates all rows into `IDAT` chunks. */
async function deflate(rows: Rows, height: number, making: Making): Promise<Uint8Array<ArrayBuffer>[]> {
  const { readable, writable } = new CompressionStream('deflate');
  const writer = writable.getWriter();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reading = (async () => {
    for (const reader = readable.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return;
      chunks.push(chunk('IDAT', value));
    }
  })();
  try {
    for (let top = 0; top < height; top += rows.stripHeight) {
      making.signal?.throwIfAborted();
      await writer.write(rows.strip(top));
      making.onProgress?.(Math.min(1, (top + rows.stripHeight) / height));
      await rested();
    }
    await writer.close();
  } catch (error) {
    reading.catch(() => null);
    await writer.abort(error).catch(() => null);
    throw error;
  }
  await reading;
  return chunks;
}

/**
 * All pixels as `IDAT` chunks. Throws `export/too-large` where the browser has no memory for a strip, and the
 * signal's reason where the making was given up.
 */
export async function pixelChunks(drawn: Drawn, making: Making): Promise<Uint8Array<ArrayBuffer>[]> {
  const rows = new Rows(drawn);
  try {
    return await deflate(rows, drawn.height, making);
  } finally {
    rows.dispose();
  }
}
