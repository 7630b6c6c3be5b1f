/** What a kept update is known by in database and journal alike: a number made of its bytes. */

/**
 * The same for the same bytes, up to 2 ** 53. Two of 100,000 different updates meet with a chance of one to two million;
 * it is no proof against somebody who seeks such a pair.
 */
export function identityOf(bytes: Uint8Array): number {
  let one = 0x9e3779b9 ^ bytes.length;
  let two = 0x85ebca6b + bytes.length;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    one = Math.imul(one ^ word, 0x9e3779b1);
    one ^= one >>> 15;
    two = Math.imul((two << 13) ^ (two >>> 19) ^ word, 0xc2b2ae35);
  }
  for (; at < bytes.length; at += 1) {
    one = Math.imul(one ^ (bytes[at] as number), 0x01000193);
    two = Math.imul((two << 7) ^ (two >>> 25) ^ (bytes[at] as number), 0x27d4eb2f);
  }
  one = mixed(one ^ (two >>> 11));
  two = mixed(two ^ one);
  return (two >>> 11) * 0x1_0000_0000 + (one >>> 0);
}

/** Spreads each bit of a word over all of it. */
function mixed(word: number): number {
  let bits = word ^ (word >>> 16);
  bits = Math.imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x846ca68b);
  return bits ^ (bits >>> 16);
}
