/** Books (.epub) read as drafts: the files in their order as one text, notes linked across them, pages as printed. */
import type { DraftKind } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { pathFrom, type HtmlPart } from '../html/anchors.ts';
import { navigation } from '../html/block-rules.ts';
import { draftHtml } from '../html/draft-html.ts';
import { hasRole } from '../html/vocabulary.ts';
import { Drafting } from '../paper/drafting.ts';
import { pictureName, pictureType } from '../paper/picture-type.ts';
import type { PaperReader, Picture } from '../paper/reader.ts';
import { attach, Tag } from '../paper/tree.ts';
import { Book, decoded } from './book.ts';
import { bookFront } from './front.ts';
import { markHeadings, markPages } from './mark-up.ts';
import { navigationOf } from './navigation.ts';

const apart = [
  'cover',
  'titlepage',
  'halftitlepage',
  'copyright-page',
  'imprint',
  'colophon',
  'toc',
  'landmarks',
  'loi',
  'lot',
  'seriespage',
];

/** A page of nothing but links into the book. */
function isContents(body: Tag): boolean {
  const links = [...body.all('a')].filter((tag) => !/^[a-z]+:/iu.test(tag.attribute('href') ?? 'x:'));
  const linked = links.reduce((sum, { words }) => sum + words.length, 0);
  return links.length > 4 && linked > body.words.length * 0.7;
}

/** The files as parts; a part's root holds its body, which is furniture where the whole file is. */
function partsOf(book: Book, furniture: Set<Tag>, tell: (at: number, of: number) => void): HtmlPart[] {
  const { spine, guided } = book;
  const isGuided = (path: string): boolean => [...guided].some((one) => one !== '' && path.endsWith(one));
  return spine.flatMap(({ path, properties }, at) => {
    tell(at, spine.length);
    const page = book.page(path);
    const body = page?.name === 'body' ? page : page?.first('body');
    if (!body) return [];
    const root = new Tag('#part');
    attach(root, body);
    const isNavigation = /\bnav\b/u.test(properties) || isGuided(path);
    if (isNavigation || isContents(body)) furniture.add(body);
    return [{ name: path, root }];
  });
}

/** Keeps the pictures of a book that its text shows. */
class Plates {
  readonly kept = new Map<string, Picture>();
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  keep(src: string, part: string): string | null {
    if (/^[a-z]+:/iu.test(src)) return null;
    const path = pathFrom(part, decoded(src.split('#')[0] ?? ''));
    const known = this.kept.get(path);
    if (known) return known.name;
    const bytes = this.#book.archive.bytes(path);
    const type = bytes && pictureType(bytes);
    if (!bytes || !type) return null;
    const name = pictureName(path, type, new Set([...this.kept.values()].map((one) => one.name)));
    this.kept.set(path, { name, type, bytes });
    return name;
  }
}

/** Reads a book. */
export const readEpub: PaperReader = async (bytes, context) => {
  await Promise.resolve();
  const book = new Book(bytes, context.name);
  const furniture = new Set<Tag>();
  const parts = partsOf(book, furniture, (at, of) => context.progress('Reading the files', at, of));
  const { contents, pages } = navigationOf(book);
  markHeadings(parts, contents);
  markPages(parts, pages);
  const drafting = new Drafting();
  const plates = new Plates(book);
  const aside = (tag: Tag): DraftKind | null =>
    furniture.has(tag) || hasRole(tag, ...apart) ? 'furniture' : navigation(tag);
  let count = 0;
  draftHtml(parts, {
    drafting,
    aside,
    picture: (src, part) => plates.keep(src, part),
    tick: () => {
      count += 1;
      if (count % 500 === 0) context.progress('Reading the text', count, count);
    },
  });
  const { front, language } = bookFront(book.metadata);
  const draft = drafting.finish('epub', front, language);
  if (!draft.blocks.some(({ kind }) => kind !== 'furniture')) throw new Fault('import/empty', context.name);
  return { draft, pictures: [...plates.kept.values()] };
};
