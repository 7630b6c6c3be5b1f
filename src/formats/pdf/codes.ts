/** Codes of fonts that are no Unicode: what TeX's fonts mean by them, where a file does not say so. */
import type { PdfPage } from './pages.ts';

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

/** Signs of notes in TeX's fonts of further signs (its TS1), which have no letters. */
const companionSigns: Readonly<Record<string, string>> = {
  '\u0084': '†',
  '\u0085': '‡',
  '\u0086': '‖',
  '\u0087': '‰',
  '\u0088': '•',
  '\u009f': '§',
};

/** The same in its fonts of mathematical signs (its OMS), which have them where others have letters. */
const mathSigns: Readonly<Record<string, string>> = {
  '\u0003': '*',
  k: '‖',
  x: '§',
  y: '†',
  z: '‡',
  '{': '¶',
};

// eslint-disable-next-line no-control-regex
const isTex = /[\u000b\u000c\u000e-\u0016\u0019-\u001f]/u;

/** Codes of no character that a text would have: the first control characters but space, and those behind ASCII. */
// eslint-disable-next-line no-control-regex
const isCoded = /[\u0003\u000b\u000c\u000e-\u0016\u0019-\u001f\u0080-\u009f]/u;

/** By all that a file writes in a font: what its codes stand for; null where they are Unicode. */
function signsOfFont(font: string, text: string): Readonly<Record<string, string>> | null {
  if (font.startsWith('Type3') && text.includes('\u0003') && !/[a-jl-w]/u.test(text)) return mathSigns;
  if (!/[a-z]/iu.test(text) && /[\u0080-\u009f]/u.test(text)) return companionSigns;
  return isTex.test(text) ? texSigns : null;
}

/** Runs with their signs as Unicode has them, where a font gives its own codes for them: no text has control characters. */
export function decoded<Run extends { readonly text: string; readonly font: string }>(
  runs: readonly Run[],
): readonly Run[] {
  const coded = new Set(runs.filter(({ text }) => isCoded.test(text)).map(({ font }) => font));
  if (coded.size === 0) return runs;
  const texts = new Map<string, string[]>([...coded].map((font) => [font, []]));
  for (const { font, text } of runs) texts.get(font)?.push(text);
  const fonts = new Map([...texts].map(([font, all]) => [font, signsOfFont(font, all.join(''))]));
  return runs.map((run) => {
    const signs = fonts.get(run.font);
    return signs ? { ...run, text: Array.from(run.text, (sign) => signs[sign] ?? sign).join('') } : run;
  });
}

/** Pages with the signs of their fonts as Unicode: a font that gives its own codes does so on each page. */
export function decodedPages(pages: readonly PdfPage[]): readonly PdfPage[] {
  const all = decoded(pages.flatMap(({ runs }) => runs));
  let from = 0;
  return pages.map((page) => ({ ...page, runs: all.slice(from, (from += page.runs.length)) }));
}
