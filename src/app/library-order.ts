/** In which order the library stands, and what of it shows: sorting, tags, names. Pure. */
import { fold } from '../text/fold.ts';
import { appearedIn, type LibraryPaper } from './library-paper.ts';
import type { Work } from './library-work.ts';

/** What one can sort by, with what it is called. */
export const librarySorts = {
  read: 'Last read',
  added: 'Added',
  title: 'Title',
  author: 'Author',
  year: 'Year',
} as const;
export type LibrarySort = keyof typeof librarySorts;

/** One collator for all: making one for each comparison costs more than the sorting. */
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Titles sort without their article. */
const titleKey = ({ front }: LibraryPaper): string => front.title.replace(/^(?:the|an?)\s+/iu, '');

const authorKey = ({ front }: LibraryPaper): string => {
  const [first] = front.names ?? [];
  return first?.family ?? first?.literal ?? front.authors[0]?.split(' ').at(-1) ?? '';
};

/** Those that say nothing come last, whichever way the others stand. */
const lastIfEmpty = (one: string, other: string, compare: (one: string, other: string) => number): number =>
  one === '' || other === '' ? Number(one === '') - Number(other === '') : compare(one, other);

const latest = (one: string | null, other: string | null): number =>
  lastIfEmpty(one ?? '', other ?? '', (a, b) => (a === b ? 0 : a > b ? -1 : 1));

type Compare = (one: LibraryPaper, other: LibraryPaper) => number;

function compareBy(sort: LibrarySort, workOn: (id: string) => Work): Compare {
  const byTitle: Compare = (one, other) => collator.compare(titleKey(one), titleKey(other));
  const byAdded: Compare = (one, other) => latest(one.added, other.added) || byTitle(one, other);
  if (sort === 'title') return byTitle;
  if (sort === 'added') return byAdded;
  if (sort === 'author')
    return (one, other) =>
      lastIfEmpty(authorKey(one), authorKey(other), collator.compare) || byTitle(one, other);
  // Two unknown years are -Infinity each, and their difference is no number: then the title decides.
  if (sort === 'year')
    return (one, other) =>
      (other.front.year ?? -Infinity) - (one.front.year ?? -Infinity) || byTitle(one, other);
  // What was only just added is as near as what was read at that time.
  const touched = (paper: LibraryPaper): string | null => workOn(paper.id).read ?? paper.added;
  return (one, other) => latest(touched(one), touched(other)) || byAdded(one, other);
}

/** Sorts papers; those that are alike by title, then by id, so that the order never depends on anything else. */
export const sorted = (
  papers: readonly LibraryPaper[],
  sort: LibrarySort,
  workOn: (id: string) => Work,
): readonly LibraryPaper[] => {
  const compare = compareBy(sort, workOn);
  return [...papers].sort((one, other) => compare(one, other) || (one.id < other.id ? -1 : 1));
};

/** The tags in use with how many papers have each, the most used first. */
export function tagsIn(
  papers: readonly LibraryPaper[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of papers) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || collator.compare(one.tag, other.tag));
}

/** All that the entry of a paper says of it, folded for searching. */
export const entryWords = (paper: LibraryPaper): string =>
  fold(
    [
      paper.front.title,
      ...paper.front.authors,
      paper.front.year,
      appearedIn(paper.front),
      ...paper.tags,
      paper.fileName,
      paper.front.doi,
    ]
      .filter(Boolean)
      .join(' \n '),
  );
