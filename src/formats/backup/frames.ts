/** Pieces of bytes in a row as one file: before each its length, four bytes, the low one first. Written and read side by side. */

/** The file that holds `pieces`. */
export function writeFrames(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length, true);
    whole.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return whole;
}

/** The pieces, as views of `bytes`; null where the lengths do not add up. */
export function readFrames(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return null;
    const end = at + 4 + view.getUint32(at, true);
    if (end > bytes.length) return null;
    pieces.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return pieces;
}
