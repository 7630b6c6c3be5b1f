/** Folding: what of a text counts when one looks for words. Case, diacritics, kinds of quotes and dashes do not. Pure. */

/** Letters that no normal form takes apart, and signs that stand for one another. */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    þ: 'th',
    ı: 'i',
    ς: 'σ',
    '⁄': '/',
    ...Object.fromEntries([...'‘’‚‛′ʹʻʼʽ`´‹›'].map((sign) => [sign, "'"])),
    ...Object.fromEntries([...'“”„‟″«»'].map((sign) => [sign, '"'])),
    ...Object.fromEntries([...'‐‑‒–—―−⁃﹘﹣－'].map((sign) => [sign, '-'])),
  }),
);

/**
 * Marks that are diacritics: those of Latin, Greek and Cyrillic, the points of Hebrew, the vowels of Arabic. The vowel
 * signs of India and Thailand and the voicing of kana are letters to those who read them, and stay.
 */
const diacritic =
  /(?!\u3099|\u309A)(?=\p{M})[\p{sc=Zinh}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]/gu;

/** What is not seen (soft hyphens, joiners, marks of direction), and the Arabic stroke that only stretches a word. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;

const stripped = (text: string): string =>
  text.normalize('NFKD').replace(diacritic, '').replace(unseen, '').toLowerCase();

function compute(character: string): string {
  if (character.replace(unseen, '') === '') return '';
  if (/\s/u.test(character)) return ' ';
  const known = alike.get(character);
  if (known !== undefined) return known;
  // Small letters may have signs of their own to lose: İ is i and a dot.
  const folded = [...stripped(stripped(character))].map((one) => alike.get(one) ?? one).join('');
  // A diacritic that stands alone (¨) is a sign, not a space with something above it.
  return /\s/u.test(folded) ? character : folded;
}

const known = new Map<string, string>();

/** What one character (a code point) counts as: often one character, sometimes several (ß, …), nothing for a diacritic. */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) known.set(character, (folded = compute(character)));
  return folded;
}

/** A text as one looks for it: folded, with single spaces. `fold(fold(text))` is `fold(text)`. */
export function fold(text: string): string {
  let folded = '';
  let isSpaced = false;
  for (const character of text) {
    const next = foldCharacter(character);
    if (next === '' || (isSpaced && next === ' ')) continue;
    folded += next;
    isSpaced = next === ' ';
  }
  return folded;
}
