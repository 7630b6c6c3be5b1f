/** Reads JATS for a draft: the inverse of the JATS writer, and articles as journals publish them. */
import type { DraftInline } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseXmlDocument } from '../paper/dom.ts';
import { Drafting } from '../paper/drafting.ts';
import type { PaperReader, Reading } from '../paper/reader.ts';
import { hasWords, tidyRuns } from '../paper/tidy-inline.ts';
import type { Tag } from '../paper/tree.ts';
import { Blocks } from './blocks.ts';
import { readFront } from './front.ts';
import { inlineOf, labelOfNote, type JatsWalk } from './inline.ts';

/** Bibliographies whose items the text calls like notes stay what they are: items, under their own heading. */
const isNote = (tag: Tag): boolean =>
  tag.name === 'fn' && tag.closest((one) => one.name === 'author-notes') === null;

/** Notes by id; those without one get one. */
function notesOf(article: Tag): ReadonlyMap<string, Tag> {
  const notes = new Map<string, Tag>();
  for (const tag of article.all('fn'))
    if (isNote(tag)) notes.set(tag.attribute('id') ?? `fn ${notes.size}`, tag);
  return notes;
}

/** A note's paragraphs, without its label. */
function wordsOf(note: Tag, walk: JatsWalk): DraftInline[][] {
  const paragraphs: DraftInline[][] = [];
  let line: (Tag | string)[] = [];
  const end = (): void => {
    const content = tidyRuns(inlineOf(line, walk));
    if (hasWords(content)) paragraphs.push(content);
    line = [];
  };
  const visit = (tag: Tag): void => {
    for (const node of tag.nodes) {
      if (
        typeof node === 'string' ||
        !/^(?:p|disp-quote|list|list-item|label|title|verse-group|verse-line)$/u.test(node.name)
      )
        line.push(node);
      else {
        end();
        if (node.name !== 'label') visit(node);
        end();
      }
    }
    end();
  };
  visit(note);
  return paragraphs;
}

/** What of the front is text: abstracts. */
const abstracts = (article: Tag): Tag[] =>
  article
    .child('front')
    ?.child('article-meta')
    ?.children('abstract')
    .filter((one) => !/graphical|teaser|toc/u.test(one.attribute('abstract-type') ?? '')) ?? [];

function readArticle(article: Tag, name: string, tick: (done: number) => void): Reading {
  const body = article.child('body');
  if (article.name !== 'article' || !body) throw new Fault('import/broken', name);
  const drafting = new Drafting();
  const walk: JatsWalk = { drafting, notes: notesOf(article), counted: new Map() };
  const blocks = new Blocks(walk);
  const place = { kind: 'paragraph' as const, depth: 0 };
  for (const one of abstracts(article)) blocks.block(one, place);
  blocks.inside(body, place);
  tick(1);
  for (const part of article.child('back')?.children() ?? [])
    if (part.name !== 'fn-group') blocks.block(part, place);
  for (const part of article.children('floats-group')) blocks.inside(part, place);
  tick(2);
  for (const [id, note] of walk.notes) drafting.note(id, labelOfNote(note, walk), wordsOf(note, walk), id);
  const draft = drafting.finish('jats', readFront(article), article.attribute('xml:lang'));
  if (draft.blocks.length === 0) throw new Fault('import/empty', name);
  return { draft, pictures: [] };
}

/** See `PaperReader`. */
export const readJatsDraft: PaperReader = (bytes, context) =>
  new Promise((resolve) => {
    const { name } = context;
    const tick = (done: number): void => context.progress('Reading the article', done, 3);
    if (bytes.length === 0) throw new Fault('import/empty', name);
    tick(0);
    const article = parseXmlDocument(textOfBytes(bytes), name);
    resolve(readArticle(article, name, tick));
  });
