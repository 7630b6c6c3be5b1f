/** What a book's navigation says is written into its files before they are read: levels of headings, starts of pages. */
import type { HtmlPart } from '../html/anchors.ts';
import { headingLevel, isPageStart, pageLabel } from '../html/vocabulary.ts';
import { Tag } from '../paper/tree.ts';
import type { Entry } from './navigation.ts';

/** Elements by path and id. */
function idsOf(parts: readonly HtmlPart[]): ReadonlyMap<string, Tag> {
  const found = new Map<string, Tag>();
  for (const { name, root } of parts) {
    found.set(`${name}#`, root);
    for (const tag of root.all()) {
      const id = tag.attributes.get('id') ?? tag.attributes.get('xml:id') ?? tag.attributes.get('name');
      if (id && !found.has(`${name}#${id}`)) found.set(`${name}#${id}`, tag);
    }
  }
  return found;
}

const pageStart = (label: string): Tag =>
  new Tag(
    'span',
    '',
    '',
    new Map([
      ['role', 'doc-pagebreak'],
      ['aria-label', label],
    ]),
  );

/** Marks where pages begin, where the files do not say so themselves. */
export function markPages(parts: readonly HtmlPart[], pages: readonly Entry[]): void {
  const ids = pages.length > 0 ? idsOf(parts) : new Map<string, Tag>();
  for (const { path, id, label } of pages) {
    const target = ids.get(`${path}#${id}`);
    if (!target || !label || (isPageStart(target) && pageLabel(target))) continue;
    const start = pageStart(label);
    const into = target.name === '#part' ? (target.child('body') ?? target) : target;
    start.parent = into;
    into.nodes.unshift(start);
  }
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How far behind a place its heading is sought. */
const near = 40;
const blocks = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div']);

interface Found {
  readonly tag: Tag;
  readonly depth: number;
}

/** Elements with the words of a line of contents, at or behind the place that it names; by part, in order. */
function headingsOf(parts: readonly HtmlPart[], contents: readonly Entry[]): Found[] {
  const ids = idsOf(parts);
  const lists = new Map<string, readonly Tag[]>();
  const places = new Map<Tag, number>();
  for (const { name, root } of parts) {
    const all = [...root.all()];
    lists.set(name, all);
    all.forEach((tag, at) => places.set(tag, at));
  }
  return contents.flatMap(({ path, id, label, depth }) => {
    const target = ids.get(`${path}#${id}`);
    const wanted = bare(label);
    if (!target || !wanted) return [];
    const all = lists.get(path) ?? [];
    const block = target.closest(({ name }) => blocks.has(name) && name !== 'div') ?? target;
    const from = places.get(block) ?? 0;
    const tag = all
      .slice(from, from + near)
      .find(
        (one) =>
          blocks.has(one.name) &&
          one.words.length < 400 &&
          bare(one.words) === wanted &&
          !one.first('p', 'div', 'h1', 'h2', 'h3'),
      );
    return tag ? [{ tag, depth }] : [];
  });
}

/** Puts an element of another name in the place of one. */
function rename(tag: Tag, name: string): void {
  const fresh = new Tag(name, tag.prefix, tag.space, tag.attributes);
  fresh.parent = tag.parent;
  fresh.depth = tag.depth;
  for (const node of tag.nodes) {
    fresh.nodes.push(node);
    if (typeof node !== 'string') node.parent = fresh;
  }
  const at = tag.parent?.nodes.indexOf(tag) ?? -1;
  if (tag.parent && at >= 0) tag.parent.nodes[at] = fresh;
}

/** Makes headings of what the contents name, and gives them the levels of the contents where their own are at odds. */
export function markHeadings(parts: readonly HtmlPart[], contents: readonly Entry[]): void {
  const found = headingsOf(parts, contents);
  const own = found.map(({ tag, depth }) => ({ level: headingLevel(tag), depth }));
  const shifts = new Set(own.flatMap(({ level, depth }) => (level === null ? [] : [level - depth])));
  const [shift = 0, second] = [...shifts];
  const isAtOdds = second !== undefined;
  for (const { tag, depth } of found) {
    if (headingLevel(tag) !== null && !isAtOdds) continue;
    rename(tag, `h${Math.min(6, Math.max(1, depth + (isAtOdds ? 0 : shift)))}`);
  }
}
