/** Front matter of a TEI text: what its header says of the work and of the copy it was made from. */
import { bareDoi } from '../../model/csl-shapes.ts';
import type { DraftFront } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';

/** A person's name in the order in which it is said. */
function nameOf(author: Tag): string {
  const given = [...author.all('forename')].map((one) => one.words).join(' ');
  const family = [...author.all('surname')].map((one) => one.words).join(' ');
  const whole =
    [given, family].filter(Boolean).join(' ') || (author.first('persName', 'name')?.words ?? author.words);
  return /^([^,]+), ([^,\d]+)$/u.exec(whole)?.slice(1).reverse().join(' ') ?? whole;
}

const scope = (tag: Tag | undefined, unit: string): string | null =>
  [...(tag?.all('biblScope') ?? [])].find((one) => (one.attribute('unit') ?? one.attribute('type')) === unit)
    ?.words ?? null;

function pagesOf(source: Tag | undefined): Record<string, string | null> {
  const one = [...(source?.all('biblScope') ?? [])].find((tag) =>
    /^p(?:age|p)?$/u.test(tag.attribute('unit') ?? tag.attribute('type') ?? ''),
  );
  const [first, last] = (one?.words ?? '').split(/\s*[-–]\s*/u);
  return {
    firstPage: one?.attribute('from') ?? first ?? null,
    lastPage: one?.attribute('to') ?? last ?? null,
  };
}

function titleOf(header: Tag | undefined): string | null {
  const titles = header?.first('titleStmt')?.children('title') ?? [];
  return (titles.find((one) => one.attribute('type') === 'main') ?? titles[0])?.words ?? null;
}

function authorsOf(header: Tag | undefined, source: Tag | undefined): readonly string[] | null {
  const own = header?.first('titleStmt')?.children('author') ?? [];
  const names = (own.length > 0 ? own : [...(source?.all('author') ?? [])]).map(nameOf).filter(Boolean);
  return names.length > 0 ? [...new Set(names)] : null;
}

function yearOf(header: Tag | undefined, source: Tag | undefined): number | null {
  const date = source?.first('date') ?? header?.first('publicationStmt')?.first('date');
  const said = `${date?.attribute('when') ?? ''} ${date?.words ?? ''}`;
  return Number(/\b(1[0-9]{3}|20[0-9]{2})\b/u.exec(said)?.[1] ?? 0) || null;
}

/** What the header says; what it does not say is absent. */
export function readFront(root: Tag): DraftFront {
  const header = root.first('teiHeader');
  const source = header?.first('sourceDesc');
  const doi = [...(header?.all('idno') ?? [])].find((one) => /doi/iu.test(one.attribute('type') ?? ''));
  const journal = [...(source?.all('title') ?? [])].find((one) => one.attribute('level') === 'j');
  const said = {
    title: titleOf(header),
    authors: authorsOf(header, source),
    year: yearOf(header, source),
    journal: journal?.words,
    volume: scope(source, 'volume'),
    issue: scope(source, 'issue'),
    ...pagesOf(source),
    publisher: source?.first('publisher')?.words,
    doi: bareDoi(doi?.words ?? ''),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}
