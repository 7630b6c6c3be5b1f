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

const names = (text: string): readonly string[] =>
  text
    .replace(/^by\s+/iu, '')
    .replace(/[*†‡§\d]+/gu, '')
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*/u)
    .filter((name) =>
      /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|del|della|di|da|van|von|der|den|la|le|bin|ibn|al)){1,4}$/u.test(
        name,
      ),
    );

/** A heading of the same look on a later page. */
const isHeadingOf = (one: Joined, { style }: Joined): boolean =>
  one.kind === 'heading' && one.style === style && (one.group.lines[0]?.page ?? 0) > 0;

/** Where the text begins: at a heading that is no title, or at a paragraph of some length. */
function endOf(blocks: readonly Joined[], title: number): number {
  let end = title + 1;
  while (end < blocks.length && end < title + 12) {
    const block = blocks[end] as Joined;
    const text = textOf(block);
    const next = blocks[end + 1];
    const isBeforeText = next !== undefined && textOf(next).length > 160;
    const isByline = names(text).length > 0 || /^[\p{L}\s\d.,]{0,20}\d{4}$/u.test(text);
    const isAgain = blocks.some((one) => isHeadingOf(one, block));
    const isHeading = block.kind === 'heading' && (isBeforeText || (isAgain && !isByline));
    if (isHeading || text.length > 160 || block.group.lines.length > 3) break;
    end += 1;
  }
  return end;
}

/** Finds front matter; `count` is 0 where the text begins at once. */
export function frontOf(blocks: readonly Joined[], measure: Measure): FrontFound {
  const none = { front: {}, count: 0 };
  const first = blocks.findIndex(({ group }) => (group.lines[0]?.page ?? 0) > 0);
  const page = blocks.slice(0, first < 0 ? blocks.length : first).slice(0, 8);
  const largest = Math.max(0, ...page.map(sizeOf));
  const title = page.findIndex((block) => sizeOf(block) === largest);
  const block = page[title];
  if (!block || largest < measure.size * 1.15 || title > 4) return none;
  let last = title;
  while (page[last + 1] && sizeOf(page[last + 1] as Joined) === largest) last += 1;
  const whole = blocks.slice(title, last + 1);
  const isOwn = blocks.every((one) => whole.includes(one) || sizeOf(one) < largest * 0.99);
  const isLong = page.slice(0, title).some(({ group }) => group.lines.length > 3);
  if (!isOwn || isLong) return none;
  const end = endOf(blocks, last);
  const under = blocks.slice(last + 1, end).map(textOf);
  const authors = under.map(names).find((found) => found.length > 0) ?? [];
  const isTitle = under.length > 0 || largest > measure.size * 1.6;
  if (!isTitle) return none;
  return {
    front: { title: whole.map(textOf).join(' '), ...(authors.length > 0 ? { authors } : {}) },
    count: end,
  };
}
