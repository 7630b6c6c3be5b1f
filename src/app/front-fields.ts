/** Front matter as the fields of a form, and back; and what a reference says, as front matter. Pure. */
import { bareDoi, webAddress } from '../model/csl-shapes.ts';
import type { CslItem, CslName } from '../model/csl.ts';
import { lineOf, readFront, wholeName } from '../model/front-shape.ts';
import type { Front } from '../model/paper.ts';

/** A person or a body, as it is typed. */
export interface NameFields {
  readonly given: string;
  /** Of a body, or of somebody with one name only, all of it. */
  readonly family: string;
}

/** What is typed, by the name of the field. */
export interface FrontFields {
  readonly title: string;
  readonly names: readonly NameFields[];
  readonly year: string;
  readonly season: string;
  readonly journal: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly publisher: string;
  readonly doi: string;
  readonly url: string;
  readonly language: string;
}

/** A field of one line: its name, and what it is called. */
export const frontLines = [
  ['year', 'Year'],
  ['season', 'Season or month'],
  ['journal', 'Journal or book'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['pages', 'Pages'],
  ['publisher', 'Publisher'],
  ['doi', 'DOI'],
  ['url', 'Address (URL)'],
  ['language', 'Language'],
] as const;

const nameFields = (name: CslName): NameFields => {
  if (!name.family) return { given: '', family: name.literal ?? name.given ?? '' };
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return { given, family: [family, name.suffix].filter(Boolean).join(', ') };
};

/** A whole name taken apart where that is safe: two or three words, the last is the family's. */
function apart(whole: string): NameFields {
  const words = whole.split(/\s+/u);
  const isPerson = words.length === 2 || words.length === 3;
  return isPerson
    ? { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' }
    : { given: '', family: whole };
}

const pagesText = ({ firstPage, lastPage }: Front): string =>
  [firstPage, lastPage === firstPage ? null : lastPage].filter(Boolean).join('–');

/** The fields of front matter. `language` is a BCP 47 tag, or null. */
export function fieldsOfFront(front: Front, language: string | null): FrontFields {
  return {
    title: front.title,
    names: front.names?.map(nameFields) ?? front.authors.map(apart),
    year: front.year === null ? '' : String(front.year),
    season: front.season ?? '',
    journal: front.journal ?? '',
    volume: front.volume ?? '',
    issue: front.issue ?? '',
    pages: pagesText(front),
    publisher: front.publisher ?? '',
    doi: front.doi ?? '',
    url: front.url ?? '',
    language: language ?? '',
  };
}

/** Names that have not changed stay as they were, with all their parts. */
function nameFrom({ given, family }: NameFields, before: readonly CslName[]): CslName | null {
  const [one, other] = [lineOf(given), lineOf(family)];
  const known = before.find((name) => {
    const fields = nameFields(name);
    return fields.given === (one ?? '') && fields.family === (other ?? '');
  });
  if (known) return known;
  if (one === null) return other === null ? null : { literal: other };
  if (other === null) return { literal: one };
  const [, bare = other, suffix] = /^(.+?),\s*((?:[JS]r\.?)|[IVX]+)$/u.exec(other) ?? [];
  return { family: bare, given: one, ...(suffix ? { suffix } : {}) };
}

/** First and last page as typed: `47–61`, `47-61`, `47`; anything else stays whole. */
function pagesFrom(typed: string): Pick<Front, 'firstPage' | 'lastPage'> {
  const line = lineOf(typed.replace(/^pp?\.\s*/iu, ''));
  const [firstPage = null, lastPage = firstPage] = line?.split(/\s*(?:–|—|--?)\s*/u).filter(Boolean) ?? [];
  return { firstPage, lastPage };
}

/** Why the fields cannot be kept as they are, by the name of the field: a sentence each. Empty where they can. */
export function wrongIn(typed: FrontFields): Partial<Record<keyof FrontFields, string>> {
  const year = typed.year.trim();
  const language = typed.language.trim();
  return {
    ...(typed.title.trim() === '' && { title: 'A paper needs a title.' }),
    ...(year !== '' && !/^-?\d{1,4}$/u.test(year) && { year: 'A year is a number, such as 2008.' }),
    ...(typed.doi.trim() !== '' &&
      !bareDoi(typed.doi) && { doi: 'This is no DOI: one begins with 10. and has a slash.' }),
    ...(typed.url.trim() !== '' && !webAddress(typed.url) && { url: 'This is no address of the web.' }),
    ...(language !== '' &&
      !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/u.test(language) && {
        language: 'A language is told by its tag, such as en, de or tr.',
      }),
  };
}

/** The front matter that the fields say, on top of `before`. To be asked where `wrongIn` finds nothing. */
export function frontFromFields(typed: FrontFields, before: Front): Front {
  const names = typed.names.flatMap((name) => nameFrom(name, before.names ?? []) ?? []);
  const year = typed.year.trim();
  return readFront({
    ...before,
    ...typed,
    ...pagesFrom(typed.pages),
    year: year === '' ? null : Number(year),
    names,
    authors: names.map(wholeName),
  });
}

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** What a reference says of a paper, as fields on top of `now`: what it does not say stays. */
export function fieldsFromItem(item: CslItem, now: FrontFields): FrontFields {
  const { 'date-parts': parts, season = '' } = item.issued ?? {};
  const said: Partial<Record<keyof FrontFields, string | undefined>> = {
    title: item.title,
    year: parts?.[0]?.[0]?.toString(),
    season: seasons[Number(season) - 1] ?? season,
    journal: item['container-title'],
    volume: item.volume,
    issue: item.issue ?? item.number,
    pages: item.page?.replace(/-+/gu, '–'),
    publisher: item.publisher,
    doi: item.DOI,
    url: item.URL,
    language: item.language?.replaceAll('_', '-'),
  };
  const names = item.author ?? item.editor;
  return {
    ...now,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
    ...(names ? { names: names.map(nameFields) } : {}),
  };
}

/** The first DOI in a text; null where there is none. */
export function doiIn(text: string): string | null {
  const found = /\b10\.\d{4,9}\/[^\s"<>]{1,500}/u.exec(text)?.[0];
  // What ends a sentence or a bracket around it is no part of it.
  return found ? bareDoi(found.replace(/[.,;:!?)\]}'’”]+$/u, '')) : null;
}
