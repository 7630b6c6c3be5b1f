/** The directory of a zip archive: what is in it, where, and how large it says to be. Nothing is unpacked here. */
import { Fault } from '../../model/fault.ts';

/** A file of an archive. */
export interface ZipEntry {
  /** Folders by `/`, never leading out of the archive. */
  readonly path: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Unpacked, as the directory says. */
  readonly size: number;
  /** As packed. */
  readonly data: Uint8Array;
}

const marks = {
  file: 0x04034b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
/** A field that says: too large for me, see the 64-bit one. */
const beyond = 0xffffffff;
/** Length of the end record without its comment, and the longest comment. */
const [endLength, longestComment] = [22, 0xffff];

interface Directory {
  readonly at: number;
  readonly count: number;
  /** Bytes before the archive (a program that unpacks itself). */
  readonly shift: number;
}

/** Where the end record stands; -1 where there is none. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1)
    if (view.getUint32(at, true) === marks.end) return at;
  return -1;
}

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function directoryOf(view: DataView): Directory | null {
  const end = endOf(view);
  if (end < 0) return null;
  let [count, size, offset] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  let behind = end;
  if (end >= 20 && view.getUint32(end - 20, true) === marks.locator64) {
    const at = large(view, end - 12);
    if (view.getUint32(at, true) === marks.end64) {
      [count, size, offset] = [large(view, at + 32), large(view, at + 40), large(view, at + 48)];
      behind = at;
    }
  }
  const at = behind - size;
  return at >= 0 && at >= offset ? { at, count, shift: at - offset } : null;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** Most writers say nothing of their names' encoding and write UTF-8. */
function nameOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

/** A path inside the archive; null for folders, and for what leads out of it or says another thing than it seems to. */
function tidy(name: string): string | null {
  const path = name.replace(/\\/gu, '/').normalize('NFC');
  // eslint-disable-next-line no-control-regex
  if (path.endsWith('/') || /^(?:\/|[a-z]:)|[\u0000-\u001f]/iu.test(path)) return null;
  return path.split('/').includes('..')
    ? null
    : path.replace(/(?:^|(?<=\/))\.\//gu, '').replace(/\/{2,}/gu, '/');
}

interface Sizes {
  size: number;
  packed: number;
  offset: number;
}

/** Sizes that do not fit stand in an extra field, in this order, only those that do not fit. */
function widen(view: DataView, from: number, to: number, sizes: Sizes): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== beyond) continue;
      sizes[key] = large(view, field);
      field += 8;
    }
  }
}

/** The entry that stands at `at`, and where the next begins. `entry` is null where it is no file. */
function entryAt(view: DataView, bytes: Uint8Array, at: number, shift: number) {
  if (view.getUint32(at, true) !== marks.entry) throw new RangeError('No entry of a directory stands here.');
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const sizes: Sizes = {
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  const extra = at + 46 + view.getUint16(at + 28, true);
  const comment = extra + view.getUint16(at + 30, true);
  widen(view, extra, comment, sizes);
  const next = comment + view.getUint16(at + 32, true);
  const path = tidy(nameOf(bytes.subarray(at + 46, extra)));
  if (path === null) return { entry: null, next };
  const local = sizes.offset + shift;
  if (view.getUint32(local, true) !== marks.file) throw new RangeError('No file stands where it is said to.');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + sizes.packed > bytes.length) throw new RangeError('A file is cut off.');
  const data = bytes.subarray(start, start + sizes.packed);
  const crc = view.getUint32(at + 16, true);
  const entry: ZipEntry = { path, method, isEncrypted: (flags & 1) === 1, crc, size: sizes.size, data };
  return { entry, next };
}

/**
 * The files of an archive in the order of its directory. Throws `import/broken` where it is none or is cut off, and
 * `import/too-large` where it lists more than `most`. `name` is the file's, for faults.
 */
export function listZip(bytes: Uint8Array, name: string, most: number): readonly ZipEntry[] {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = directoryOf(view);
    if (!directory) throw new RangeError('There is no directory.');
    if (directory.count > most) throw new Fault('import/too-large', name);
    const entries: ZipEntry[] = [];
    for (let at = directory.at, left = directory.count; left > 0; left -= 1) {
      const { entry, next } = entryAt(view, bytes, at, directory.shift);
      if (entry) entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('import/broken', name, { cause: error });
  }
}
