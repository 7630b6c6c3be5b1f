/** Notes whose words stand where they are marked: Tufte's side and margin notes, Distill's, notes in attributes. */
import type { Tag } from '../paper/tree.ts';
import type { HtmlPart } from './anchors.ts';
import type { FoundNote } from './found-note.ts';
import { isNoteList } from './note-signs.ts';
import { blockNames, classOf, hasRole } from './vocabulary.ts';

export interface InlineNote {
  readonly note: FoundNote;
  /** The element in whose place the number stands. */
  readonly marker: Tag;
  /** What goes with it and shows nothing. */
  readonly hidden: readonly Tag[];
}

interface Found {
  readonly notes: InlineNote[];
  /** Elements that are such notes or their numbers. */
  readonly taken: Set<Tag>;
}

const side =
  /(?:^|\s)(?:sidenote|sidenote-content|side-note|footnote-inline|inline-footnote|fn-inline)(?:\s|$)/u;
const margin = /(?:^|\s)(?:marginnote|margin-note|marginalia)(?:\s|$)/u;
const inlineClass = /(?:^|\s)(?:footnote|endnote|ltx_note|refnote)(?:\s|$)/u;

/** A note in the middle of a line of text. */
function isInline(tag: Tag): boolean {
  if (/^(?:d-footnote|dt-fn|fn|footnote|foot-note|ref-note)$/u.test(tag.name)) return true;
  if (tag.name !== 'span' && tag.name !== 'small' && tag.name !== 'aside') return false;
  if (side.test(classOf(tag)) || margin.test(classOf(tag))) return true;
  if (tag.name !== 'span' || !isAmongWords(tag)) return false;
  return (hasRole(tag, 'footnote') || inlineClass.test(classOf(tag))) && tag.words.length > 4 && !isLead(tag);
}

const isAmongWords = (tag: Tag): boolean =>
  tag.closest((one) => one.name === 'li' || isNoteList(one)) === null &&
  (tag.parent?.nodes.some((node) => typeof node === 'string' && node.trim() !== '') ?? false);

/** Whether it begins its block: then it is the block that is a note. */
function isLead(tag: Tag): boolean {
  const block = tag.closest((one) => blockNames.has(one.name));
  return block ? block.words.startsWith(tag.words) : true;
}

/** The labels and switches around a sidenote, which show its number by a style sheet. */
function switches(tag: Tag): Tag[] {
  const siblings = tag.parent?.children() ?? [];
  const at = siblings.indexOf(tag);
  return siblings
    .slice(Math.max(0, at - 3), at)
    .filter(
      (one) =>
        /(?:^|\s)(?:margin-toggle|sidenote-number|sidenote-toggle|sidenote-label)(?:\s|$)/u.test(
          classOf(one),
        ) ||
        (one.name === 'input' && one.attribute('type') === 'checkbox'),
    );
}

/** Finds them, and numbers those whose number a style sheet makes. */
export function inlineNotes(parts: readonly HtmlPart[]): Found {
  const found: Found = { notes: [], taken: new Set() };
  let count = 0;
  for (const { root } of parts) {
    for (const tag of root.all()) {
      if (!isInline(tag) || tag.closest((one) => found.taken.has(one))) continue;
      const hidden = switches(tag);
      const isUnnumbered =
        margin.test(classOf(tag)) && !hidden.some((one) => classOf(one).includes('sidenote-number'));
      const told = tag.attribute('data-label');
      const printed = hidden
        .map((one) => /^\W{0,20}([\d*†‡§]{1,3})\W{0,20}$/u.exec(one.words)?.[1])
        .find(Boolean);
      if (!isUnnumbered) count += 1;
      const label = isUnnumbered ? '⊕' : (told ?? printed ?? String(count));
      const note = { key: `inline ${found.notes.length}`, label, tags: [tag], isMarked: true };
      const marker = hidden.find((one) => one.name === 'label') ?? tag;
      found.notes.push({ note, marker, hidden: hidden.filter((one) => one !== marker) });
      found.taken.add(tag);
      for (const one of hidden) found.taken.add(one);
    }
  }
  return found;
}
