/** What a book says of itself: title, authors, date, publisher, language. */
import { bareDoi } from '../../model/csl-shapes.ts';
import type { DraftFront } from '../../model/draft.ts';
import { yearIn } from '../paper/title-page.ts';
import type { Tag } from '../paper/tree.ts';

/** What later elements say of one with an id (`refines`). */
function refined(metadata: Tag, tag: Tag, property: string): string | null {
  const id = tag.attribute('id');
  const meta = metadata
    .children('meta')
    .find((one) => id && one.attribute('refines') === `#${id}` && one.attribute('property') === property);
  return meta?.words ?? null;
}

function titleOf(metadata: Tag): string {
  const titles = metadata.children('title').filter(({ words }) => words);
  const kind = (tag: Tag): string | null => refined(metadata, tag, 'title-type');
  const main = titles.find((tag) => kind(tag) === 'main') ?? titles[0];
  const subtitle = titles.find((tag) => kind(tag) === 'subtitle');
  return [main, subtitle].flatMap((tag) => (tag ? [tag.words] : [])).join(': ');
}

const isAuthor = (metadata: Tag, tag: Tag): boolean => {
  const role = tag.attribute('opf:role') ?? refined(metadata, tag, 'role');
  return role === null || role === '' || role === 'aut' || role === 'cre';
};

/** “Roe, Jane” as it is said. */
function inOrder(name: string): string {
  const [family, given, more] = name.split(/\s*,\s*/u);
  return family && given && more === undefined ? `${given} ${family}` : name;
}

/** The year of publication; null where no date has one. */
function yearOf(metadata: Tag): number | null {
  const dates = metadata.children('date');
  const published = dates.find((tag) => (tag.attribute('opf:event') ?? '').includes('publication'));
  return yearIn((published ?? dates[0])?.words ?? '');
}

/** Front matter of a book; what it does not say is absent. */
export function bookFront(metadata: Tag | undefined): {
  readonly front: DraftFront;
  readonly language: string | null;
} {
  if (!metadata) return { front: {}, language: null };
  const authors = metadata.children('creator').filter((tag) => isAuthor(metadata, tag) && tag.words);
  const [title, publisher, year] = [titleOf(metadata), metadata.child('publisher')?.words, yearOf(metadata)];
  const doi = metadata
    .children('identifier')
    .map(({ words }) => bareDoi(words))
    .find(Boolean);
  const front: DraftFront = {
    ...(title ? { title } : {}),
    ...(authors.length > 0 ? { authors: authors.map(({ words }) => inOrder(words)) } : {}),
    ...(year === null ? {} : { year }),
    ...(publisher ? { publisher } : {}),
    ...(doi ? { doi } : {}),
  };
  return { front, language: metadata.child('language')?.words ?? null };
}
