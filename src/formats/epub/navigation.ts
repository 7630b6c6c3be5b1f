/** The contents and the pages of a book, by its navigation document (EPUB 3) and its NCX (EPUB 2). */
import { pathFrom } from '../html/anchors.ts';
import { hasRole } from '../html/vocabulary.ts';
import type { Tag } from '../paper/tree.ts';
import { decoded, type Book } from './book.ts';

/** A line of the contents, or a page. */
export interface Entry {
  readonly label: string;
  /** From 1, as it is nested. */
  readonly depth: number;
  readonly path: string;
  /** The id there; empty for the beginning of the file. */
  readonly id: string;
}

function entry(label: string, depth: number, from: string, href: string): Entry {
  const [file = '', id = ''] = href.split('#', 2);
  return { label, depth, path: file ? pathFrom(from, decoded(file)) : from, id: decoded(id) };
}

function listed(list: Tag | undefined, depth: number, from: string): Entry[] {
  return (list?.children('li') ?? []).flatMap((item) => {
    const link = item.child('a') ?? item.child('span')?.first('a');
    const href = link?.attribute('href');
    const own = link && href ? [entry(link.words, depth, from, href)] : [];
    return [...own, ...listed(item.child('ol', 'ul'), depth + 1, from)];
  });
}

function points(parent: Tag | undefined, name: string, depth: number, from: string): Entry[] {
  return (parent?.children(name) ?? []).flatMap((tag) => {
    const src = tag.child('content')?.attribute('src');
    const label = tag.child('navLabel')?.words ?? tag.attribute('value') ?? '';
    return [...(src ? [entry(label, depth, from, src)] : []), ...points(tag, name, depth + 1, from)];
  });
}

/** What the book says of its parts and pages; empty where it says nothing. */
export function navigationOf(book: Book): {
  readonly contents: readonly Entry[];
  readonly pages: readonly Entry[];
} {
  const items = [...book.items.values()];
  const nav = items.find(({ properties }) => /\bnav\b/u.test(properties));
  const page = nav ? book.page(nav.path) : null;
  const from = nav?.path ?? '';
  const part = (role: string): Entry[] => {
    const found = [...(page?.all('nav') ?? [])].find((tag) => hasRole(tag, role));
    return listed(found?.first('ol', 'ul'), 1, from);
  };
  const older = items.find(({ type }) => type === 'application/x-dtbncx+xml');
  const ncx = older ? book.xml(older.path) : null;
  const [contents, pages] = [part('toc'), [...part('page-list'), ...part('pagelist')]];
  const path = older?.path ?? '';
  return {
    contents: contents.length > 0 ? contents : points(ncx?.child('navMap'), 'navPoint', 1, path),
    pages: pages.length > 0 ? pages : points(ncx?.child('pageList'), 'pageTarget', 1, path),
  };
}
