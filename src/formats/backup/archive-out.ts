/** Writes a zip archive of any size, entry by entry: what is written is given to the browser at once, so that memory holds one entry. */
import { deflateSync } from 'fflate';
import { crc32 } from '../paper/crc.ts';

/** A field that says: too large for me, see the 64-bit one. */
const beyond = 0xffffffff;
const most16 = 0xffff;

/** Bytes that are summed up at a time; then the page may breathe. */
const piece = 2 ** 22;
/** What is smaller is packed at once: handing it to the browser and back would take longer. */
const small = 2 ** 17;
/** So many bytes are gathered before they are given to the browser. */
const handful = 2 ** 23;

/** 1 January 2000, midnight, as archives write it: equal contents make equal archives. */
const [time, day] = [0, (20 << 9) | (1 << 5) | 1];

const encoder = new TextEncoder();

interface Written {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The checksum of what may be large, without holding up the page. */
export async function checksum(bytes: Uint8Array): Promise<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += piece) {
    crc = crc32(bytes.subarray(at, at + piece), crc);
    if (bytes.length > piece) await breathe();
  }
  return crc;
}

/** Numbers in a row, the low byte first: `[4, 0x04034b50]` is one of four bytes. */
function fields(...numbers: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(numbers.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of numbers) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}

/** What the local header and the directory say alike: version, flags (names in UTF-8), method, time, sums and sizes. */
const common = ({ method, crc, packed, size, name }: Omit<Written, 'offset'>, extra: number) =>
  fields(
    [2, 45],
    [2, 0x0800],
    [2, method],
    [2, time],
    [2, day],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, extra],
  );

function inDirectory(entry: Written): BlobPart[] {
  const isFar = entry.offset >= beyond;
  const extra = isFar ? fields([2, 1], [2, 8], [8, entry.offset]) : new Uint8Array();
  return [
    fields([4, 0x02014b50], [2, 45]),
    common(entry, extra.length),
    fields([2, 0], [2, 0], [2, 0], [4, 0], [4, isFar ? beyond : entry.offset]),
    entry.name as Uint8Array<ArrayBuffer>,
    extra,
  ];
}

/** The end of the archive; with its 64-bit form before it where the numbers want that. */
function ending(count: number, size: number, offset: number): BlobPart[] {
  const short = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, most16)],
    [2, Math.min(count, most16)],
    [4, Math.min(size, beyond)],
    [4, Math.min(offset, beyond)],
    [2, 0],
  );
  if (count < most16 && offset + size < beyond) return [short];
  const long = fields(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
  );
  return [long, fields([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]), short];
}

/** Makes an archive. Paths are given once each, folders by `/`. */
export class ArchiveOut {
  readonly #given: Blob[] = [];
  #parts: BlobPart[] = [];
  #gathered = 0;
  readonly #entries: Written[] = [];
  #size = 0;

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** Adds a file. `isPacked`: it is of a kind that packing makes no smaller, and stays as it is. */
  async add(path: string, bytes: Uint8Array<ArrayBuffer>, isPacked = false): Promise<void> {
    const name = encoder.encode(path);
    const data = isPacked ? bytes : await deflated(bytes);
    const entry = {
      name,
      method: isPacked ? 0 : 8,
      crc: await checksum(bytes),
      size: bytes.length,
      packed: sizeOf(data),
      offset: this.#size,
    };
    this.#put(fields([4, 0x04034b50]), common(entry, 0), name, data);
    this.#entries.push(entry);
  }

  /** Ends the archive. Nothing can be added after it. */
  finish(type: string): Blob {
    const from = this.#size;
    for (const entry of this.#entries) this.#put(...inDirectory(entry));
    this.#put(...ending(this.#entries.length, this.#size - from, from));
    return new Blob([...this.#given, ...this.#parts], { type });
  }

  #put(...parts: readonly BlobPart[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.#size += sizeOf(part);
      this.#gathered += sizeOf(part);
    }
    if (this.#gathered < handful) return;
    this.#given.push(new Blob(this.#parts));
    [this.#parts, this.#gathered] = [[], 0];
  }
}

const sizeOf = (part: BlobPart): number => (part instanceof Blob ? part.size : (part as Uint8Array).length);

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<BlobPart> {
  if (bytes.length < small) return deflateSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Response(stream).blob();
}
