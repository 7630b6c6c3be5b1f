/** Files of other kinds by the bytes they begin with. Part of recognising files. */
import type { ForeignKind } from '../../model/foreign-file.ts';

interface Sign {
  /** As Latin-1. */
  readonly sign: string;
  readonly at?: number;
  readonly kind: ForeignKind;
}

const signs: readonly Sign[] = [
  { sign: '{\\rtf', kind: 'rtf' },
  { sign: '\x89PNG\r\n', kind: 'picture' },
  { sign: '\xFF\xD8\xFF', kind: 'picture' },
  { sign: 'GIF8', kind: 'picture' },
  { sign: 'II*\0', kind: 'picture' },
  { sign: 'MM\0*', kind: 'picture' },
  { sign: '8BPS', kind: 'picture' },
  { sign: 'WEBP', at: 8, kind: 'picture' },
  { sign: 'ftyphei', at: 4, kind: 'picture' },
  { sign: 'ftypmif1', at: 4, kind: 'picture' },
  { sign: 'ftypavif', at: 4, kind: 'picture' },
  { sign: 'ftyp', at: 4, kind: 'recording' },
  { sign: 'WAVE', at: 8, kind: 'recording' },
  { sign: 'AVI ', at: 8, kind: 'recording' },
  { sign: 'ID3', kind: 'recording' },
  { sign: 'OggS', kind: 'recording' },
  { sign: 'fLaC', kind: 'recording' },
  { sign: '\x1A\x45\xDF\xA3', kind: 'recording' },
  { sign: 'BOOKMOBI', at: 60, kind: 'kindle' },
  { sign: 'TPZ', kind: 'kindle' },
  { sign: 'AT&TFORM', kind: 'djvu' },
  { sign: '%!PS', kind: 'postscript' },
  { sign: '\xC5\xD0\xD3\xC6', kind: 'postscript' },
  { sign: '\xF7\x02', kind: 'postscript' },
  { sign: '\x1F\x8B', kind: 'archive' },
  { sign: 'BZh', kind: 'archive' },
  { sign: '\xFD7zXZ', kind: 'archive' },
  { sign: '7z\xBC\xAF', kind: 'archive' },
  { sign: 'Rar!', kind: 'archive' },
  { sign: 'ustar', at: 257, kind: 'archive' },
  { sign: 'bplist', kind: 'web-archive' },
  { sign: 'SQLite format 3', kind: 'data' },
  { sign: '\x7FELF', kind: 'program' },
  { sign: 'MZ\x90', kind: 'program' },
  { sign: '\xCF\xFA\xED\xFE', kind: 'program' },
  { sign: '\0asm', kind: 'program' },
];

/** The container of old office files; in it a newer one lies that is shut by a password. */
const container = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

const begins = (bytes: Uint8Array, sign: string, at: number): boolean =>
  [...sign].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Names in the container have two bytes a letter. It lists them in one of its sectors, wherever that is. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first] = wide as [number];
  const end = Math.min(bytes.length, 4_000_000) - wide.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= end; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** The kind of a file that begins like one of these; null where it does not. */
export function signedKind(bytes: Uint8Array): ForeignKind | null {
  if (begins(bytes, container, 0)) return holds(bytes, 'EncryptedPackage') ? 'locked-office' : 'old-office';
  return signs.find(({ sign, at = 0 }) => begins(bytes, sign, at))?.kind ?? null;
}
