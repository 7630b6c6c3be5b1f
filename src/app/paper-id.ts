/** What a paper of one's own is called: by who wrote it and when, and by its text, so that the same file has one id everywhere. Pure. */
import type { DraftFront } from '../model/draft.ts';
import { fold } from '../text/fold.ts';

/** Longest that the readable part of an id may be, in UTF-16 units. */
const longest = 40;

const slug = (words: string): string =>
  fold(words)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

/** The last word of a name that is only known as a whole, or what stands before its comma. */
const familyOf = (name: string): string =>
  name.includes(',') ? (name.split(',')[0] ?? '') : (name.trim().split(/\s+/u).at(-1) ?? '');

/** The family name of the first author; empty where none is known. */
export function firstFamily({ names, authors }: DraftFront): string {
  const [first] = names ?? [];
  return first?.family ?? familyOf(first?.literal ?? authors?.[0] ?? '');
}

/** Cut between words where that is possible. */
function cut(words: string): string {
  if (words.length <= longest) return words;
  const end = words.lastIndexOf('-', longest);
  return [...words].length > longest && end < 12
    ? [...words].slice(0, longest).join('')
    : words.slice(0, end);
}

/** `gul-2008-3fa9c2`: family name and year, or the first words of the title, and six digits of the text's hash. */
export function paperId(front: DraftFront, hash: string): string {
  const family = slug(firstFamily(front));
  const title = slug(front.title ?? '')
    .split('-')
    .slice(0, 5)
    .join('-');
  const lead = family ? [family, front.year].filter(Boolean).join('-') : title;
  return `${cut(lead) || 'paper'}-${hash.replace(/^sha256-/u, '').slice(0, 6)}`;
}

/** `id`, or the first of `id-2`, `id-3` … that is not taken. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let count = 2;
  while (isTaken(`${id}-${count}`)) count += 1;
  return `${id}-${count}`;
}
