/** The blocks of a Word text: what each paragraph is, tables, figures and text boxes, in their order. */
import { wordsOf, type DraftInline } from '../../model/draft.ts';
import { Captions } from '../paper/captions.ts';
import { headingParts } from '../paper/heading-label.ts';
import { TitlePage } from '../paper/title-page.ts';
import type { Tag } from '../paper/tree.ts';
import { chosen, readRuns, type Line } from './inline.ts';
import { valueOf, type Relations } from './package.ts';
import { shownBy } from './pictures.ts';
import { gap, type WordState } from './state.ts';
import { over, paragraphLook, type ParagraphLook, type Style } from './styles.ts';
import { onlyCell, readTable } from './table.ts';

/** What holds blocks and says nothing itself. */
const holders = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

interface Counted {
  readonly label: string | undefined;
  /** From 0. */
  readonly level: number;
  readonly isBlank: boolean;
  readonly left: number;
}

interface Met {
  readonly line: Line;
  readonly look: ParagraphLook;
  readonly styleId: string;
}

/** A list's item before this paragraph, that it may go on with. */
interface Item {
  readonly level: number;
  readonly left: number;
}

/** Walks a text (the body; or a text box) and drafts it. */
export class Body {
  readonly state: WordState;
  readonly relations: Relations;
  readonly title = new TitlePage();
  readonly #captions: Captions;
  #carried: DraftInline[] = [];
  #item: Item | null = null;
  #hasText = false;

  constructor(state: WordState, relations: Relations) {
    this.state = state;
    this.relations = relations;
    this.#captions = new Captions(state.drafting);
  }

  /** Drafts all blocks in an element. */
  walk(parent: Tag): void {
    const tags = parent.children();
    tags.forEach((tag, at) => {
      if (parent.name === 'body' && at % 200 === 0)
        this.state.context.progress('Reading the text', at, tags.length);
      if (tag.name === 'p') this.paragraph(tag);
      else if (tag.name === 'tbl') this.table(tag);
      else if (holders.has(tag.name)) this.walk(tag);
      else if (tag.name === 'AlternateContent') this.walk(chosen(tag));
    });
    if (parent.name === 'body') this.#captions.settle();
  }

  /** The words of a paragraph, with what hangs at it. */
  private line(tag: Tag): Met {
    const properties = tag.child('pPr');
    const styleId = valueOf(properties?.child('pStyle')) ?? '';
    const style = this.state.styles.of(styleId || null);
    const line: Line = { content: [], hanging: [], relations: this.relations, style, sizes: new Map() };
    readRuns(this.state, line, tag);
    return { line, styleId, look: over(style.paragraph, paragraphLook(properties)) };
  }

