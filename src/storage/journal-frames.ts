/** Records of the journal as bytes: length and sum before each, so that a torn end and a damaged place are known. */

/** Where the payload of a record lies, in bytes from the beginning of the file. */
export interface Framed {
  readonly start: number;
  readonly end: number;
}

/** `end`: where the next record goes; what follows is torn. `isDamaged`: something between records cannot be read. */
export interface Frames {
  readonly records: readonly Framed[];
  readonly end: number;
  readonly isDamaged: boolean;
}

/** Bytes before each payload: sign, length, sum; all little-endian. */
export const frameHead = 12;

const sign = 0x4c4a5257;
const signByte = sign & 255;

const tables: readonly Uint32Array[] = sumTables();

/** Four tables, so that four bytes are summed in one step. */
function sumTables(): readonly Uint32Array[] {
  const all = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first, ...others] = all as [Uint32Array, ...Uint32Array[]];
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    first[byte] = sum;
  }
  others.forEach((table, at) => {
    const before = all[at] as Uint32Array;
    for (let byte = 0; byte < 256; byte += 1) {
      const sum = before[byte] as number;
      table[byte] = (sum >>> 8) ^ (first[sum & 255] as number);
    }
  });
  return all;
}

/** The CRC-32 of bytes (that of zip and PNG), from `from` up to `to`. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const [one, two, three, four] = tables as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let sum = 0xffffffff;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    sum ^= word(bytes, at);
    sum =
      (four[sum & 255] as number) ^
      (three[(sum >>> 8) & 255] as number) ^
      (two[(sum >>> 16) & 255] as number) ^
      (one[sum >>> 24] as number);
  }
  for (; at < to; at += 1) sum = (sum >>> 8) ^ (one[(sum ^ (bytes[at] as number)) & 255] as number);
  return ~sum >>> 0;
}

/** Four bytes as a number, little-endian; the bits may make it negative. */
function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** Writes the head of a record whose payload already stands behind it, up to the end of `record`. */
export function seal(record: Uint8Array): void {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  view.setUint32(0, sign, true);
  view.setUint32(4, record.length - frameHead, true);
  view.setUint32(8, crc32(record, frameHead), true);
}

/** Finds the records of a file, whatever was done to it: what is whole after a damaged place counts. */
export function findFrames(bytes: Uint8Array): Frames {
  const records: Framed[] = [];
  let end = 0;
  let isDamaged = false;
  let at = 0;
  while (at >= 0 && at + frameHead <= bytes.length) {
    const record = recordAt(bytes, at);
    if (record) {
      isDamaged ||= at > end;
      records.push(record);
      end = record.end;
      at = end;
    } else at = bytes.indexOf(signByte, at + 1);
  }
  return { records, end, isDamaged };
}

function recordAt(bytes: Uint8Array, at: number): Framed | null {
  if (word(bytes, at) !== sign) return null;
  const start = at + frameHead;
  const end = start + (word(bytes, at + 4) >>> 0);
  if (end > bytes.length || crc32(bytes, start, end) !== word(bytes, at + 8) >>> 0) return null;
  return { start, end };
}
