/** The notes of a document of HTML: where each is marked, where its words are, and what there is mere furniture of notes. */
import type { Tag } from '../paper/tree.ts';
import type { Anchors, HtmlPart } from './anchors.ts';
import { listNumber, ownLabel, type FoundNote } from './found-note.ts';
import { inlineNotes, type InlineNote } from './inline-notes.ts';
import { noteLinks, type NoteLink } from './note-links.ts';
import { isWithin, noteExtent, noteRest } from './note-places.ts';
import { bareLabel, isDeclaredNote, isNoteList } from './note-signs.ts';
import { unlinkedNotes } from './unlinked-notes.ts';
import { classOf } from './vocabulary.ts';

export interface FoundMarker {
  readonly note: FoundNote;
  readonly label: string;
}

/** What a walk through the document must know. */
export interface NoteMap {
  /** Each element that stands for a note's number; nothing in it is text. */
  readonly markers: ReadonlyMap<Tag, FoundMarker>;
  /** In the order of the document. */
  readonly notes: readonly FoundNote[];
  /** Elements that are notes, and do not stand in the text. */
  readonly bodies: Pick<ReadonlySet<Tag>, 'has'>;
  /** Switches of sidenotes, links back: nothing. */
  readonly silent: ReadonlySet<Tag>;
}

/** The element that shows nothing but the number: the link, or what raises or brackets it. */
function shown(link: Tag): Tag {
  let at = link;
  for (let outer = link.parent; outer; outer = outer.parent) {
    if (!/^(?:sup|span|small|a|b|i|em|strong|font|cite)$/u.test(outer.name)) break;
    if (bareLabel(outer.words) !== bareLabel(link.words) || outer.all('img').next().value) break;
    at = outer;
  }
  return at;
}

interface Group {
  readonly links: NoteLink[];
  readonly target: Tag | null;
  readonly key: string;
}

/** Links to one note, by what they lead to. */
function groups(links: readonly NoteLink[]): Group[] {
  const byTarget = new Map<Tag | string, Group>();
  for (const link of links) {
    const id = link.target ?? link.key;
    const group = byTarget.get(id) ?? { links: [], target: link.target, key: link.key };
    group.links.push(link);
    byTarget.set(id, group);
  }
  return [...byTarget.values()];
}

/** The link back, or all that is said to hold nothing but links back. */
const backAround = (link: Tag): Tag => {
  const { parent } = link;
  const outer = parent?.parent;
  if (outer && /back-?link|backref/iu.test(classOf(outer)) && outer.name === 'span') return outer;
  return parent && /^(?:span|sup|cite)$/u.test(parent.name) && /back-?link|backref/iu.test(classOf(parent))
    ? parent
    : link;
};

/** Notes that nothing leads to: said to be notes, or neighbours of notes in their list. */
function unmarkedNotes(parts: readonly HtmlPart[], bodies: ReadonlySet<Tag>): Tag[] {
  const lists = new Map<Tag, number>();
  for (const body of bodies)
    if (body.parent && /^(?:li|aside|div|p)$/u.test(body.name))
      lists.set(body.parent, (lists.get(body.parent) ?? 0) + 1);
  const counts = new Map<Tag, number>();
  const itemsIn = (list: Tag): number => {
    const count = counts.get(list) ?? list.children('li').length;
    counts.set(list, count);
    return count;
  };
  const isAmong = (tag: Tag): boolean => {
    const { parent } = tag;
    if (tag.name !== 'li' || !parent) return false;
    const known = lists.get(parent) ?? 0;
    return known > 0 && (known * 2 >= itemsIn(parent) || isNoteList(parent));
  };
  const isInside = (tag: Tag): boolean => tag.closest((one) => bodies.has(one)) !== null;
  const found = parts.flatMap(({ root }) =>
    [...root.all('li', 'aside', 'div', 'p', 'section')].filter(
      (tag) =>
        (isAmong(tag) || (isDeclaredNote(tag) && !isNoteList(tag) && isSingle(tag, bodies))) &&
        !isInside(tag) &&
        tag.words,
    ),
  );
  const kept = new Set(found);
  return found.filter((tag) => !tag.parent?.closest((one) => kept.has(one)));
}

const isSingle = (tag: Tag, bodies: ReadonlySet<Tag>): boolean =>
  !tag.first('h1', 'h2', 'h3', 'h4', 'ol', 'dl') && ![...tag.all()].some((below) => bodies.has(below));

/** Gathers notes from each kind of evidence. */
class NoteFinder {
  readonly markers = new Map<Tag, FoundMarker>();
  readonly notes: FoundNote[] = [];
  readonly bodies = new Set<Tag>();
  readonly silent = new Set<Tag>();

  /** Takes a note in, and the elements that are its numbers. */
  add(note: FoundNote, marked: readonly { readonly tag: Tag; readonly label: string }[]): void {
    this.notes.push(note);
    for (const tag of note.tags) this.bodies.add(tag);
    for (const { tag, label } of marked) this.markers.set(tag, { note, label: label || note.label });
  }

  /** Notes that links lead to. */
  linked(links: readonly NoteLink[]): void {
    const all = groups(links);
    const targets = new Set(all.flatMap(({ target }) => target ?? []));
    const extents = new Map<Tag, Tag>();
    for (const { target, links: own } of all)
      if (target)
        extents.set(
          target,
          noteExtent(
            target,
            targets,
            own.map(({ tag }) => tag),
          ),
        );
    const heads = new Set(extents.values());
    for (const { target, links: own, key } of all) {
      const head = target ? (extents.get(target) as Tag) : null;
      const tags =
        head && !own.some(({ tag }) => isWithin(tag, head)) ? [head, ...noteRest(head, heads)] : [];
      const label = [
        own.find((link) => link.label)?.label,
        head && ownLabel(head),
        head && listNumber(head),
      ].find(Boolean);
      const note = { key, label: label ?? String(this.notes.length + 1), tags, isMarked: true };
      this.add(
        note,
        own.map((link) => ({ tag: shown(link.tag), label: link.label })),
      );
    }
  }

  inline(found: readonly InlineNote[]): void {
    for (const { note, marker, hidden } of found) {
      this.add(note, [{ tag: marker, label: note.label }]);
      for (const tag of hidden) this.silent.add(tag);
    }
  }

  unmarked(parts: readonly HtmlPart[]): void {
    for (const tag of unmarkedNotes(parts, this.bodies)) {
      const label = [ownLabel(tag), listNumber(tag), '*'].find(Boolean) as string;
      this.notes.push({ key: `unmarked ${this.notes.length}`, label, tags: [tag], isMarked: false });
    }
    for (const { tags } of this.notes) for (const tag of tags) this.bodies.add(tag);
  }
}

/** Finds the notes of a document. */
export function findNotes(parts: readonly HtmlPart[], anchors: Anchors): NoteMap {
  const finder = new NoteFinder();
  const inline = inlineNotes(parts);
  const { markers, backs } = noteLinks(anchors);
  finder.linked(markers.filter(({ tag }) => !inline.taken.has(tag)));
  finder.inline(inline.notes);
  if (finder.notes.length === 0)
    for (const { note, marker } of unlinkedNotes(parts))
      finder.add(note, [{ tag: marker, label: note.label }]);
  finder.unmarked(parts);
  for (const tag of backs) finder.silent.add(backAround(tag));
  return finder;
}
