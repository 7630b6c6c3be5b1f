/** Front matter of a JATS article: title, names, dates, journal, pages, identifiers. */
import { bareDoi, webAddress } from '../../model/csl-shapes.ts';
import type { CslName } from '../../model/csl.ts';
import type { DraftFront } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';

const words = (tag: Tag | undefined): string | null => tag?.words ?? null;

/** Words without the numbers of notes in them. */
const titleWords = (tag: Tag | undefined): string | null => {
  if (!tag) return null;
  const part = (node: Tag | string): string =>
    typeof node === 'string'
      ? node
      : /^(?:xref|fn|target)$/u.test(node.name)
        ? ''
        : node.nodes.map(part).join('');
  return part(tag).replace(/\s+/gu, ' ').trim() || null;
};

function nameOf(contrib: Tag): CslName | null {
  const family = words(contrib.first('surname'));
  const given = words(contrib.first('given-names'));
  const suffix = words(contrib.first('suffix'));
  if (family) return { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) };
  const literal = words(contrib.first('string-name', 'collab'));
  return literal ? { literal } : null;
}

const shown = ({ given, family, literal }: CslName): string =>
  literal ?? [given, family].filter(Boolean).join(' ');

/** Contributors who are authors; all where none is said to be one. */
function authorsOf(meta: Tag | undefined): CslName[] {
  const all = [...(meta?.all('contrib') ?? [])].filter((one) => !one.closest((tag) => tag.name === 'collab'));
  const authors = all.filter((one) => one.attribute('contrib-type') === 'author');
  return (authors.length > 0 ? authors : all).map(nameOf).filter((name) => name !== null);
}

/** The date of publication: in print where that is told, else the first. */
function dateOf(meta: Tag | undefined): Tag | undefined {
  const dates = [...(meta?.all('pub-date') ?? [])];
  const kind = (tag: Tag): string => `${tag.attribute('pub-type') ?? ''} ${tag.attribute('date-type') ?? ''}`;
  return dates.find((one) => /\b(?:ppub|pub|collection|epub)\b/u.test(kind(one))) ?? dates[0];
}

type Entries = Readonly<Record<string, unknown>>;

const dated = (date: Tag | undefined): Entries => {
  const year = Number.parseInt(date?.child('year')?.words ?? '', 10);
  return { year: Number.isNaN(year) ? null : year, season: words(date?.child('season')) };
};

function placed(meta: Tag | undefined, journal: Tag | undefined): Entries {
  return {
    journal: words(journal?.first('journal-title')),
    volume: words(meta?.child('volume')),
    issue: words(meta?.child('issue')),
    firstPage: words(meta?.child('fpage')),
    lastPage: words(meta?.child('lpage')),
    publisher: words(journal?.first('publisher-name')),
    issn: words(journal?.child('issn')),
  };
}

function identified(meta: Tag | undefined): Entries {
  const doi = meta?.children('article-id').find((one) => one.attribute('pub-id-type') === 'doi');
  const self = meta?.child('self-uri');
  return {
    doi: bareDoi(words(doi) ?? ''),
    url: webAddress(self?.attribute('xlink:href') ?? words(self) ?? ''),
  };
}

/** What the article says of itself; what it does not say is absent. */
export function readFront(article: Tag): DraftFront {
  const front = article.child('front');
  const meta = front?.child('article-meta') ?? article.child('front-stub');
  const names = authorsOf(meta);
  const said: Entries = {
    title: titleWords(meta?.first('article-title')),
    authors: names.length > 0 ? names.map(shown) : null,
    names: names.some(({ family }) => family) ? names : null,
    ...dated(dateOf(meta)),
    ...placed(meta, front?.child('journal-meta')),
    ...identified(meta),
  };
  const known = Object.entries(said).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(known);
}
