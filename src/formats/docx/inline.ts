/** The runs of a Word paragraph as inline content: words with their look, links, markers; what stands apart is handed up. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { simpleField, type FieldState } from './fields.ts';
import type { NoteKind } from './note-labels.ts';
import { valueOf, type Relations } from './package.ts';
import { over, runLook, type RunLook, type Style } from './styles.ts';
import { symbol } from './symbols.ts';
import type { WordState } from './state.ts';

/** What is made of a paragraph while it is read. */
export interface Line {
  readonly content: DraftInline[];
  /** Pictures and text boxes that hang at it. */
  readonly hanging: Tag[];
  readonly relations: Relations;
  readonly style: Style;
  /** Of what its words are large, as far as the file says; in half points. */
  readonly sizes: Map<number, number>;
}

interface Around {
  readonly href: string | null;
  /** Where a note is referred to once more. */
  readonly note: string | null;
}

/** What holds runs and says nothing itself; what was inserted is taken, what was deleted is not. */
const holders = new Set([
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
]);

function marksOf(look: RunLook, { run }: Style): DraftMark[] {
  const marks: DraftMark[] = [];
  if (look.isCode && !run.isCode) marks.push('code');
  if (look.em && !run.em) marks.push('em');
  if (look.strong && !run.strong) marks.push('strong');
  if (look.smallCaps && !run.smallCaps) marks.push('small_caps');
  if (look.raised === 'superscript' || look.raised === 'subscript') marks.push(look.raised);
  return marks;
}

const isLink = (href: string | null): href is string => /^(?:https?:|mailto:)/iu.test(href ?? '');

/** Reads the runs of one paragraph. */
class Runs {
  readonly state: WordState;
  readonly line: Line;

  constructor(state: WordState, line: Line) {
    this.state = state;
    this.line = line;
  }

  walk(parent: Tag, around: Around): void {
    for (const tag of parent.children()) this.take(tag, around);
  }

  private take(tag: Tag, around: Around): void {
    if (tag.name === 'r') this.run(tag, around);
    else if (tag.name === 'hyperlink') this.link(tag, around);
    else if (tag.name === 'fldSimple')
      this.walk(tag, within(around, simpleField(tag.attribute('instr') ?? '')));
    else if (holders.has(tag.name)) this.walk(tag, around);
    else if (tag.name === 'oMath' || tag.name === 'oMathPara') this.formula(tag);
    else if (tag.name === 'AlternateContent') this.walk(chosen(tag), around);
  }

  private link(tag: Tag, around: Around): void {
    const relation = this.line.relations.get(tag.attribute('r:id') ?? tag.attribute('id') ?? '');
    this.walk(tag, relation?.isOutside ? { ...around, href: relation.target } : around);
  }

  /** Formulas are kept as the signs they are made of. */
  private formula(tag: Tag): void {
    const words = [...tag.all('t')].map(({ text }) => text).join('');
    this.line.content.push({ kind: 'text', text: words });
    this.state.unread(words || 'formula');
  }

  private run(tag: Tag, around: Around): void {
    const properties = tag.child('rPr');
    const style = this.state.styles.of(valueOf(properties?.child('rStyle')), 'character');
    const look = over(style.run, runLook(properties));
    this.state.speak(properties?.child('lang')?.attribute('val') ?? null, tag);
    if (look.isHidden) return;
    this.pieces(tag, look, around);
  }

  private pieces(tag: Tag, look: RunLook, around: Around): void {
    const pieces = tag.children();
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at] as Tag;
      const { name } = piece;
      if (name === 'fldChar') this.state.fields.turn(piece.attribute('fldCharType'));
      else if (name === 'instrText') this.state.fields.instruct(piece.text);
      else if (this.state.fields.isHidden) continue;
      else if (name === 'footnoteReference' || name === 'endnoteReference') {
        const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
        if (this.marker(piece, kind, pieces.slice(at + 1))) return;
      } else this.piece(piece, look, around);
    }
  }

  private piece(piece: Tag, look: RunLook, around: Around): void {
    const { name } = piece;
    if (name === 'br' && piece.attribute('type') === 'page') this.state.labels.turnPage();
    const words = said(piece);
    if (words !== null) this.words(words, look, around);
    else if (name === 'lastRenderedPageBreak') this.state.turnRenderedPage();
    else if (name === 'AlternateContent')
      chosen(piece)
        .children()
        .forEach((one) => this.piece(one, look, around));
    else if (hangers.has(name)) this.line.hanging.push(piece);
    else if (holders.has(name)) this.walk(piece, around);
  }

  /** A mark that the author chose follows in the run and is not counted: then true, and the rest of the run is read. */
  private marker(tag: Tag, kind: NoteKind, rest: readonly Tag[]): boolean {
    const isOwn = ['1', 'true', 'on'].includes(tag.attribute('customMarkFollows') ?? '');
    const own = rest
      .map((one) => (one.name === 'sym' ? symbolOf(one) : one.name === 't' ? one.text : ''))
      .join('');
    const label = isOwn ? own.trim() || '*' : this.state.labels.next(kind);
    const key = `${kind} ${tag.attribute('id') ?? ''}`;
    this.state.seen(key, label);
    this.line.content.push(this.state.drafting.marker(key, label));
    return isOwn;
  }

  private words(text: string, look: RunLook, around: Around): void {
    const clean = text.replace(/[\u00ad\ufeff]/gu, '');
    if (!clean) return;
    const field = this.state.fields.state;
    const note = field.note ?? around.note;
    const key = note === null ? null : this.state.noteAt(note);
    if (key !== null && look.raised === 'superscript') {
      this.line.content.push(this.state.drafting.marker(key, clean.trim()));
      return;
    }
    if (look.size) this.line.sizes.set(look.size, (this.line.sizes.get(look.size) ?? 0) + clean.length);
    const [href, marks] = [field.href ?? around.href, marksOf(look, this.line.style)];
    this.line.content.push({
      kind: 'text',
      text: clean,
      ...(marks.length > 0 ? { marks } : {}),
      ...(isLink(href) ? { href } : {}),
    });
  }
}

/** What stands at a paragraph and is none of its words. */
const hangers = new Set(['drawing', 'pict', 'object']);

/** The words that a piece of a run stands for; null where it stands for none. */
function said(piece: Tag): string | null {
  const { name } = piece;
  if (name === 't') return piece.text;
  if (name === 'sym') return symbolOf(piece);
  if (name === 'noBreakHyphen') return '\u2011';
  return ['tab', 'ptab', 'cr', 'br'].includes(name) ? ' ' : null;
}

const within = (around: Around, { href, note }: FieldState): Around => ({
  href: href ?? around.href,
  note: note ?? around.note,
});

const symbolOf = (tag: Tag): string => symbol(tag.attribute('font') ?? '', tag.attribute('char') ?? '');

/** Of what is written for old and new readers, one. */
export const chosen = (tag: Tag): Tag => tag.child('Choice') ?? tag.child('Fallback') ?? tag;

/** Reads all runs of a paragraph into its line. */
export const readRuns = (state: WordState, line: Line, paragraph: Tag): void =>
  new Runs(state, line).walk(paragraph, { href: null, note: null });
