/** An open paper as a work that can be cited. Pure. */
import type { CslItem, CslName } from '../model/csl.ts';
import type { Front, Paper } from '../model/paper.ts';

/** A name in one string: the last word is the family name, as in English; one word is a body or a mononym. */
function nameOf(full: string): CslName {
  const words = full.trim().split(/\s+/u);
  const family = words.pop() ?? '';
  return words.length > 0 ? { family, given: words.join(' ') } : { literal: family };
}

const span = ({ firstPage, lastPage }: Front): string =>
  [...new Set([firstPage, lastPage].filter(Boolean))].join('–');

/** The front matter as CSL; what is not known is absent. */
export function citeItem({ id, front }: Pick<Paper, 'id' | 'front'>): CslItem {
  const names = front.names ?? front.authors.map(nameOf);
  const season = front.season;
  const fields: Partial<Record<keyof CslItem, unknown>> = {
    title: front.title,
    author: names.length > 0 ? names : null,
    issued:
      front.year === null ? null : { 'date-parts': [[front.year]], ...(season === null ? {} : { season }) },
    'container-title': front.journal,
    volume: front.volume,
    issue: front.issue,
    page: span(front),
    publisher: front.publisher,
    DOI: front.doi,
    ISSN: front.issn,
    URL: front.url,
  };
  const known = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const type = front.journal === null ? 'document' : 'article-journal';
  return { id, type, ...Object.fromEntries(known) };
}
