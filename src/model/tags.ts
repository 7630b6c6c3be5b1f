/** Tags as they are kept: what was typed, made one form. Pure. */

/** Longest tag, in code points. */
const longest = 80;

/** A tag as it is kept: no `#` before it, white space single, composed signs; empty where nothing is left. */
export const cleanTag = (typed: string): string =>
  [
    ...typed
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^[#\s]+/u, ''),
  ]
    .slice(0, longest)
    .join('')
    .trim();

/** Splits what was typed into tags: at commas and line breaks, without doubles. */
export const parseTags = (typed: string): readonly string[] => [
  ...new Set(typed.split(/[,\n]/u).map(cleanTag).filter(Boolean)),
];
