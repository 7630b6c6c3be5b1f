/** Finds the article in a page: what of it is text, what is the furniture of the site, and what may be either. */
import type { DraftKind } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { isDeclaredNote, isNoteList } from './note-signs.ts';
import { classOf, hasRole, headingLevel, isHidden } from './vocabulary.ts';

/** How much text there is in an element, and how much of it is in links. */
interface Weight {
  words: number;
  linked: number;
  /** Words in paragraphs, quotations, lists and the like: what articles are made of. */
  prose: number;
  links: number;
}

const proseNames = new Set(['p', 'blockquote', 'pre', 'li', 'dd', 'td']);

/** Weighs each element once, from the leaves up. */
function weigh(tag: Tag, isProse: boolean, isLink: boolean, weights: Map<Tag, Weight>): Weight {
  const sum: Weight = {
    words: 0,
    linked: 0,
    prose: 0,
    links: tag.name === 'a' && tag.attributes.has('href') ? 1 : 0,
  };
  const inLink = isLink || sum.links > 0;
  const inProse = isProse || proseNames.has(tag.name);
  for (const node of tag.nodes) {
    if (typeof node === 'string') {
      const { length } = node.trim();
      sum.words += length;
      if (inLink) sum.linked += length;
      else if (inProse) sum.prose += length;
    } else if (!isHidden(node)) {
      const inner = weigh(node, inProse, inLink, weights);
      sum.words += inner.words;
      sum.linked += inner.linked;
      sum.prose += inner.prose;
      sum.links += inner.links;
    }
  }
  weights.set(tag, sum);
  return sum;
}

const articleClass =
  /(?:^|[\s_-])(?:article-?(?:body|content|text)|post-?(?:body|content)|entry-?content|main-?content|page-?content|mw-parser-output|markdown-body|story-?body|rst-content|ltx_page_content|available-content|document)(?:$|[\s_])/iu;
const clutterClass =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related|recommended|read-?more|newsletter|subscri\w*|breadcrumbs?|sidebar|side-?nav|cookies?|consent|promo\w*|advert\w*|ads?|banner|popup|modal|pagination|pager|prev-?next|post-?navigation|site-?(?:header|footer|nav)|masthead|menu|navbar|nav|navbox|vertical-navbox|catlinks|toc|tableofcontents|sphinxsidebar\w*|metadata|ambox|mbox-small|sistersitebox|authority-control|printfooter|donate|paywall|tags?|widget|skip|byline-share|follow|toolbar|edit-page|feedback)(?:$|[\s_-])/iu;
const commentClass =
  /(?:^|[\s_-])(?:comments?|comment-?list|respond|disqus\w*|replies|webmentions?)(?:$|[\s_-])/iu;

const isCandidate = (tag: Tag): boolean =>
  tag.name === 'main' ||
  tag.name === 'article' ||
  tag.name === 'd-article' ||
  hasRole(tag, 'main', 'article') ||
  tag.attribute('itemprop') === 'articleBody' ||
  articleClass.test(`${classOf(tag)}`) ||
  /^(?:content|bodycontent|mw-content-text|main|article)$/iu.test(tag.attribute('id') ?? '');

/** What holds most of the prose and is said to be the article; the body itself where nothing is. */
function articleIn(body: Tag, weights: ReadonlyMap<Tag, Weight>): Tag {
  const all = weights.get(body)?.prose ?? 0;
  let best = body;
  for (const tag of body.all()) {
    const prose = weights.get(tag)?.prose ?? 0;
    if (isCandidate(tag) && prose >= all * 0.6 && tag.closest((one) => one === best)) best = tag;
  }
  return best;
}

