/** The works in other scripts, letter by letter: what is hard about a script is then there, and the right answers are known as before. */

const wordPattern = /\p{L}+/gu;

/** Every seventh word in mathematical letters, a sign of several code points behind every eleventh. */
export function astral(text: string): string {
  let count = 0;
  return text.replace(wordPattern, (word) => {
    count += 1;
    const set = count % 7 === 0 ? word.replace(/[a-z]/gu, mathematical) : word;
    return count % 11 === 0 ? `${set} 👩🏽‍🏫` : set;
  });
}

const mathematical = (letter: string): string =>
  String.fromCodePoint(0x1d41a + (letter.codePointAt(0) ?? 97) - 97);

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý' };

/** The first vowel of every third word with an accent, as one code point. */
export function accented(text: string): string {
  let count = 0;
  return text.replace(wordPattern, (word) => {
    count += 1;
    return count % 3 === 0 ? word.replace(/[aeiouy]/u, (letter) => accents[letter] ?? letter) : word;
  });
}

const alphabet = 'אבגדהוזחטיכלמנסעפצקרשתאבגד';

/** In Hebrew letters; it says nothing. */
export const hebrew = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => alphabet[(letter.toLowerCase().codePointAt(0) ?? 97) - 97] ?? letter);

const points = '\u05B0\u05B4\u05B7\u05B8\u05BC';

/** Hebrew with points below every other letter. */
export function pointed(text: string): string {
  let count = 0;
  return text.replace(/[א-ת]/gu, (letter) => {
    count += 1;
    return count % 2 === 0 ? letter + (points[count % points.length] ?? '') : letter;
  });
}
