/** Titles for an Argdown file: short, each once, and such that no sign of the grammar is in them. */
import { tame } from './argdown-text.ts';

const longest = 56;

/** Names that every JavaScript object knows: Argdown keeps titles as keys of one. */
const isReserved = (title: string): boolean => title in Object.prototype;

/** What a title may not have: brackets end it, and direction marks would turn what follows round. */
const unfit = /[[\]<>{}\u202A-\u202E\u2066-\u2069]+/gu;

/** Words as a title; empty where nothing of them can be one. */
export function titleFrom(words: string): string {
  const plain = tame(words)
    .replace(unfit, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const signs = [...plain];
  if (signs.length <= longest) return plain.replace(/(?<![.:;,\s])[.:;,\s]+$/u, '');
  const cut = signs.slice(0, longest).join('');
  const atWord = cut.replace(/\s+\S*$/u, '');
  return `${(atWord.length > longest / 2 ? atWord : cut).replace(/[\p{P}\s]+$/u, '')} …`;
}

/** Whether a title of another file can stand as it is. */
export const isTitle = (title: string): boolean =>
  /^[^-+_\n\]>][^\n\]>]*$/u.test(title) &&
  !isReserved(title) &&
  title.trim() !== '' &&
  !title.startsWith('!--');

/** Gives titles, each once. One for statements and one for arguments. */
export class Titles {
  readonly #given = new Set<string>();
  /** What the next number of a title is, so that a thousand alike are not tried one by one. */
  readonly #numbers = new Map<string, number>();

  /** A title of another file, where it can stand and is free; null where not. */
  keep(title: string): string | null {
    if (!isTitle(title) || this.#given.has(title)) return null;
    this.#given.add(title);
    return title;
  }

  /** A title from words, or from what it is called where they give none. */
  make(words: string, kind: string): string {
    const found = titleFrom(words);
    // Argdown leaves out of its maps what is called so.
    const isUnfit = found === '' || found.startsWith('Untitled') || isReserved(found);
    const first = isUnfit ? `${kind} ${found}`.trim() : found;
    if (!this.#given.has(first) && !isUnfit) return this.#take(first);
    for (let number = this.#numbers.get(first) ?? (isUnfit ? 1 : 2); ; number += 1) {
      this.#numbers.set(first, number + 1);
      if (!this.#given.has(`${first} ${number}`)) return this.#take(`${first} ${number}`);
    }
  }

  #take(title: string): string {
    this.#given.add(title);
    return title;
  }
}
