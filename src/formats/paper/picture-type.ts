/** What kind of picture a file is, by its first bytes: its name may say otherwise. Pure. */
import type { Picture } from './reader.ts';

const beginnings: readonly (readonly [Picture['type'], RegExp])[] = [
  ['image/png', /^\x89PNG\r\n/u],
  ['image/jpeg', /^\xff\xd8\xff/u],
  ['image/gif', /^GIF8[79]a/u],
  ['image/webp', /^RIFF.{4}WEBP/su],
];

/** Null for what is kept as no picture: drawings of vectors, and all that could hold a script. */
export function pictureType(bytes: Uint8Array): Picture['type'] | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return beginnings.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

const endings: Readonly<Record<Picture['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** A name for a picture that came from a path of an archive: without folders, with the ending of what it is. */
export function pictureName(
  path: string,
  type: Picture['type'],
  taken: { has(name: string): boolean },
): string {
  const bare =
    (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '').replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'picture';
  const short = [...bare].slice(0, 60).join('');
  let name = `${short}.${endings[type]}`;
  for (let count = 2; taken.has(name); count += 1) name = `${short}-${count}.${endings[type]}`;
  return name;
}
