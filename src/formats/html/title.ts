/** Which heading of a page is its title. */
import type { Tag } from '../paper/tree.ts';
import { headingLevel, isHidden } from './vocabulary.ts';

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The heading that is the title of the page; null where its headings are those of parts. `mayDiffer`: from the title told. */
export function titleIn(body: Tag, title: string | undefined, mayDiffer = true): Tag | null {
  const levels = [...body.all()].filter((tag) => headingLevel(tag) !== null && !isHidden(tag) && tag.words);
  const [first] = levels;
  if (!first) return null;
  const named = levels.slice(0, 6).find((tag) => title && isTitle(bare(tag.words), bare(title)));
  if (named && levels.filter((tag) => headingLevel(tag) === headingLevel(named)).length === 1) return named;
  if (!mayDiffer) return null;
  const tops = levels.filter((tag) => headingLevel(tag) === 1);
  return tops.length === 1 &&
    tops[0] === first &&
    levels.length > 1 &&
    !/^(?:\d|[ivx]+\.)/iu.test(first.words)
    ? first
    : null;
}

/** Titles of pages carry the name of the site before or behind. */
const isTitle = (heading: string, title: string): boolean =>
  heading.length > 2 &&
  (heading === title || (heading.length > 8 && (title.startsWith(heading) || title.endsWith(heading))));
