/** The bytes of a plain text as text: by its mark, else by what they must be. Part of the reader of plain text. */
import { Fault } from '../../model/fault.ts';

/** A text of more characters is not read: no paper is that long. */
const longest = 30_000_000;

/** UTF-16 without a mark: every other byte is 0 in most of the first kilobyte. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.1 ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideOrder(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** More signs than these that no text has, in so many: it is none. */
const most = 0.01;

/** Throws `import/empty` for white space alone, `import/broken` for what is no text, `import/too-large`. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > longest * 2) throw new Fault('import/too-large');
  const text = decoded(bytes).replace(/\r\n?|[\u2028\u0085]/gu, '\n');
  if (text.length > longest) throw new Fault('import/too-large');
  const head = text.slice(0, 100_000);
  // eslint-disable-next-line no-control-regex
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  if (strange > head.length * most) throw new Fault('import/broken');
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\ufeff]/gu, '');
  if (clean.trim() === '') throw new Fault('import/empty');
  return clean;
}
