/** Archives read safely: entries are listed first and unpacked one by one, within limits on number, size and ratio. */
import { Inflate } from 'fflate';
import { pulse } from '../../model/beat.ts';
import { Fault } from '../../model/fault.ts';
import { crc32 } from './crc.ts';
import { listZip, type ZipEntry } from './zip-entries.ts';

/** What an archive may hold at most; sizes in bytes. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly each: number;
  /** Of all that is unpacked from the archive. */
  readonly all: number;
  /** How many times larger an entry of more than `free` bytes may be than its packed form. */
  readonly ratio: number;
  readonly free: number;
}

const MB = 2 ** 20;

/** Far more than a paper needs, far less than what ends a tab. Text packs 30 times at most, deflate 1,032 times. */
const usual: ZipLimits = { entries: 20_000, each: 128 * MB, all: 384 * MB, ratio: 250, free: 4 * MB };

/** An archive that was opened; nothing is unpacked before it is asked for. */
export interface Archive {
  /** Paths of its files, in the archive's order; without folders and without paths that lead out of it. */
  readonly names: readonly string[];
  has(path: string): boolean;
  /** The name as it is listed: the path itself, or one that differs in its case alone; null where there is none. */
  find(path: string): string | null;
  /**
   * Unpacks a file; null where there is none of that path. Throws `import/too-large` past a limit, `import/protected`
   * where it is encrypted, and `import/broken` where it cannot be unpacked.
   */
  bytes(path: string): Uint8Array<ArrayBuffer> | null;
}

/** Compressed bytes fed at a time: what comes of one piece is at most 1,032 times as much, so a limit is never overrun far. */
const piece = 16_384;

interface Unpacking {
  readonly name: string;
  readonly limits: ZipLimits;
  spent: number;
}

/** Ends the work where what is unpacked has grown beyond all measure. */
function weigh(size: number, entry: ZipEntry, { name, limits, spent }: Unpacking): void {
  const isBomb = size > limits.free && size > entry.data.length * limits.ratio;
  if (isBomb || size > limits.each || spent + size > limits.all) throw new Fault('import/too-large', name);
}

function inflate(entry: ZipEntry, unpacking: Unpacking): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    weigh(size, entry, unpacking);
    parts.push(part);
  });
  for (let at = 0; at < entry.data.length; at += piece) {
    pulse();
    stream.push(entry.data.subarray(at, at + piece), at + piece >= entry.data.length);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function unpack(entry: ZipEntry, unpacking: Unpacking): Uint8Array<ArrayBuffer> {
  if (entry.isEncrypted) throw new Fault('import/protected', unpacking.name);
  if (entry.method !== 0 && entry.method !== 8) throw new Fault('import/broken', unpacking.name);
  weigh(entry.size, entry, unpacking);
  const bytes = entry.method === 0 ? entry.data.slice() : inflate(entry, unpacking);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw new Fault('import/broken', unpacking.name);
  unpacking.spent += bytes.length;
  return bytes;
}

/**
 * Opens an archive. `name` is the file's name, for faults: `import/broken` where it is none or is cut off,
 * `import/too-large` where it lists more entries than the limits allow.
 */
export function openZip(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  limits: Partial<ZipLimits> = {},
): Archive {
  const unpacking: Unpacking = { name, limits: { ...usual, ...limits }, spent: 0 };
  const entries = new Map(listZip(bytes, name, unpacking.limits.entries).map((one) => [one.path, one]));
  const folded = new Map([...entries.keys()].map((path) => [path.toLowerCase(), path]));
  const find = (path: string): string | null =>
    entries.has(path) ? path : (folded.get(path.toLowerCase()) ?? null);
  return {
    names: [...entries.keys()],
    has: (path) => find(path) !== null,
    find,
    bytes: (path) => {
      const entry = entries.get(find(path) ?? '');
      if (!entry) return null;
      try {
        return unpack(entry, unpacking);
      } catch (error) {
        throw error instanceof Fault ? error : new Fault('import/broken', name, { cause: error });
      }
    },
  };
}
