/** The words of a note of HTML, paragraph by paragraph, without the number before them and what leads back. */
import type { DraftInline } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { Blocks } from './blocks.ts';
import type { FoundNote } from './found-note.ts';
import type { HtmlWalk } from './inline.ts';
import { bareLabel } from './note-signs.ts';

/** Content without its first `count` UTF-16 units. */
function without(content: readonly DraftInline[], count: number): DraftInline[] {
  let left = count;
  return content.flatMap((one): DraftInline[] => {
    if (left === 0 || one.kind !== 'text') return [one];
    const taken = Math.min(left, one.text.length);
    left -= taken;
    const text = one.text.slice(taken);
    return text ? [{ ...one, text }] : [];
  });
}

/** Whether a number is printed before the note's words, beyond what is left out as a link back. */
const isLabelled = (note: FoundNote, { notes }: HtmlWalk): boolean => {
  const [tag] = note.tags;
  if (!tag || tag.attributes.has('data-label')) return false;
  for (const below of tag.all())
    if (notes.silent.has(below) && bareLabel(below.words) === note.label) return false;
  return true;
};

const bracketed = /^(?:\[\s*([^\]]{0,12}?)\s*\]|\(\s*([^)]{0,12}?)\s*\))[.):]?\s*/u;

const isSame = (said: string | undefined, label: string | null): boolean =>
  said === '' || (label !== null && said?.toLowerCase() === label.toLowerCase());

/** How long a label is that stands there bare, with its stop and the space behind it. */
function bareLength(rest: string, label: string): number {
  if (!rest.toLowerCase().startsWith(label.toLowerCase())) return 0;
  const behind = rest.slice(label.length);
  const goesOn = /\d$/u.test(label) ? /^\d/u : /^[\p{L}\p{N}]/u;
  if (goesOn.test(behind)) return 0;
  return rest.length - behind.replace(/^[.):]?\s*/u, '').length;
}

/** How much of the words is the label printed before them, or brackets that a link left empty. */
function labelLength(words: string, label: string | null): number {
  const lead = words.length - words.replace(/^[\s^↑]*/u, '').length;
  const rest = words.slice(lead, lead + 40);
  const inside = bracketed.exec(rest);
  if (inside && isSame(inside[1] ?? inside[2], label)) return lead + inside[0].length;
  return label === null ? lead : lead + bareLength(rest, label);
}

/** A note's first paragraph without the label that is printed before it, and without brackets that a link left empty. */
function unlabelled(content: readonly DraftInline[], label: string | null): DraftInline[] {
  const words = content.map((one) => (one.kind === 'text' ? one.text : '')).join('');
  return without(content, labelLength(words, label));
}

/** Without arrows and empty brackets at its end. */
function unarrowed(content: readonly DraftInline[]): DraftInline[] {
  const last = content.at(-1);
  if (last?.kind !== 'text') return [...content];
  const text = last.text.replace(/(?<!\s)\s*(?:[[(]\s*[\])]|[↩↑⤴⏎↵⮌]\ufe0e?)\s*$/u, '');
  return text ? [...content.slice(0, -1), { ...last, text }] : [...content.slice(0, -1)];
}

/** The paragraphs of a note's words. */
export function wordsOfNote(note: FoundNote, walk: HtmlWalk, part: string): DraftInline[][] {
  const paragraphs: DraftInline[][] = [];
  const inner: HtmlWalk = { ...walk, notes: { ...walk.notes, bodies: withoutOwn(walk.notes.bodies, note) } };
  const blocks = new Blocks(inner, part, {
    aside: () => null,
    levels: (level) => level,
    sink: (_kind, content, { label }) => {
      if (content.length === 0) return null;
      paragraphs.push(label ? [{ kind: 'text', text: `${label} ` }, ...content] : [...content]);
      return `${paragraphs.length}`;
    },
  });
  for (const tag of note.tags) {
    if (tag.name === 'tr') for (const cell of tag.children()) blocks.read(cell);
    else blocks.read(tag);
  }
  const [first = [], ...rest] = paragraphs.filter((one) =>
    one.some((run) => run.kind !== 'text' || run.text.trim()),
  );
  return [unlabelled(first, isLabelled(note, walk) ? note.label : null), ...rest].map(unarrowed);
}

/** The elements that are notes, but for those of this one. */
function withoutOwn(bodies: Pick<ReadonlySet<Tag>, 'has'>, note: FoundNote): Pick<ReadonlySet<Tag>, 'has'> {
  const own = new Set(note.tags);
  return { has: (tag) => bodies.has(tag) && !own.has(tag) };
}
