/** Where a note lies: the block around what a link leads to, and all that belongs to it. Part of the reading of HTML. */
import type { Tag } from '../paper/tree.ts';
import { isDeclaredNote, isNoteList } from './note-signs.ts';
import { blockNames, headingLevel } from './vocabulary.ts';

const isBlockName = (tag: Tag): boolean => blockNames.has(tag.name);

/** The nearest block around an element, or itself. */
export const blockAround = (tag: Tag): Tag => tag.closest(isBlockName) ?? tag;

/** Whether an element is another, or lies in it. */
export const isWithin = (tag: Tag, outer: Tag): boolean => tag.closest((one) => one === outer) !== null;

/** What is said to be a note, or the block: an inline element is never all of a note unless it is said to be and has words. */
export const noteAround = (target: Tag): Tag =>
  target.closest((tag) => isBlockName(tag) || (isDeclaredNote(tag) && tag.words.length > 4)) ?? target;

const holders = new Set([
  'div',
  'li',
  'aside',
  'section',
  'dd',
  'blockquote',
  'td',
  'tr',
  'p',
  'span',
  'article',
]);

/**
 * All that is one note: from what the link leads to upwards, as long as nothing else is in it. `targets` are what other
 * numbers lead to, `markers` the numbers of this note.
 */
export function noteExtent(target: Tag, targets: ReadonlySet<Tag>, markers: readonly Tag[]): Tag {
  let note = noteAround(target);
  for (let outer = note.parent; outer; outer = outer.parent) {
    if (
      !holders.has(outer.name) ||
      isNoteList(outer) ||
      outer.first('hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    )
      break;
    if (isDeclaredNote(note) && note.name !== 'p') break;
    if (markers.some((marker) => isWithin(marker, outer))) break;
    if (holdsOther(outer, note, targets)) break;
    if (outer.name === 'section' && !isDeclaredNote(outer)) break;
    note = outer;
    if (note.name === 'li') break;
  }
  return note;
}

function holdsOther(outer: Tag, note: Tag, targets: ReadonlySet<Tag>): boolean {
  for (const tag of outer.all()) if (targets.has(tag) && !isWithin(tag, note)) return true;
  return false;
}

/** Whether something near the beginning of a block is led to. */
function holdsReached(block: Tag, reached: ReadonlySet<Tag>): boolean {
  let looked = 0;
  for (const tag of block.all()) {
    if (reached.has(tag)) return true;
    if ((looked += 1) > 100) return false;
  }
  return false;
}

/** Whether a link is the first thing in a block that is led to: the number before a note's words. */
export function headOf(link: Tag, reached: ReadonlySet<Tag>): boolean {
  const block = blockAround(link);
  if (!reached.has(block) && !reached.has(link) && !holdsReached(block, reached)) {
    const outer = block.parent;
    if (!outer || !reached.has(outer)) return false;
  }
  const before = block.text.indexOf(link.text);
  return before >= 0 && !/[\p{L}\p{N}]{2}/u.test(block.text.slice(0, before));
}

const siblings = new WeakMap<Tag, ReadonlyMap<Tag, Tag>>();

/** The element behind another; null behind the last. */
function nextOf(tag: Tag): Tag | null {
  const { parent } = tag;
  if (!parent) return null;
  let known = siblings.get(parent);
  if (!known) {
    const all = parent.children();
    known = new Map(all.slice(1).map((next, at) => [all[at] as Tag, next] as const));
    siblings.set(parent, known);
  }
  return known.get(tag) ?? null;
}

/** What follows a note and still belongs to it: the blocks up to the next note, where another note follows. */
export function noteRest(note: Tag, notes: ReadonlySet<Tag>): Tag[] {
  const isTerm = note.name === 'dt';
  if (!isTerm && note.name !== 'p' && note.name !== 'div') return [];
  const rest: Tag[] = [];
  for (let next = nextOf(note); next; next = nextOf(next)) {
    if (isTerm) {
      if (next.name !== 'dd') return rest;
    } else if (notes.has(next)) return rest;
    else if (!/^(?:p|div|blockquote|ul|ol|pre)$/u.test(next.name) || headingLevel(next) !== null) return [];
    rest.push(next);
  }
  return isTerm ? rest : [];
}
