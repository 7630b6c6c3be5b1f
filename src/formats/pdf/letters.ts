/** Letters as they are written: ligatures undone, accents that stand alone put on their letters. */

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Accents that some fonts print as signs of their own before the letter, and the signs that go behind it. */
const accents: Readonly<Record<string, string>> = {
  ˆ: '\u0302',
  '˜': '\u0303',
  '¨': '\u0308',
  '´': '\u0301',
  ˇ: '\u030c',
  '˘': '\u0306',
  '˙': '\u0307',
  '˚': '\u030a',
  '˝': '\u030b',
};

const plainLetter = (letter: string): string => (letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter);

/** Puts accents on the letters after them. Also for a text put together of several runs. */
export const accented = (text: string): string =>
  text.replace(/([ˆ˜¨´ˇ˘˙˚˝])([\p{L}])/gu, (_, accent: string, letter: string) =>
    `${plainLetter(letter)}${accents[accent]}`.normalize('NFC'),
  );

/** A run's text as words have it. */
export const written = (text: string): string =>
  accented(text.replace(/[ﬀ-ﬆ]/gu, (sign) => ligatures[sign] ?? sign))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t\n\r]/gu, ' ')
    .replace(/\u0088/gu, '•')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u200b\ufeff\ufffe\uffff]/gu, '');
