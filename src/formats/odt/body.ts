/** The blocks of an OpenDocument text: headings, paragraphs, lists, tables, frames, and the notes that stand at them. */
import { wordsOf, type DraftCell, type DraftInline } from '../../model/draft.ts';
import { Captions } from '../paper/captions.ts';
import { headingParts } from '../paper/heading-label.ts';
import { hasWords } from '../paper/tidy-inline.ts';
import { TitlePage } from '../paper/title-page.ts';
import type { Tag } from '../paper/tree.ts';
import { keepNotes } from './apart.ts';
import { readLine, type Line } from './inline.ts';
import type { Counts } from './lists.ts';
import type { OdtState } from './state.ts';

/** Elements that only hold others. */
const holders = new Set([
  'section',
  'index-body',
  'text-box',
  'g',
  'custom-shape',
  'rect',
  'numbered-paragraph',
]);
const indexes = /(?:table-of-content|-index|^bibliography)$/u;

/** The list that is being read. */
interface InList {
  readonly style: string;
  readonly level: number;
  readonly counts: Counts;
}

const space: DraftInline = { kind: 'text', text: ' ' };
const whole = (text: string | null): number =>
  Math.min(100, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

export class Body {
  readonly state: OdtState;
  readonly title = new TitlePage();
  readonly #captions: Captions;
  readonly #continued = new Map<string, Counts>();
  #hasText = false;

  constructor(state: OdtState) {
    this.state = state;
    this.#captions = new Captions(state.drafting);
  }

  walk(parent: Tag): void {
    const tags = parent.children();
    tags.forEach((tag, at) => {
      if (at % 200 === 0) this.state.context.progress('Reading the text', at, tags.length);
      this.block(tag);
    });
    if (parent.name === 'text') this.#captions.settle();
  }

  private block(tag: Tag): void {
    const { name } = tag;
    if (name === 'h') this.heading(tag);
    else if (name === 'p') this.paragraph(tag);
    else if (name === 'list') this.list(tag, null);
    else if (name === 'table') this.table(tag);
    else if (name === 'frame') this.frame(tag);
    else if (holders.has(name)) this.walk(tag);
    else if (indexes.test(name)) this.index(tag);
  }

  /** Contents and other lists that a program made. */
  private index(tag: Tag): void {
    for (const one of tag.child('index-body')?.all('p', 'h') ?? [])
      this.state.drafting.add('furniture', readLine(this.state, one).content);
  }

  private heading(tag: Tag): void {
    const line = readLine(this.state, tag);
    const level = whole(tag.attribute('outline-level'));
    if (hasWords(line.content)) {
      this.#captions.settle();
      this.#hasText = true;
      const isNumbered = tag.attribute('is-list-header') !== 'true';
      const label = isNumbered ? this.state.lists.nextHeading(level) : undefined;
      const typed = label === undefined ? headingParts(line.content) : { label, content: line.content };
      const more = { level, ...(typed.label ? { label: typed.label } : {}) };
      this.state.drafting.add('heading', typed.content, more);
    }
    this.settle(line);
  }

  /** What stands at a line comes behind it. */
  private settle(line: Line): void {
    keepNotes(this.state, line.notes);
    for (const frame of line.frames) this.block(frame);
  }

  private paragraph(tag: Tag): void {
    const line = readLine(this.state, tag);
    if (hasWords(line.content)) this.words(line);
    this.settle(line);
  }

  private words({ content, style }: Line): void {
    const { drafting, looks } = this.state;
    if (style.role !== 'caption') this.#captions.settle();
    const words = wordsOf(content).replace(/\s+/gu, ' ').trim();
    if (style.role === 'contents' || style.role === 'running') drafting.add('furniture', content);
    else if (!this.#hasText && this.title.take(style.role, words)) drafting.add('furniture', content);
    else if (style.role === 'caption') this.#captions.take(content);
    else {
      this.#hasText = true;
      const isContinued = drafting.blocks.at(-1)?.kind === 'quotation';
      if (style.level !== null) drafting.add('heading', content, { level: style.level });
      else if (style.role === 'quotation')
        drafting.add('quotation', content, isContinued ? { isContinued } : {});
      else {
        const id = drafting.add('paragraph', content);
        if (id) looks.set(id, style.paragraph);
      }
    }
  }

  private list(tag: Tag, around: InList | null): void {
    const style = tag.attribute('text:style-name') ?? around?.style ?? '';
    const counts = around?.counts ?? this.countsOf(tag, style);
    this.#continued.set(tag.attribute('xml:id') ?? '', counts);
    this.#continued.set(style, counts);
    const level = (around?.level ?? 0) + 1;
    for (const item of tag.children('list-item', 'list-header')) this.item(item, { style, level, counts });
  }

  /** A list may go on with one before it: with one that it names, or with the last of its style. */
  private countsOf(tag: Tag, style: string): Counts {
    const named = tag.attribute('continue-list');
    if (named === null && tag.attribute('continue-numbering') !== 'true') return [];
    return this.#continued.get(named ?? '') ?? this.#continued.get(style) ?? [];
  }

  /** Headings and captions may stand in lists, too: they stay what they are. */
  private item(item: Tag, list: InList): void {
    let [isFirst, label] = [true, undefined as string | undefined];
    const start = item.attribute('start-value');
    const count = (): void => {
      if (item.name !== 'list-header')
        label = this.state.lists.next(
          list.style,
          list.level,
          list.counts,
          start === null ? null : whole(start),
        );
    };
    for (const tag of item.children()) {
      if (tag.name === 'list') this.list(tag, list);
      else if (tag.name !== 'p') this.block(tag);
      else {
        const line = readLine(this.state, tag);
        if (isFirst) count();
        if (hasWords(line.content)) this.itemWords(line, list, isFirst ? label : undefined, isFirst);
        isFirst &&= !hasWords(line.content);
        this.settle(line);
      }
    }
  }

  private itemWords(
    { content, style }: Line,
    { level }: InList,
    label: string | undefined,
    isFirst: boolean,
  ): void {
    this.#captions.settle();
    this.#hasText = true;
    if (style.level !== null) {
      this.state.drafting.add('heading', content, { level: style.level, ...(label ? { label } : {}) });
      return;
    }
    const more = { level, ...(label ? { label } : {}), ...(isFirst ? {} : { isContinued: true as const }) };
    this.state.drafting.add('item', content, more);
  }

  private table(tag: Tag): void {
    const rows = [...tag.all('table-row')].filter(
      (row) => row.closest(({ name }) => name === 'table') === tag,
    );
    const [only] = rows.flatMap((row) => row.children('table-cell'));
    if (only && rows.length === 1 && rows[0]?.children('table-cell').length === 1) {
      this.walk(only);
      return;
    }
    this.#hasText = true;
    const frames: Tag[] = [];
    const table = rows.map((row) => row.children('table-cell').map((cell) => this.cell(cell, row, frames)));
    if (table.flat().some(({ content }) => hasWords(content)))
      this.state.drafting.add('table', this.#captions.next(), { table });
    for (const frame of frames) this.block(frame);
  }

  private cell(cell: Tag, row: Tag, frames: Tag[]): DraftCell {
    const isHead = row.parent?.name === 'table-header-rows';
    const [columns, rows] = [
      whole(cell.attribute('number-columns-spanned')),
      whole(cell.attribute('number-rows-spanned')),
    ];
    const content: DraftInline[] = [];
    for (const tag of cell.all('p', 'h')) {
      if (tag.closest(({ name }) => name === 'note' || name === 'frame' || name === 'annotation')) continue;
      const line = readLine(this.state, tag);
      if (content.length > 0) content.push(space);
      content.push(...line.content);
      frames.push(...line.frames);
      this.settle({ ...line, frames: [] });
    }
    return {
      content,
      ...(isHead ? { isHead } : {}),
      ...(columns > 1 ? { columns } : {}),
      ...(rows > 1 ? { rows } : {}),
    };
  }

  private frame(tag: Tag): void {
    const box = tag.child('text-box');
    if (box) {
      this.walk(box);
      return;
    }
    const name = this.pictureOf(tag);
    const alt = [tag.child('desc')?.words, tag.child('title')?.words].find(Boolean) ?? '';
    if (name === null) this.state.drafting.find('unread', null, alt || 'picture', 0.7);
    if (name === null && !alt) return;
    const more = { ...(name ? { picture: name } : {}), ...(alt ? { alt } : {}) };
    this.state.drafting.add('figure', this.#captions.next(), more);
  }

  private pictureOf(frame: Tag): string | null {
    const names = frame.children('image').map((image) => this.state.picture(image.attribute('href') ?? ''));
    return names.find((one) => one !== null) ?? null;
  }
}