  private paragraph(tag: Tag): void {
    const properties = tag.child('pPr');
    const wasContents = this.state.fields.state.isContents;
    const met = this.line(tag);
    const isContents = wasContents || this.state.fields.state.isContents;
    met.line.content.unshift(...this.#carried);
    this.#carried = [];
    if (properties?.child('rPr')?.child('del')) this.#carried = [...met.line.content, gap];
    else this.settle(met, isContents);
    if (properties?.child('sectPr')) this.state.labels.turnSection();
  }

  private settle(met: Met, isContents: boolean): void {
    const { content, style, hanging } = met.line;
    const hasWords = content.some((one) => one.kind === 'marker' || (one.kind === 'text' && one.text.trim()));
    if (hasWords) {
      if (style.role !== 'caption') this.#captions.settle();
      this.state.settle(this.words(met, isContents));
    }
    for (const one of hanging) this.hang(one);
  }

  /** Drafts a paragraph that has words; answers its block. */
  private words(met: Met, isContents: boolean): string | null {
    const { drafting } = this.state;
    const { content, style } = met.line;
    if (isContents || this.isApart(style, wordsOf(content).replace(/\s+/gu, ' ').trim()))
      return drafting.add('furniture', content);
    if (style.role === 'caption') {
      this.#captions.take(content);
      return null;
    }
    this.#hasText = true;
    const number = this.number(met);
    const level = met.look.outline ?? style.level ?? (style.role === 'title' ? 1 : null);
    if (level) return this.heading(content, level, number?.label);
    return number ? this.item(met, number) : this.plain(met);
  }

  /** Whether a paragraph is no part of the text: contents, running heads, the title and what belongs to it. */
  private isApart({ role }: Style, words: string): boolean {
    if (role === 'contents' || role === 'running') return true;
    return !this.#hasText && this.title.take(role, words);
  }

  private heading(content: readonly DraftInline[], level: number, label: string | undefined): string | null {
    this.#item = null;
    const plain = content.map((one) => (one.kind === 'text' ? unbold(one) : one));
    const typed = label === undefined ? headingParts(plain) : { label, content: plain };
    const more = { level, ...(typed.label ? { label: typed.label } : {}) };
    return this.state.drafting.add('heading', typed.content, more);
  }

  private number({ look, styleId }: Met): Counted | null {
    const { numbering } = this.state;
    const id = look.list?.id;
    if (!numbering.has(id)) return null;
    const level = look.list?.level ?? numbering.levelOfStyle(styleId);
    return { ...numbering.next(id, level), level, left: look.left ?? numbering.indent(id, level) };
  }

  private item({ line }: Met, { label, level, isBlank, left }: Counted): string | null {
    const { content, style } = line;
    const said = level === 0 ? Number(/\b([2-9])$/u.exec(style.name)?.[1] ?? 1) : level + 1;
    const isContinued = isBlank && this.#item !== null;
    const depth = isContinued ? (this.#item?.level ?? said) : said;
    this.#item = { level: depth, left };
    return this.state.drafting.add('item', content, {
      level: depth,
      ...(label && !isBlank ? { label } : {}),
      ...(isContinued ? { isContinued } : {}),
    });
  }

  /** Whether a paragraph without a number goes on with the item before it. */
  private goesOn({ line, look }: Met): boolean {
    const { role } = line.style;
    if (!this.#item || (role !== 'list' && role !== null)) return false;
    const left = look.left ?? 0;
    return left > 0 && left >= this.#item.left - 100 && (look.right ?? 0) < 200;
  }

  private plain(met: Met): string | null {
    const { drafting, looks } = this.state;
    const { content, style } = met.line;
    if (this.#item && this.goesOn(met))
      return drafting.add('item', content, { level: this.#item.level, isContinued: true });
    this.#item = null;
    if (style.role === 'quotation') {
      const isContinued = drafting.blocks.at(-1)?.kind === 'quotation';
      return drafting.add('quotation', content, isContinued ? { isContinued } : {});
    }
    const id = drafting.add('paragraph', content);
    if (id) looks.set(id, met.look);
    return id;
  }

  private table(tag: Tag): void {
    const only = onlyCell(tag);
    if (only) {
      this.walk(only);
      return;
    }
    this.#item = null;
    this.#hasText = true;
    const hanging: Tag[] = [];
    const table = readTable(tag, (cell) => this.cell(cell, hanging));
    const hasWords = table
      .flat()
      .some(({ content }) => wordsOf(content).trim() !== '' || content.some(({ kind }) => kind === 'marker'));
    if (hasWords) this.state.settle(this.state.drafting.add('table', this.#captions.next(), { table }));
    for (const one of hanging) this.hang(one);
  }

  /** All that stands in a cell, or in a note, in one; tables in it as their words. */
  private cell(cell: Tag, hanging: Tag[]): DraftInline[] {
    const content: DraftInline[] = [];
    for (const tag of cell.all('p')) {
      if (tag.closest(({ name }) => name === 'txbxContent') !== null) continue;
      const met = this.line(tag);
      const label = this.number(met)?.label;
      if (content.length > 0) content.push(gap);
      if (label) content.push({ kind: 'text', text: `${label} ` });
      content.push(...met.line.content);
      hanging.push(...met.line.hanging);
    }
    return content;
  }

  /** Pictures and text boxes that hang at a paragraph stand behind it. */
  private hang(tag: Tag): void {
    const boxes = [...tag.all('txbxContent')];
    boxes.forEach((box) => this.walk(box));
    if (boxes.length > 0) return;
    const shown = shownBy(tag, this.relations, this.state);
    if (!shown || (shown.name === null && !shown.alt)) return;
    this.#item = null;
    const more = { ...(shown.name ? { picture: shown.name } : {}), ...(shown.alt ? { alt: shown.alt } : {}) };
    this.state.settle(this.state.drafting.add('figure', this.#captions.next(), more));
  }

  /** The paragraphs of a note, or of what stands aside. */
  aside(parent: Tag): DraftInline[][] {
    const hanging: Tag[] = [];
    return parent.children().flatMap((tag) => {
      if (tag.name === 'p') return [this.numbered(tag)];
      if (tag.name === 'tbl') return [this.cell(tag, hanging)];
      return holders.has(tag.name) ? this.aside(tag) : [];
    });
  }

  private numbered(tag: Tag): DraftInline[] {
    const met = this.line(tag);
    const label = this.number(met)?.label;
    return [...(label ? [{ kind: 'text', text: `${label} ` } as const] : []), ...met.line.content];
  }
}

/** Headings are bold by what they are. */
function unbold(one: Extract<DraftInline, { kind: 'text' }>): DraftInline {
  const { marks = [], ...bare } = one;
  const rest = marks.filter((mark) => mark !== 'strong');
  return rest.length > 0 ? { ...bare, marks: rest } : bare;
}
