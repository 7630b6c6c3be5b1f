/** The parts of an author's note: each work that it cites, or the short form that stands for one. Pure. */

/** By what words a note points back to a work that was cited before. */
export type BackReference = 'ibid' | 'idem' | 'op-cit' | 'loc-cit' | 'note-number' | 'short-form';

/** A stretch of a note between two semicolons, or the like. Indexes are UTF-16, into the note's words. */
export interface NotePart {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** How it points back; null where it does not, or only may. */
  readonly back: BackReference | null;
  /** Label of the note that it names (“supra note 4”), or null. */
  readonly label: string | null;
  /** True where that note is below instead of above. */
  readonly below: boolean;
  /** Names of authors in it, in small letters: `russell`. */
  readonly authors: readonly string[];
  /** Words of its title, in small letters, as far as they tell works apart. */
  readonly title: readonly string[];
  /** Where in the work (`p. 5`), or null. */
  readonly locator: string | null;
  /** True where it reads like a work cited in full. */
  readonly full: boolean;
}

/** More than this of a note is no citation. */
const longest = 20_000;

const signal =
  /^(?:(?:but\s+)?(?:see|cf\.?|compare|contra|e\.g\.?|quoted\s+in|cited\s+in|as\s+(?:quoted|cited)\s+in|for\s+example|also|and|in|siehe|vgl\.?|voir)[\s,:]+)+/iu;
const ibid = /\b(?:ibid(?:em)?|ebd|ebenda)\b\.?|^(?:ib|id)\.(?!\s*\p{Lu}\.)/iu;
const idem = /^(?:idem|eadem|ders|dies)\b\.?,/iu;
const opCit = /\bop\.?\s*cit\b\.?|\ba\.\s?a\.\s?O\./iu;
const locCit = /\bloc\.?\s*cit\b\.?/iu;
const numbered =
  /(?:\b(?<above>supra|above)|\b(?<below>infra|below))[\s,]*(?:nn?|notes?|fn|footnote)\.?\s*(?<first>\d+|[*†‡§])|\((?:(?:see|supra|above)\s+)?(?:nn?|note|fn|footnote)\.?\s*(?<second>\d+|[*†‡§])\)|\b(?:nn?|notes?|fn|footnote)\.?\s*(?<third>\d+|[*†‡§])[\s,]+(?:(?:supra|above)\b|(?<under>infra|below)\b)/iu;
const locator =
  /(?:,|\bat|:|\bcit\.?|\.|\))\s*((?:(?:pp?|S|ch|chap|vol|¶|§|fols?|ff|art|para)\.?\s*)?\d[\d\s,–-]*(?:ff?\.?)?(?:\s*n\.?\s*\d+)?)\s*[.)]?$/iu;
const year = /\b(?:1[5-9]|20)\d\d[a-z]?\b/u;
const quoted = /[“‘"«]([^”’"»]{3,600})[”’"»]/u;
const small = new Set([
  'the',
  'and',
  'for',
  'from',
  'with',
  'der',
  'die',
  'das',
  'und',
  'les',
  'des',
  'ibid',
  'vol',
  'trans',
  'eds',
  'see',
]);

/** Splits a note at its semicolons, and before a new “See”, outside parentheses and quotation marks. */
function stretches(text: string): { words: string; start: number }[] {
  const found: { words: string; start: number }[] = [];
  let depth = 0;
  let start = 0;
  const close = (end: number): void => {
    const own = text.slice(start, end);
    const lead = own.length - own.trimStart().length;
    if (own.trim()) found.push({ words: own.trim(), start: start + lead });
  };
  for (const { 0: mark, index } of text.matchAll(
    /[;()[\]“”«»]|\.\s+(?=(?:But\s+)?(?:See|Cf\.|Compare)\b)/gu,
  )) {
    if (/[([“«]/u.test(mark)) depth += 1;
    else if (/[)\]”»]/u.test(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      close(index + (mark === ';' ? 0 : 1));
      start = index + mark.length;
    }
  }
  close(text.length);
  return found;
}

const noAuthors = new Set([
  'op',
  'loc',
  'ibid',
  'ibidem',
  'id',
  'idem',
  'see',
  'cf',
  'supra',
  'infra',
  'note',
  'notes',
]);

const namesOf = (words: string): string[] =>
  [...words.matchAll(/\p{Lu}[\p{L}\p{M}’'-]+/gu)]
    .map(([name]) => name.toLowerCase())
    .filter((name) => !noAuthors.has(name));

/** The words up to the title: where the authors stand. */
function authorPart(words: string): string {
  const end = words.search(/[,(:“‘"«]|\s(?:op|loc)\.?\s*cit/iu);
  const first = end < 0 ? words : words.slice(0, end);
  // “Russell, B.” has its surname first; “B. Russell and C. Jewett” its names in full.
  return first.length <= 60 ? first : '';
}

function titleOf(words: string, authors: string): string[] {
  const rest = words.slice(authors.length);
  const title = quoted.exec(rest)?.[1] ?? rest.replace(year, '').replace(locator, '');
  return [...title.toLowerCase().matchAll(/[\p{L}\p{M}]{3,}/gu)]
    .map(([word]) => word)
    .filter((word) => !small.has(word));
}

function backOf(words: string, isShort: boolean): BackReference | null {
  if (ibid.test(words)) return 'ibid';
  if (locCit.test(words)) return 'loc-cit';
  if (opCit.test(words)) return 'op-cit';
  if (numbered.test(words)) return 'note-number';
  if (idem.test(words)) return 'idem';
  return isShort ? 'short-form' : null;
}

/** So much at either end of a part tells what it is. */
const sight = 600;
const tail = 80;

const isFull = (words: string, names: readonly string[]): boolean =>
  (names.length > 0 || quoted.test(words)) &&
  words.length > 24 &&
  (year.test(words) || quoted.test(words)) &&
  words.split(/[,(]/u).length > 2;

/** A name, perhaps a title, and where: nothing that would publish it. */
const isShort = (words: string, names: readonly string[]): boolean =>
  names.length > 0 &&
  words.length < 90 &&
  !/\([^)]*\d{4}[^)]*\)/u.test(words) &&
  locator.test(words.slice(-tail));

/** The label of the note that a part names, and whether that is below. */
function noteNamed(words: string): Pick<NotePart, 'label' | 'below'> {
  const { first, second, third, below, under } = numbered.exec(words)?.groups ?? {};
  return { label: first ?? second ?? third ?? null, below: (below ?? under) !== undefined };
}

function partOf(words: string, start: number): NotePart {
  const lead = signal.exec(words.slice(0, tail))?.[0].length ?? 0;
  const own = words.slice(lead);
  const head = own.slice(0, sight);
  const author = authorPart(head);
  const authors = namesOf(author);
  const full = isFull(head, authors);
  return {
    words: own,
    start: start + lead,
    end: start + words.length,
    back: backOf(head, isShort(own, authors) && !(full && year.test(head))),
    ...noteNamed(head),
    authors,
    title: titleOf(head, author),
    locator: locator.exec(own.slice(-tail))?.[1]?.trim() ?? null,
    full,
  };
}

/** The parts of a note's words, in order. */
export const notePartsOf = (text: string): readonly NotePart[] =>
  stretches(text.slice(0, longest)).map(({ words, start }) => partOf(words, start));
