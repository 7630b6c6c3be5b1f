/** A PDF whose end is lost: the trailer that says where it begins is written anew. Part of `engine.ts`. Pure. */

/** Where a catalogue may be looked for: in the bytes as Latin-1, in pieces, so that a large file costs no second copy. */
const piece = 1 << 20;

const catalogue = /(\d{1,10})\s+(\d{1,5})\s+obj\b(?:(?!endobj)[\s\S]){0,2000}?\/Type\s*\/Catalog\b/gu;

function lastCatalogue(bytes: Uint8Array): string | null {
  const latin = new TextDecoder('latin1');
  let found: string | null = null;
  for (let start = 0; start < bytes.length; start += piece) {
    const text = latin.decode(bytes.subarray(start, start + piece + 4096));
    for (const [, number, generation] of text.matchAll(catalogue)) found = `${number} ${generation}`;
  }
  return found;
}

/** The same bytes and a trailer; null where there is no catalogue that one could lead to. */
export function withTrailer(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const root = lastCatalogue(bytes);
  if (root === null) return null;
  const trailer = new TextEncoder().encode(`\ntrailer\n<< /Root ${root} R >>\nstartxref\n0\n%%EOF\n`);
  const whole = new Uint8Array(bytes.length + trailer.length);
  whole.set(bytes);
  whole.set(trailer, bytes.length);
  return whole;
}
