/** Title and authors on the first page: what stands above the text in letters of its own. */
import type { DraftFront } from '../../model/draft.ts';
import type { Joined } from './joining.ts';
import type { Measure } from './measure.ts';

const textOf = ({ group }: Joined): string => group.lines.map(({ text }) => text).join(' ');
const sizeOf = ({ group }: Joined): number => Math.max(...group.lines.map(({ size }) => size));

/** How many blocks at the beginning are front matter, and what they say. */
export interface FrontFound {
  readonly front: DraftFront;
  readonly count: number;
}

const isName = (text: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|del|della|di|da|van|von|der|den|la|le|bin|ibn|al)){1,4}$/u.test(
    text,
  ) && !/\b(?:universi|college|institut|depart|school|facult|cent(?:er|re)\b|academ|laborator)/iu.test(text);

const names = (text: string): readonly string[] =>
  text
    .replace(/^by\s+/iu, '')
    .replace(/[*†‡§\d]+/gu, '')
    .split(/\s*(?:,|;|&|\b(?:and|und|et|AND|UND|ET)\b)\s*/u)
    .map((name) => name.trim())
    .filter(isName);

/** Lines of names: what a wide gap parts stands in columns, and is parted by a semicolon. */
function bylineOf({ group }: Joined): string {
  const lines = group.lines.map(({ pieces, size }) => {
    const printed = pieces.filter(({ text }) => text.trim() !== '');
    return printed
      .map(({ text, x }, at) => {
        const last = printed[at - 1];
        return last && x - last.right > 1.2 * size ? `; ${text}` : `${last ? ' ' : ''}${text}`;
      })
      .join('')
      .replace(/\s+/gu, ' ');
  });
  return lines.join('; ');
}

/** A heading of the same look on a later page. */
const isHeadingOf = (one: Joined, { style }: Joined): boolean =>
  one.kind === 'heading' && one.style === style && (one.group.lines[0]?.page ?? 0) > 0;

/** Words that end like a sentence: a short paragraph of the text. Front matter is names, places and dates. */
const isSentence = (text: string): boolean =>
  /\p{Ll}/u.test(text) && text.split(' ').length > 3 && /[.!?…]["'”’»)]*[\d*†‡§]*$/u.test(text);

const isLong = (block: Joined): boolean => textOf(block).length > 160 || block.group.lines.length > 3;

const isDate = (text: string): boolean => /^[\p{L}\s\d.,]{0,20}\d{4}$/u.test(text);

/** Whether a block is names: over the text, in the look of a heading that comes again, there must be two. */
const isNamed = (block: Joined, isLikeHeading: boolean): boolean =>
  names(bylineOf(block)).length > (isLikeHeading ? 1 : 0);

/** Where the text begins: at a heading that is no title, or at a paragraph. */
function endOf(blocks: readonly Joined[], title: number): number {
  let end = title + 1;
  while (end < blocks.length && end < title + 12) {
    const block = blocks[end] as Joined;
    const text = textOf(block);
    const isBeforeText = blocks.slice(end + 1, end + 2).some((next) => textOf(next).length > 160);
    const isAgain = blocks.some((one) => isHeadingOf(one, block));
    const isByline = isNamed(block, isAgain && isBeforeText) || isDate(text);
    const isHeading = block.kind === 'heading' && (isBeforeText || isAgain) && !isByline;
    if (isHeading || isLong(block) || (!isByline && isSentence(text))) break;
    end += 1;
  }
  return end;
}

/** The blocks of the title: the largest letters of the first page, at its beginning; null where there is none. */
function titleOf(
  blocks: readonly Joined[],
  page: readonly Joined[],
  measure: Measure,
): readonly [number, number] | null {
  const largest = Math.max(0, ...page.map(sizeOf));
  const first = page.findIndex((block) => sizeOf(block) === largest);
  if (first < 0 || first > 4 || largest < measure.size * 1.15) return null;
  if (page.slice(0, first).some(({ group }) => group.lines.length > 3)) return null;
  let last = first;
  while (page[last + 1] && sizeOf(page[last + 1] as Joined) === largest) last += 1;
  const isOwn = blocks.every((one, at) => (at >= first && at <= last) || sizeOf(one) < largest * 0.99);
  const below = blocks[last + 1];
  const isNamed = first === 0 && below !== undefined && names(bylineOf(below)).length > 0;
  return isOwn || isNamed ? [first, last] : null;
}

/** Finds front matter; `count` is 0 where the text begins at once. */
export function frontOf(blocks: readonly Joined[], measure: Measure): FrontFound {
  const overleaf = blocks.findIndex(({ group }) => (group.lines[0]?.page ?? 0) > 0);
  const page = blocks.slice(0, overleaf < 0 ? 8 : Math.min(8, overleaf));
  const place = titleOf(blocks, page, measure);
  if (!place) return { front: {}, count: 0 };
  const [first, last] = place;
  const end = endOf(blocks, last);
  const under = blocks.slice(last + 1, end);
  const title = blocks
    .slice(first, last + 1)
    .map(textOf)
    .join(' ');
  if (under.length === 0 && sizeOf(blocks[first] as Joined) <= measure.size * 1.6)
    return { front: {}, count: 0 };
  const authors = under.map((one) => names(bylineOf(one))).find((found) => found.length > 0) ?? [];
  return { front: { title, ...(authors.length > 0 ? { authors } : {}) }, count: end };
}
