/** Front matter as JATS. Part of the JATS writer. */
import type { CslName } from '../../model/csl.ts';
import type { DraftFront } from '../../model/draft.ts';
import { escaped, tag, worded } from './jats-tags.ts';

function contributor({ family, given, suffix, literal }: CslName): string {
  const name = family
    ? tag('name', {}, worded('surname', family) + worded('given-names', given) + worded('suffix', suffix))
    : worded('string-name', literal ?? given);
  return name && tag('contrib', { 'contrib-type': 'author' }, name);
}

const some = (name: string, inner: string): string => (inner ? tag(name, {}, inner) : '');

const dated = (front: DraftFront): string => {
  const inner = worded('season', front.season) + worded('year', front.year);
  return inner && tag('pub-date', { 'date-type': 'pub' }, inner);
};

/** `front` of an article; what is not known is left out. */
export function jatsFront(front: DraftFront): string {
  const names = front.names ?? (front.authors ?? []).map((literal) => ({ literal }));
  const journal =
    some('journal-title-group', worded('journal-title', front.journal)) +
    worded('issn', front.issn) +
    some('publisher', worded('publisher-name', front.publisher));
  const article =
    (front.doi ? tag('article-id', { 'pub-id-type': 'doi' }, escaped(front.doi)) : '') +
    tag('title-group', {}, worded('article-title', front.title ?? 'Untitled')) +
    some('contrib-group', names.map(contributor).join('')) +
    dated(front) +
    worded('volume', front.volume) +
    worded('issue', front.issue) +
    worded('fpage', front.firstPage) +
    worded('lpage', front.lastPage) +
    (front.url ? tag('self-uri', { 'xlink:href': front.url }) : '');
  return tag('front', {}, some('journal-meta', journal) + tag('article-meta', {}, article));
}
