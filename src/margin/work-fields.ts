/** A work as the fields of a form, and back. What cannot stand in its own field of CSL-JSON goes into the work's note: nothing is dropped. */
import type { CslItem, CslName } from '../model/csl.ts';

/** The kinds of works that one can choose, with what they are called; others keep theirs. */
export const workTypes = {
  'article-journal': 'Journal article',
  book: 'Book',
  chapter: 'Chapter in a book',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  report: 'Report',
  thesis: 'Thesis',
  'paper-conference': 'Conference paper',
  webpage: 'Web page',
  document: 'Other document',
} as const;

/** What is typed, by the name of the field. */
export interface WorkFields {
  readonly type: string;
  readonly author: string;
  readonly title: string;
  readonly container: string;
  readonly editor: string;
  readonly year: string;
  readonly volume: string;
  readonly issue: string;
  readonly page: string;
  readonly publisher: string;
  readonly place: string;
  readonly DOI: string;
  readonly URL: string;
  readonly note: string;
}

/** A field of one line: its name in the form, its name in CSL-JSON, what it is called. */
export const lineFields = [
  ['title', 'title', 'Title'],
  ['container', 'container-title', 'In (journal, book, site)'],
  ['volume', 'volume', 'Volume'],
  ['issue', 'issue', 'Issue'],
  ['page', 'page', 'Pages'],
  ['publisher', 'publisher', 'Publisher'],
  ['place', 'publisher-place', 'Place'],
] as const;

const nameLine = ({ family, given, literal, suffix, ...particles }: CslName): string => {
  if (!family) return literal ?? given ?? '';
  const whole = [particles['non-dropping-particle'], family].filter(Boolean).join(' ');
  return [whole, given, suffix].filter(Boolean).join(', ');
};

const namesText = (names: readonly CslName[] | undefined): string => (names ?? []).map(nameLine).join('\n');

/** "Family, Given", or "Given Family"; a body or a single name as it stands. */
function nameFrom(line: string): CslName {
  const [family = '', given, suffix] = line.split(',').map((part) => part.trim());
  if (given !== undefined) return { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) };
  const words = line.split(/\s+/u);
  const isPerson = words.length === 2 || words.length === 3;
  return isPerson ? { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') } : { literal: line };
}

const lines = (typed: string): readonly string[] =>
  typed
    .split(/\n|;/u)
    .map((line) => line.trim().slice(0, 500))
    .filter(Boolean)
    .slice(0, 500);

/** The names in a field: one a line, or with a semicolon between. Those that have not changed stay as they were. */
function namesFrom(typed: string, before: readonly CslName[] | undefined): readonly CslName[] {
  return lines(typed).map((line) => before?.find((name) => nameLine(name) === line) ?? nameFrom(line));
}

const yearText = ({ issued }: CslItem): string => {
  const [first, last] = issued?.['date-parts'] ?? [];
  const [from, to] = [first?.[0], last?.[0]];
  if (from === undefined) return issued?.literal ?? '';
  return to === undefined ? String(from) : `${from}–${to}`;
};

/** The fields of a work; of a new journal article where there is none yet. */
export function fieldsOfWork(item: CslItem | null): WorkFields {
  const line = (field: keyof CslItem): string => {
    const value = item?.[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    type: item?.type ?? 'article-journal',
    author: namesText(item?.author),
    editor: namesText(item?.editor),
    year: item ? yearText(item) : '',
    title: line('title'),
    container: line('container-title'),
    volume: line('volume'),
    issue: line('issue'),
    page: line('page'),
    publisher: line('publisher'),
    place: line('publisher-place'),
    DOI: line('DOI'),
    URL: line('URL'),
    note: line('note'),
  };
}

function dateFrom(year: string, before: CslItem | null): CslItem['issued'] {
  if (before && yearText(before) === year) return before.issued;
  return /^-?\d{1,4}$/u.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year };
}

const doi = /^(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>]{1,500})$/iu;

const isWeb = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/u.test(protocol) && !username && !password;
};

/** Longest that a line of a work may be; longer ones go on in the note. */
const longest = 1_000;

/** DOI and address where they are what they should be, and in `rest` the words that are not. */
function addressesFrom(typed: WorkFields): { DOI: string; URL: string; rest: readonly string[] } {
  const [bare, url] = [typed.DOI.trim(), typed.URL.trim()];
  const found = doi.exec(bare)?.[1]?.toLowerCase() ?? '';
  const isAddress = isWeb(url);
  const rest = [bare && !found ? `DOI: ${bare}` : '', url && !isAddress ? `Address: ${url}` : ''];
  return { DOI: found, URL: isAddress ? new URL(url).href : '', rest };
}

/**
 * The work that the fields say, on top of `before`, whose other fields stay. Null where nothing is said but
 * the type. A DOI or an address that is none yet is kept in the note.
 */
export function workFromFields(typed: WorkFields, id: string, before: CslItem | null): CslItem | null {
  const item: Record<string, unknown> = { ...before, id: before?.id ?? id, type: typed.type };
  const set = (field: string, value: unknown): void => {
    const isEmpty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty) delete item[field];
    else item[field] = value;
  };
  const long: string[] = [];
  for (const [name, field] of lineFields) {
    const text = typed[name].trim();
    set(field, text.slice(0, longest));
    long.push(text.slice(longest));
  }
  const { DOI, URL: url, rest } = addressesFrom(typed);
  const year = typed.year.trim();
  set('author', namesFrom(typed.author, before?.author));
  set('editor', namesFrom(typed.editor, before?.editor));
  set('issued', year ? dateFrom(year, before) : '');
  set('DOI', DOI);
  set('URL', url);
  set('note', [typed.note.trim(), ...long, ...rest].filter(Boolean).join('\n').slice(0, 10_000));
  return Object.keys(item).length > 2 ? (item as unknown as CslItem) : null;
}
