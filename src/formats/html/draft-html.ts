/** HTML of one page or of the files of an archive, added to a draft: its blocks, its notes. Shared with EPUB. */
import type { DraftBlock } from '../../model/draft.ts';
import type { Drafting } from '../paper/drafting.ts';
import type { Tag } from '../paper/tree.ts';
import { Anchors, type HtmlPart } from './anchors.ts';
import { navigation, type Aside } from './block-rules.ts';
import { Blocks } from './blocks.ts';
import type { HtmlWalk } from './inline.ts';
import { wordsOfNote } from './note-words.ts';
import { findNotes } from './notes.ts';
import { headingLevel, isHidden } from './vocabulary.ts';

export interface HtmlOptions {
  readonly drafting: Drafting;
  /** The address that links are relative to; null where it is unknown. */
  readonly base?: string | null;
  /** How the page calls itself in links to its own parts. */
  readonly addresses?: readonly string[];
  /** What is kept, but is no text; without it, navigation. */
  readonly aside?: Aside;
  /** The name under which a picture is kept; null where it cannot be had. */
  picture?(src: string, part: string): string | null;
  /** Called after each block. */
  tick?(): void;
}

/** The levels of headings that are used, from 1 without holes at the top. */
function levelsOf(parts: readonly HtmlPart[], isLeftOut: (tag: Tag) => boolean): (level: number) => number {
  let least = 9;
  for (const { root } of parts)
    for (const tag of root.all()) {
      const level = headingLevel(tag);
      if (level !== null && level < least && !isHidden(tag) && !tag.closest(isLeftOut)) least = level;
    }
  return (level) => Math.max(1, level - least + 1);
}

/** Headings under which there is nothing left once the notes are notes. */
function emptied(blocks: DraftBlock[], before: ReadonlySet<string>): void {
  const body = blocks.map((block, at) => ({ block, at })).filter(({ block }) => block.kind !== 'furniture');
  body.forEach(({ block, at }, index) => {
    const next = body[index + 1]?.block;
    const isEmpty = !next || (next.kind === 'heading' && (next.level ?? 1) <= (block.level ?? 1));
    if (!before.has(block.id) || block.kind !== 'heading' || !isEmpty) return;
    const words = block.label
      ? [{ kind: 'text' as const, text: `${block.label} ` }, ...block.content]
      : block.content;
    blocks[at] = { id: block.id, kind: 'furniture', content: words };
  });
}

/** Reads the parts, in their order, into the draft. */
export function draftHtml(parts: readonly HtmlPart[], options: HtmlOptions): void {
  const { drafting, aside = navigation, addresses = [] } = options;
  const anchors = new Anchors(parts, addresses);
  const notes = findNotes(parts, anchors);
  const walk: HtmlWalk = {
    drafting,
    notes,
    base: options.base ?? null,
    picture: (src, part) => options.picture?.(src, part) ?? null,
    tick: () => options.tick?.(),
  };
  const isLeftOut = (tag: Tag): boolean => notes.bodies.has(tag) || aside(tag) !== null;
  const levels = levelsOf(parts, isLeftOut);
  const before = new Set<string>();
  for (const { name, root } of parts) {
    new Blocks(walk, name, {
      aside,
      levels,
      sink: (kind, content, more) => drafting.add(kind, content, more),
      passed: () => before.add(drafting.blocks.findLast(({ kind }) => kind !== 'furniture')?.id ?? ''),
    }).read(root);
  }
  for (const note of notes.notes) {
    const part = note.tags[0] ? anchors.partOf(note.tags[0]) : '';
    drafting.note(note.key, note.label, note.tags.length > 0 ? wordsOfNote(note, walk, part) : []);
    walk.tick();
  }
  emptied(drafting.blocks, before);
}
