/** Which links of a document are numbers of notes, and what they lead to. Evidence of several kinds is added up. */
import type { Tag } from '../paper/tree.ts';
import type { Anchors, InnerLink } from './anchors.ts';
import { blockAround, headOf, isWithin, noteAround } from './note-places.ts';
import {
  bareLabel,
  hasNoteAddress,
  isDeclaredBack,
  isDeclaredMarker,
  isDeclaredNote,
  isElsewhere,
  isLabel,
  isNoteList,
  isRaised,
  plainDigits,
} from './note-signs.ts';
import { headingLevel } from './vocabulary.ts';

/** A link that is a note's number. `target` is null where the document has no such note. */
export interface NoteLink extends InnerLink {
  readonly label: string;
}

const enough = 3;

/** A block with more links than these is no note, and is not searched to its end. */
const mostLinks = 200;

/** Whether one of the first is so. */
function some(tags: Iterable<Tag>, is: (tag: Tag) => boolean): boolean {
  let looked = 0;
  for (const tag of tags) {
    if (is(tag)) return true;
    if ((looked += 1) > mostLinks) return false;
  }
  return false;
}

/** What is printed at a link; an arrow or a picture of one is nothing. */
export const printed = (link: Tag): string => {
  const words = plainDigits(bareLabel(link.words));
  return isLabel(words) ? words.replace(/^(?:(?:foot|end)?note|fn)[ -]?(?=\d)/iu, '') : words;
};

/** Whether one of the links of the note leads back to where `link` is. */
function leadsBack(note: Tag, link: InnerLink, byKey: Anchors): boolean {
  const home = blockAround(link.tag);
  let looked = 0;
  for (const back of note.all('a')) {
    if (back === link.tag) continue;
    if ((looked += 1) > mostLinks) return false;
    const href = back.attribute('href');
    if (!href?.startsWith('#') && !href?.includes('#')) continue;
    const target = byKey.target(byKey.keyOf(byKey.partOf(back), href) ?? '');
    if (target && (isWithin(link.tag, target) || isWithin(target, home))) return true;
  }
  return false;
}

/** Whether it stands in a note and leads from there to the text before it. */
function isBack(link: InnerLink, reached: ReadonlySet<Tag>, anchors: Anchors): boolean {
  if (isDeclaredBack(link.tag)) return true;
  const { target } = link;
  if (!target || anchors.orderOf(target) >= link.order) return false;
  if (!headOf(link.tag, reached)) return false;
  const home = blockAround(target);
  return some(home.all('a'), (other) => {
    const key = anchors.keyOf(anchors.partOf(other), other.attribute('href') ?? '');
    const there = key ? anchors.target(key) : null;
    return there !== null && (isWithin(link.tag, there) || isWithin(there, blockAround(link.tag)));
  });
}

/** What the link itself speaks for. */
function scoreOfLink(tag: Tag, words: string): number {
  const declared =
    (isDeclaredMarker(tag) ? 3 : 0) + (isRaised(tag) ? 1.5 : 0) + (hasNoteAddress(tag) ? 1 : 0);
  if (words.length > 12) return declared - 4;
  if (words === '') return declared;
  return declared + (isLabel(words) ? 1 : -2);
}

/** What speaks for it where it leads. */
function scoreOfTarget(target: Tag, words: string): number {
  const note = noteAround(target);
  let sum = isDeclaredNote(note) || isDeclaredNote(target) ? 2 : 0;
  if (headingLevel(target) !== null || target.first('h1', 'h2', 'h3')) sum -= 5;
  if (note.closest(isNoteList)) sum += 1;
  if (/^(?:table|figure|img|tr|caption|figcaption)$/u.test(target.name)) sum -= 3;
  const begin = plainDigits(note.words.slice(0, 16)).replace(/^[\s[(^]+/u, '');
  return isLabel(words) && begin.startsWith(words) ? sum + 1 : sum;
}

function score(link: InnerLink, anchors: Anchors): number {
  const { tag, target } = link;
  const words = printed(tag);
  const own = scoreOfLink(tag, words);
  if (!target) return own;
  const sum = own + scoreOfTarget(target, words);
  if (sum >= enough || sum < 0.5) return sum;
  return leadsBack(noteAround(target), link, anchors) ? sum + 3 : sum;
}

/** The numbers of notes among the links, in the order of the document, and the links that lead back from notes. */
export function noteLinks(anchors: Anchors): { readonly markers: NoteLink[]; readonly backs: Tag[] } {
  const reached = new Set(
    anchors.links.flatMap(({ target }) => (target ? [target, blockAround(target)] : [])),
  );
  const markers: NoteLink[] = [];
  const backs: Tag[] = [];
  for (const link of anchors.links) {
    if (isElsewhere(link.tag)) continue;
    if (isBack(link, reached, anchors)) backs.push(link.tag);
    else if (score(link, anchors) >= enough) markers.push({ ...link, label: printed(link.tag) });
  }
  return { markers, backs };
}
