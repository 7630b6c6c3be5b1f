/** Other front matter for a JATS article that was written already: the text and the notes stay as they are, letter for letter. */
import type { DraftFront } from '../../model/draft.ts';
import { jatsFront } from './jats-front.ts';
import { escaped } from './jats-tags.ts';

/** Where the element of the article begins and ends; comments and instructions before it are passed over. */
const articleTag = /<article(?=[\s>])[^>]*>/u;
const frontElement = /<front(?=[\s>])[^>]*(?:\/>|>[\s\S]*?<\/front>)/u;
const languageAttribute = /\sxml:lang="[^"]*"/u;

/** The language of an article: a BCP 47 tag; null where it says none. */
export function jatsLanguage(xml: string): string | null {
  const tag = articleTag.exec(xml)?.[0] ?? '';
  const language = /\sxml:lang=["']([^"']*)["']/u.exec(tag)?.[1]?.trim() ?? '';
  return language === '' ? null : language;
}

function withLanguage(tag: string, language: string | null): string {
  const bare = tag.replace(languageAttribute, '').replace(/\sxml:lang='[^']*'/u, '');
  return language === null
    ? bare
    : bare.replace(/^<article/u, () => `<article xml:lang="${escaped(language)}"`);
}

/**
 * `xml` with this front matter and language (null for unknown). Throws RangeError where it is no article, which what is
 * kept always is.
 */
export function withFront(xml: string, front: DraftFront, language: string | null): string {
  const tag = articleTag.exec(xml);
  if (!tag) throw new RangeError('What is kept is no JATS article.');
  const [before, rest] = [xml.slice(0, tag.index), xml.slice(tag.index + tag[0].length)];
  const bodyAt = rest.search(/<body(?=[\s>/])/u);
  const head = bodyAt < 0 ? rest : rest.slice(0, bodyAt);
  const written = jatsFront(front);
  const hasFront = frontElement.test(head);
  const other = hasFront ? head.replace(frontElement, () => written) : written + head;
  // An article needs the names of links where its front has one.
  const opened = withLanguage(tag[0], language);
  const named = /\sxmlns:xlink=/u.test(opened)
    ? opened
    : opened.replace(/^<article/u, '<article xmlns:xlink="http://www.w3.org/1999/xlink"');
  return before + named + other + (bodyAt < 0 ? '' : rest.slice(bodyAt));
}
