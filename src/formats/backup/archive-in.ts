/** Reads a zip archive out of a file on the disk, entry by entry, within limits: the file itself is never in memory as a whole. */
import { Fault } from '../../model/fault.ts';
import { checksum } from './archive-out.ts';

/** What an archive may hold at most; sizes in bytes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly each: number;
  /** How many times larger an entry of more than `free` bytes may be than its packed form. */
  readonly ratio: number;
  readonly free: number;
}

const MB = 2 ** 20;

const usual: ArchiveLimits = { entries: 400_000, each: 512 * MB, ratio: 250, free: 16 * MB };

/** Where an entry lies, and what the directory says of it. */
interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

const beyond = 0xffffffff;
const [endLength, longestComment, locatorLength, headLength] = [22, 0xffff, 20, 30];
/** Longest directory that is read at once. */
const longestDirectory = 128 * MB;

const view = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

const large = (of: DataView, at: number): number => Number(of.getBigUint64(at, true));

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly count: number;
}

async function directoryOf(file: Blob): Promise<Directory> {
  const from = Math.max(0, file.size - endLength - longestComment - locatorLength);
  const tail = await view(file, from, file.size);
  let end = tail.byteLength - endLength;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new RangeError('There is no directory.');
  const isFar = end >= locatorLength && tail.getUint32(end - locatorLength, true) === 0x07064b50;
  if (!isFar) {
    const [count, size, at] = [
      tail.getUint16(end + 10, true),
      tail.getUint32(end + 12, true),
      tail.getUint32(end + 16, true),
    ];
    return { count, size, at };
  }
  const record = large(tail, end - 12);
  const far = await view(file, record, record + 56);
  if (far.getUint32(0, true) !== 0x06064b50) throw new RangeError('There is no directory.');
  return { count: large(far, 32), size: large(far, 40), at: large(far, 48) };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The entry that the directory has at `at`, and where the next begins. */
function entryAt(of: DataView, at: number): { readonly entry: Entry; readonly next: number } {
  if (of.getUint32(at, true) !== 0x02014b50) throw new RangeError('No entry of a directory stands here.');
  const [name, extra, comment] = [28, 30, 32].map((field) => of.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const near = of.getUint32(at + 42, true);
  const bytes = new Uint8Array(of.buffer, of.byteOffset + at + 46, name);
  const entry = {
    path: decoder.decode(bytes),
    method: of.getUint16(at + 10, true),
    crc: of.getUint32(at + 16, true),
    packed: of.getUint32(at + 20, true),
    size: of.getUint32(at + 24, true),
    // The one field that archives of ours widen.
    offset: near === beyond && extra >= 12 ? large(of, at + 46 + name + 4) : near,
  };
  return { entry, next: at + 46 + name + extra + comment };
}

async function listed(file: Blob, limits: ArchiveLimits, name: string): Promise<readonly Entry[]> {
  const { at, size, count } = await directoryOf(file);
  if (count > limits.entries || size > longestDirectory) throw new Fault('backup/too-large', name);
  const directory = await view(file, at, at + size);
  const entries: Entry[] = [];
  for (let from = 0; entries.length < count;) {
    const { entry, next } = entryAt(directory, from);
    entries.push(entry);
    from = next;
  }
  // Entries that share bytes are how a small file says that it is endless.
  let end = 0;
  for (const { offset, packed } of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (offset < end) throw new RangeError('Two entries lie over each other.');
    end = offset + headLength + packed;
  }
  if (end > at) throw new RangeError('An entry is cut off.');
  return entries;
}

/** See the head of this file. */
export class ArchiveIn {
  readonly #file: Blob;
  readonly #name: string;
  readonly #limits: ArchiveLimits;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: Blob, name: string, limits: ArchiveLimits, entries: readonly Entry[]) {
    this.#file = file;
    this.#name = name;
    this.#limits = limits;
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /**
   * Opens it. `name` is the file's, for faults: `backup/broken` where it is no archive or is cut off, `backup/too-large` where
   * it lists more than the limits allow.
   */
  static async open(file: Blob, name: string, limits: Partial<ArchiveLimits> = {}): Promise<ArchiveIn> {
    const all = { ...usual, ...limits };
    try {
      return new ArchiveIn(file, name, all, await listed(file, all, name));
    } catch (error) {
      throw error instanceof Fault ? error : new Fault('backup/broken', name, { cause: error });
    }
  }

  /** How many entries are listed, paths that occur twice counted once. */
  get count(): number {
    return this.#entries.size;
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /**
   * Unpacks an entry. Throws `backup/broken` where there is none of that path, or where it is not what the directory says,
   * and `backup/too-large` past a limit.
   */
  async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.#entries.get(path);
    if (!entry) throw new Fault('backup/broken', this.#name);
    this.#weigh(entry.size, entry);
    try {
      const bytes = await this.#unpacked(entry);
      if (bytes.length !== entry.size || (await checksum(bytes)) !== entry.crc)
        throw new RangeError('An entry is not what it was.');
      return bytes;
    } catch (error) {
      throw error instanceof Fault ? error : new Fault('backup/broken', this.#name, { cause: error });
    }
  }

  async #unpacked(entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
    const { offset, packed, method } = entry;
    const head = await view(this.#file, offset, offset + headLength);
    if (head.getUint32(0, true) !== 0x04034b50) throw new RangeError('No entry stands where it is said to.');
    const start = offset + headLength + head.getUint16(26, true) + head.getUint16(28, true);
    const data = this.#file.slice(start, start + packed);
    if (method === 0) return new Uint8Array(await data.arrayBuffer());
    if (method !== 8) throw new RangeError('An entry is packed in a way that is not known.');
    return this.#inflated(data, entry);
  }

  async #inflated(data: Blob, entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(entry.size);
    const reader = data.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    let size = 0;
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const { value } = step;
      if (size + value.length > whole.length) {
        await reader.cancel();
        throw new RangeError('An entry is longer than it says.');
      }
      whole.set(value, size);
      size += value.length;
    }
    return whole.subarray(0, size);
  }

  #weigh(size: number, { packed }: Entry): void {
    const { each, free, ratio } = this.#limits;
    if (size > each || (size > free && size > packed * ratio))
      throw new Fault('backup/too-large', this.#name);
  }
}
