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

/** Signs below the space in fonts that TeX encodes, of which files with drawn letters say nothing else. */
const texSigns: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000d': 'fl',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u0019': 'ı',
  '\u001a': 'ȷ',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
  "'": '’',
  '`': '‘',
  '¿': '£',
  '¾': '¿',
  '½': '¡',
  ÿ: 'ß',
  '×': 'Œ',
  '÷': 'œ',
};

// eslint-disable-next-line no-control-regex
const isTex = /[\u000b\u000c\u000e-\u0016\u0019-\u001f]/u;

/** Runs with their signs as Unicode has them, where a font gives its own codes for them: no text has control characters. */
export function decoded<Run extends { readonly text: string; readonly font: string }>(
  runs: readonly Run[],
): readonly Run[] {
  const fonts = new Set(runs.filter(({ text }) => isTex.test(text)).map(({ font }) => font));
  if (fonts.size === 0) return runs;
  return runs.map((run) => {
    if (!fonts.has(run.font)) return run;
    return { ...run, text: Array.from(run.text, (sign) => texSigns[sign] ?? sign).join('') };
  });
}
