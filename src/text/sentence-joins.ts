/** Where a break that the Unicode rules see is none: abbreviations, initials, numbers, quotations. Part of the sentences. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A full stop behind these never ends a sentence. */
const titles = words(
  'v Mr Mrs Ms Mx Dr Drs Prof Profs Rev Fr Hon Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Gov Sen Rep Pres Amb Messrs Mme Mlle ' +
    'St Ste Mt Ft Hr Frau Sra Srta Dra e.g i.e cf viz vs approx ca resp incl esp ed eds trans repr rev transl hrsg Hrsg ' +
    'vgl Vgl bzw sog z.B d.h u.a z.T v.a d.i q.v s.v',
);

/** Nor behind these before a number, a numeral or a letter that counts: `Art. 5`, `vol. II`, `Fig. B`. */
const counted = words(
  'no nos nr art arts sec secs sect ch chs chap chaps vol vols fig figs p pp pg n nn fn l ll v vv par paras para pt pts ' +
    'bk eq eqs tab abb bd bde s ss app ex exx ref refs col cols div doc ser ' +
    'cor thess tim matt eph rom deut lev isa jer ezek ps prov jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Behind these it does only before a word that opens sentences. */
const names = words('inc ltd co corp bros jr sr al dept univ assn inst ph.d m.d b.a m.a esq gmbh plc');

/** Words that open a sentence and are no name: behind `U.S.` or an initial they tell that one has ended. */
const openers = words(
  'The This That These Those It He She They We I You In On At By For From With Without As After Before While When Where ' +
    'Who What Why How If Although Though Because Since But And Or Yet So However Moreover Therefore Thus Hence There Here ' +
    'Its His Her Their Our My Not Such Some Many Most Both Each Every Another Other Others A An To Of Under Over During ' +
    'Nobody Nothing Everybody Everyone Everything Someone Until Despite According Then Now Today Nor Once All Any Only Even Still Indeed Instead Nevertheless Finally First ' +
    'Der Die Das Ein Eine Es Er Sie Wir Im Am Dies Diese Dieser Le La Les Un Une Il Elle Ils On El Los Las Una',
);

const months = 'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const afterOrdinal = new RegExp(
  `^(?:${months}|Jahrhunderts?|Auflage|Kapitel|Weltkriegs?|Band|Abschnitt)\\b`,
  'u',
);

const spoke =
  /^(?:\p{Lu}[\p{L}\p{M}’'-]*\s){1,3}(?:said|asked|replied|wrote|wondered|cried|answered|exclaimed|demanded)\b/u;

/** Georgian has no capitals, though Unicode calls its letters small ones. */
const small = /^[^\p{L}\p{N}]*(?!\p{Script=Georgian})\p{Ll}/u;
const isSpoken = /[\p{L}\p{N}]/u;
const lastWord = /(?:^|[^\p{L}\p{M}.°])((?:\p{L}\p{M}*)+(?:\.\p{L}+)*)\.$/u;
const initials = /(?:^|[^\p{L}\p{M}°])(?:\p{Lu}\p{M}*|\p{L}(?:\.\s?\p{L})+)\.$/u;
const enumerator = /^[([]?(?:\d{1,3}[a-z]?|[ivxlcdm]{1,6}|\p{L})[.)\]]{1,2}$/iu;
const item = /^[([](?:[ivxlc]{1,6}|\p{Ll}|\d{1,2})[)\]]\s/u;
const countable = /^[([]?(?:\d|[ivxlc]+\b|[IVXLC]+\b|\p{Lu}\b|§)/u;
const omission = /(?:…|\.\s?\.\s?\.)\.?$/u;

/** Whether the word that `after` begins with opens sentences, quotation marks and brackets aside. */
function isOpened(after: string): boolean {
  const [, word = '', next] = /^[^\p{L}\p{N}]*(\p{L}+)(.?)/u.exec(after) ?? [];
  return openers.has(word) && !(word.length === 1 && next === '.');
}

/** An omission ends a sentence where it touches the last word; set apart it may stand for a few words only. */
const isAfterOmission = (before: string, after: string): boolean =>
  omission.test(before) && /\s(?:…|\.\s?\.\s?\.)$/u.test(before) && !isOpened(after);

function isAbbreviated(before: string, after: string): boolean {
  const [, word = ''] = lastWord.exec(before) ?? [];
  const plain = word.toLowerCase();
  if (titles.has(word) || titles.has(plain)) return true;
  if (counted.has(plain) && countable.test(after)) return true;
  // The first half of `z. B.` or of two initials.
  if (word.length === 1 && /^\p{L}\./u.test(after)) return true;
  return (names.has(plain) || initials.test(before)) && !isOpened(after);
}

/**
 * Whether a sentence goes on across a break. `before` is its end so far (all of it where `whole`), `after`
 * what follows; both without white space at the break.
 */
export function goesOn(before: string, after: string, whole: boolean): boolean {
  if ((small.test(after) && !item.test(after)) || !isSpoken.test(after)) return true;
  if (whole && (!isSpoken.test(before) || enumerator.test(before))) return true;
  if (/[?!][”’"»]$/u.test(before) && spoke.test(after)) return true;
  if (/(?:^|\s)\d{1,2}\.$/u.test(before) && afterOrdinal.test(after)) return true;
  return isAfterOmission(before, after) || isAbbreviated(before, after);
}

/** Breaks that the Unicode rules do not see: behind an omission mark before a capital, and before `(ii)`. */
const unseen =
  /…[”’"»)\]]?\s+(?=[“‘"'«([]*\p{Lu})|[.?!][”’"»)\]]?\s+(?=\((?:[ivxlc]{1,6}|\p{Ll}|\d{1,2})\)\s)/gu;

/** Where the Unicode rules see no break and there may be one: indexes into `text`. */
export const unseenBreaks = (text: string): number[] =>
  /[…(]/u.test(text) ? [...text.matchAll(unseen)].map((found) => found.index + found[0].length) : [];
