/** The checksum of archives (CRC-32): tells a damaged entry from a sound one. */
import { pulse } from '../../model/beat.ts';

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const piece = 65_536;

/** As a number of 32 bits, not negative. `before` is that of the bytes that stand before these: large things go piece by piece. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let from = 0; from < bytes.length; from += piece) {
    pulse();
    for (const byte of bytes.subarray(from, from + piece))
      value = (value >>> 8) ^ (table[(value ^ byte) & 255] as number);
  }
  return ~value >>> 0;
}
