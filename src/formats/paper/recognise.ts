/** What a file is, by its bytes first and its name second. Looks at its beginning and at the names in an archive alone. Pure. */
import { beginningOf } from './beginning.ts';
import type { Recognised } from './recognised.ts';
import { signedKind } from './signatures.ts';
import { textKind } from './text-kind.ts';
import { zipKind } from './zip-kind.ts';

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), to));

/**
 * Readers of PDF take what has the sign anywhere in its first kilobyte: mail and servers put lines before it.
 * Further in than the very beginning it must have the parts of a PDF too, or a text about PDF would be one.
 */
function isPdf(bytes: Uint8Array): boolean {
  const head = latin(bytes, 0, 1024);
  const at = head.indexOf('%PDF-');
  if (at < 0) return false;
  if (head.slice(0, at).trim().replace('ï»¿', '') === '') return true;
  return (
    /\d+ \d+ obj/u.test(latin(bytes, at, at + 4096)) ||
    latin(bytes, bytes.length - 2048, bytes.length).includes('startxref')
  );
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (bytes[2] === 3 || bytes[2] === 5) &&
  (bytes[3] === 4 || bytes[3] === 6);

/** What the file called `name` is. Never throws. */
export function recognise(bytes: Uint8Array, name: string): Recognised {
  if (bytes.length === 0) return { is: 'empty' };
  if (isPdf(bytes)) return { is: 'paper', format: 'pdf' };
  if (isZip(bytes)) return zipKind(bytes);
  const signed = signedKind(bytes);
  if (signed) return { is: 'foreign', kind: signed };
  const beginning = beginningOf(bytes);
  if (beginning === null) return { is: 'unknown' };
  if (beginning.trim() === '' && bytes.length <= beginning.length * 4) return { is: 'empty' };
  return textKind(beginning, name);
}