/** Sorts the elements of a page: null is text. `body` is walked whole; what is furniture stays in its place. */
export function pageSorter(body: Tag, title: Tag | null): (tag: Tag) => DraftKind | null {
  const weights = new Map<Tag, Weight>();
  weigh(body, false, false, weights);
  const article = articleIn(body, weights);
  const path = new Set<Tag>();
  for (let at: Tag | null = article; at; at = at.parent) path.add(at);
  const inside = new Map<Tag, boolean>();
  const isInside = (tag: Tag): boolean => {
    const known = tag === article || (inside.get(tag) ?? (tag.parent ? isInside(tag.parent) : false));
    inside.set(tag, known);
    return known;
  };
  const sorted = new Map<Tag, DraftKind | null>();
  return (tag) => {
    const known = sorted.get(tag);
    if (known !== undefined) return known;
    const kind = sort(tag, { weights, path, title, isInside: isInside(tag) });
    sorted.set(tag, kind);
    return kind;
  };
}

interface Sorting {
  readonly weights: ReadonlyMap<Tag, Weight>;
  readonly path: ReadonlySet<Tag>;
  readonly title: Tag | null;
  readonly isInside: boolean;
}

/** What is known of an element when it is sorted. */
interface Look {
  readonly tag: Tag;
  readonly weight: Weight;
  /** The share of its words that are links. */
  readonly density: number;
  readonly names: string;
}

const isSite = ({ tag }: Look): boolean =>
  tag.name === 'nav' || hasRole(tag, 'navigation', 'toc', 'search', 'banner', 'contentinfo', 'complementary');

/** The head of the article: title, authors, date; they are front matter. */
const isHead = ({ tag, names }: Look, title: Tag | null): boolean =>
  (tag.name === 'header' || hasRole(tag, 'banner') || names.includes('title-block')) &&
  title?.closest((one) => one === tag) === tag;

/** Around the article, prose alone may belong to it. */
function sortOutside({ tag, weight, density, names }: Look): DraftKind {
  const isFrame = isHeading(tag) || /^(?:header|footer|aside)$/u.test(tag.name) || clutterClass.test(names);
  return isFrame || density > 0.3 || weight.prose < 200 ? 'furniture' : 'uncertain';
}

const isComments = ({ tag, names }: Look): boolean =>
  commentClass.test(names) && /^(?:div|section|ol|ul|aside)$/u.test(tag.name);

const isClutter = ({ tag, weight, density, names }: Look): boolean =>
  clutterClass.test(names) &&
  !/^(?:p|li|h\d|span|table|em|i|b)$/u.test(tag.name) &&
  (density > 0.3 || weight.words < 200);

const isFoot = ({ tag, weight, density }: Look): boolean =>
  tag.name === 'footer' && (density > 0.3 || weight.words < 300);

function sort(tag: Tag, { weights, path, title, isInside }: Sorting): DraftKind | null {
  if (tag === title) return 'furniture';
  const weight = weights.get(tag);
  const isText = path.has(tag) || isDeclaredNote(tag) || isNoteList(tag) || /^(?:a|td)$/u.test(tag.name);
  if (!weight || isText) return null;
  const density = weight.linked / Math.max(1, weight.words);
  const look: Look = { tag, weight, density, names: `${classOf(tag)} ${tag.attribute('id') ?? ''}` };
  if (isSite(look) || isContents(tag, weight, density) || isHead(look, title)) return 'furniture';
  return isInside ? sortInside(look) : sortOutside(look);
}

function sortInside(look: Look): DraftKind | null {
  if (isComments(look) || isClutter(look) || isFoot(look)) return 'furniture';
  if (look.tag.name !== 'aside') return null;
  return look.density > 0.4 ? 'furniture' : 'uncertain';
}

const isHeading = (tag: Tag): boolean => headingLevel(tag) !== null;

/** A list of nothing but links to places of the page. */
function isContents(tag: Tag, { links, words }: Weight, density: number): boolean {
  if (!/^(?:ul|ol|div|details)$/u.test(tag.name) || links < 4 || density < 0.85 || words < 20) return false;
  return [...tag.all('a')].every(
    (link) => (link.attribute('href') ?? '').includes('#') || !link.attribute('href'),
  );
}
