/** The ways to read what a person types into a Go-to field, before it is known what the paper has. Pure. */

/** One reading of an address. `near`: where it does not exist, the nearest of its kind will do. */
export type Asked = { readonly near: boolean } & (
  | { readonly to: 'page'; readonly label: string }
  | { readonly to: 'note'; readonly label: string }
  | { readonly to: 'section'; readonly section: string }
  | {
      readonly to: 'paragraph';
      readonly section: string;
      readonly paragraph: number;
      readonly sentence: number | null;
    }
  | { readonly to: 'title'; readonly words: string }
);

/** Longer words, in UTF-16 units, are no address: a link may bring any number of them. */
const longest = 300;

/** Counted as written, up to a number that no paper reaches. */
const number = (digits: string): number => Number(digits.slice(0, 9));

const sentenceTail = String.raw`(?:[\s.,]*\b(?:s|sent\.?|sentence)\s*(?<sentence>\d+))?`;

/** `III.B ¶4 s2`, `section III B, paragraph 4, sentence 2`, `III.B.p4`, `¶12`. */
const saidParagraph = new RegExp(
  String.raw`^(?<section>.*?)[\s.,]*(?:¶\s*|\bpara(?:graph)?\b\.?\s*|\bpar\b\.?\s*|(?<=\.)p(?=\d))(?<paragraph>\d+)${sentenceTail}$`,
  'iu',
);

/** `III.B.4.s2`, `iii b 4`, `12.s1`: the last number is the paragraph. */
const bareParagraph = new RegExp(
  String.raw`^(?:(?<section>.*?)[\s.,]+)?(?<paragraph>\d+)${sentenceTail}$`,
  'iu',
);

const sectionWord = /^(?:§\s*|section\b\s*|sect?\b\.?\s+|chapter\b\s*|ch\.\s*)(?=.)/iu;
const pageWord = /^(?:pages?\b\.?\s*|pp?g?\b\.?\s*|pp?\.?(?=\d|\[))(?<label>.+)$/iu;
const noteWord =
  /^(?:(?:foot|end)?notes?\b\.?\s*|markers?\b\s*|fn\b\.?\s*|fn(?=\d)|nn?\b\.?\s*|nn?(?=\d))(?<label>.+)$/iu;
const pageTail = /(?:,\s*|\s+)(?:page|pp?\.)\s*\[?[\p{L}\p{N}.-]+\]?(?:\s*\(inferred\))?$/iu;

/** A section's name without a word that says that it is one; null where there is no such word. */
export const bareSection = (section: string): string | null =>
  sectionWord.test(section) ? section.replace(sectionWord, '') : null;

function paragraph(words: string, pattern: RegExp, near: boolean): Asked[] {
  const groups = pattern.exec(words)?.groups;
  if (!groups?.['paragraph']) return [];
  const section = (groups['section'] ?? '').replace(/[\s.,]+$/u, '');
  const sentence = groups['sentence'] ? number(groups['sentence']) : null;
  return [{ to: 'paragraph', section, paragraph: number(groups['paragraph']), sentence, near }];
}

/** A page as it is said, in brackets or not; of several (`54–56`) the first, where no page has all that for its label. */
function page(label: string): Asked[] {
  const own = label
    .replace(/\s*\(inferred\)$/iu, '')
    .replace(/^\[(.+)\]$/u, '$1')
    .trim();
  const first = /^(\d+)\s*[-–—]\s*\d+$/u.exec(own)?.[1];
  const more: Asked[] = first ? [{ to: 'page', label: first, near: true }] : [];
  return [{ to: 'page', label: own, near: true }, ...more];
}

/** Readings of words that say whether they mean a page or a note. */
function labelled(words: string): Asked[] {
  const ofPage = (pageWord.exec(words) ?? /^(?<label>\[.+\])$/u.exec(words))?.groups?.['label'];
  const ofNote = noteWord.exec(words)?.groups?.['label']?.trim();
  return [
    ...(ofPage ? page(ofPage) : []),
    ...(ofNote ? [{ to: 'note', label: ofNote, near: true } as const] : []),
  ];
}

/**
 * The readings of what was typed, the likeliest first: the exact name of a section, what says what it is, a bare
 * number (page, note, section, paragraph), the compact form, the beginning of a title.
 */
export function readAddress(words: string): Asked[] {
  if (!words || words.length > longest) return [];
  const isNumber = /^\d+$/u.test(words);
  const said = labelled(words);
  const place = words.replace(pageTail, '');
  const plain: Asked[] = [
    { to: 'page', label: words, near: isNumber },
    { to: 'note', label: words, near: isNumber },
  ];
  const looksLike = /^[\p{L}\p{N}]{1,5}(?:[.\s]+[\p{L}\p{N}]{1,3})*$/u.test(place) && said.length === 0;
  return [
    ...(isNumber ? plain : []),
    { to: 'section', section: place, near: false },
    ...said,
    ...paragraph(place, saidParagraph, true),
    ...paragraph(place, bareParagraph, said.length === 0),
    ...(isNumber ? [] : plain),
    { to: 'section', section: place, near: looksLike || bareSection(place) !== null },
    { to: 'title', words, near: false },
  ];
}
