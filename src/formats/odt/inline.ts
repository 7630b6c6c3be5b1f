/** The words of an OpenDocument paragraph: spans, links, notes with their printed numbers; what hangs at it is handed up. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import type { OdtState } from './state.ts';
import { over, type Style, type TextLook } from './styles.ts';

/** What is made of a paragraph while it is read. */
export interface Line {
  readonly content: DraftInline[];
  /** Frames and notes that stand at it. */
  readonly frames: Tag[];
  readonly notes: Tag[];
  readonly style: Style;
}

interface Around {
  readonly look: TextLook;
  readonly href: string | null;
}

/** Elements without words of the text. */
const silent = new Set([
  'soft-page-break',
  'change',
  'change-start',
  'change-end',
  'hidden-text',
  'ruby-text',
  'script',
  'desc',
  'title',
]);
const frames = new Set(['frame', 'custom-shape', 'rect', 'text-box', 'g', 'control']);

function marksOf(look: TextLook, { text }: Style): DraftMark[] {
  const marks: DraftMark[] = [];
  if (look.isCode && !text.isCode) marks.push('code');
  if (look.em && !text.em) marks.push('em');
  if (look.strong && !text.strong) marks.push('strong');
  if (look.smallCaps && !text.smallCaps) marks.push('small_caps');
  if (look.raised === 'superscript' || look.raised === 'subscript') marks.push(look.raised);
  return marks;
}

const isLink = (href: string | null): href is string => /^(?:https?:|mailto:)/iu.test(href ?? '');

/** The key of a note in its file. */
export const noteKey = (note: Tag): string => note.attribute('text:id') ?? note.attribute('xml:id') ?? '';

/** What is printed as the number of a note. */
export function labelOf(note: Tag): string {
  const citation = note.child('note-citation');
  return citation?.attribute('text:label') ?? citation?.words ?? '';
}

class Runs {
  readonly state: OdtState;
  readonly line: Line;

  constructor(state: OdtState, line: Line) {
    this.state = state;
    this.line = line;
  }

  walk(parent: Tag, around: Around): void {
    for (const node of parent.nodes) {
      if (typeof node === 'string') this.words(node, around);
      else if (!silent.has(node.name)) this.take(node, around);
    }
  }

  private take(tag: Tag, around: Around): void {
    const { name } = tag;
    if (name === 'span') {
      const style = this.state.styles.of(tag.attribute('style-name'), 'text');
      this.walk(tag, { ...around, look: over(around.look, style.text) });
    } else if (name === 'a') this.walk(tag, { ...around, href: tag.attribute('href') });
    else if (name === 's' || name === 'tab' || name === 'line-break') this.words(' ', around);
    else if (name === 'note') this.note(tag);
    else if (name === 'note-ref') this.again(tag, around);
    else if (name === 'annotation') this.state.comments.push(tag);
    else if (frames.has(name)) this.line.frames.push(tag);
    else this.walk(tag, around);
  }

  private note(tag: Tag): void {
    this.line.notes.push(tag);
    this.line.content.push(this.state.drafting.marker(noteKey(tag), labelOf(tag)));
  }

  /** A note that is referred to once more: a marker where it is raised, else words. */
  private again(tag: Tag, around: Around): void {
    const key = tag.attribute('ref-name');
    const isMarker = around.look.raised === 'superscript' && key !== null && tag.words !== '';
    if (isMarker) this.line.content.push(this.state.drafting.marker(key, tag.words));
    else this.walk(tag, around);
  }

  private words(text: string, { look, href }: Around): void {
    const clean = text.replace(/[\u00ad\ufeff]/gu, '');
    if (!clean || look.isHidden) return;
    const marks = marksOf(look, this.line.style);
    this.line.content.push({
      kind: 'text',
      text: clean,
      ...(marks.length > 0 ? { marks } : {}),
      ...(isLink(href) ? { href } : {}),
    });
  }
}

/** Reads a paragraph; the style is that of it. */
export function readLine(state: OdtState, paragraph: Tag): Line {
  const style = state.styles.of(paragraph.attribute('style-name'), 'paragraph');
  const line: Line = { content: [], frames: [], notes: [], style };
  new Runs(state, line).walk(paragraph, { look: {}, href: null });
  return line;
}
