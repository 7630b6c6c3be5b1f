/** Hyphens at the ends of lines, undone by what else the document writes: its own words are the dictionary. */
import { beat } from '../../model/beat.ts';
import type { Line } from './lines.ts';

/** What becomes of a hyphen: gone, kept, and how sure that is. */
export interface Hyphen {
  readonly isKept: boolean;
  readonly certainty: number;
}

/** How often the words of a text come in the midst of lines, small letters. */
export type Words = ReadonlyMap<string, number>;

const word = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu;
const atEnd = /[-‐\u00ad]$/u;

/** Counts words, but for the parts of those that are broken at the ends of lines. */
export function wordsOfLines(lines: readonly Line[]): Words {
  const words = new Map<string, number>();
  let wasBroken = false;
  for (const { text } of lines) {
    beat();
    const found = text.match(word) ?? [];
    const isBroken = atEnd.test(text);
    found.forEach((one, at) => {
      if ((at === 0 && wasBroken) || (at === found.length - 1 && isBroken)) return;
      const key = one.toLowerCase().replaceAll('‐', '-');
      words.set(key, (words.get(key) ?? 0) + 1);
    });
    wasBroken = isBroken;
  }
  return words;
}

/** The stems of a word that may stand elsewhere in another form. */
function stems(joined: string): readonly string[] {
  const bare = joined.replace(/(?:ing|ed|es|s|ly|er|ers|d|ment|ness|tion|al)$/u, '');
  return [
    `${joined}s`,
    joined.replace(/s$/u, ''),
    bare,
    `${bare}e`,
    `${bare}ed`,
    `${bare}ing`,
    `${bare}s`,
    `${bare}ly`,
  ].filter((stem) => stem.length > 3 && stem !== joined);
}

/** What is looked at of a word, in UTF-16 units: no word is longer, but a file may hold anything. */
const longestWord = 200;

/**
 * Judges a hyphen between the last word of a line and the first of the next. Null where the line's end is none: what goes
 * on is no small letter, or before it stands none; the hyphen is then part of the text.
 */
export function judgeHyphen(before: string, after: string, words: Words): Hyphen | null {
  const first = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐\u00ad]$/u.exec(before.slice(-longestWord))?.[1];
  const isCaps = first !== undefined && first.length > 1 && first === first.toUpperCase();
  const second = (isCaps ? /^\p{Lu}[\p{L}\p{M}]+/u : /^\p{Ll}[\p{L}\p{M}]*/u).exec(after)?.[0];
  if (first === undefined || second === undefined) return null;
  if (before.endsWith('\u00ad')) return { isKept: false, certainty: 1 };
  return judgeParts(
    first.toLowerCase(),
    second.toLowerCase(),
    /^[-‐]\p{L}/u.test(after.slice(second.length)),
    words,
  );
}

/** Parts of words that English joins by a hyphen. */
const heads = /^(?:self|well|ill|half|quasi|ex|so|all|cross|vice)$/u;
const tails =
  /^(?:minded|headed|eyed|haired|hearted|handed|faced|footed|sided|legged|shaped|sized|colou?red|looking|known|made|born|going|sounding|century|year|based|called|oriented|related|owned|controlled|scented|general|law|called|term|up|in|off|out|on|to|of|the)$/u;

/** `isCompound`: the next line's word has a hyphen of its own. */
function judgeParts(first: string, second: string, isCompound: boolean, words: Words): Hyphen {
  const count = (key: string): number => words.get(key) ?? 0;
  const [joined, kept] = [count(first + second), count(`${first}-${second}`)];
  if (joined > 0 || kept > 0) return { isKept: kept > joined, certainty: 1 };
  if (stems(first + second).some((stem) => count(stem) > 0)) return { isKept: false, certainty: 1 };
  const isWord = (part: string): boolean => count(part) > 0 && part.length > 3;
  if (isCompound || first.includes('-')) return { isKept: true, certainty: 0.7 };
  if (heads.test(first) || tails.test(second)) return { isKept: true, certainty: 0.7 };
  return isWord(first) && isWord(second)
    ? { isKept: true, certainty: 0.55 }
    : { isKept: false, certainty: 0.8 };
}
