/** Blocks of HTML as blocks of a draft: one walk, which knows where notes are and keeps what is not text aside. */
import type { DraftInline, DraftKind } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { headingParts } from '../paper/heading-label.ts';
import type { BlockRules, Place } from './block-rules.ts';
import { inlineOf, type HtmlWalk } from './inline.ts';
import { figureOf, sourceOf } from './figures.ts';
import { codeLines, coded, verseLines } from './lines.ts';
import { itemLabels } from './list-labels.ts';
import { readTable } from './tables.ts';
import {
  classOf,
  headingLevel,
  holdsBlock,
  isBlock,
  isHidden,
  isPageStart,
  unreadNames,
} from './vocabulary.ts';

const verse = /(?:^|[\s_-])(?:poem|poetry|verse|stanza|linegroup|line-block|line-group|lg)(?:$|[\s_-])/iu;
const plain: Place = { kind: 'paragraph' };

/** Walks the blocks of a document. */
export class Blocks {
  readonly walk: HtmlWalk;
  readonly #part: string;
  readonly #rules: BlockRules;

  constructor(walk: HtmlWalk, part: string, rules: BlockRules) {
    this.walk = walk;
    this.#part = part;
    this.#rules = rules;
  }

  /** Reads all in an element. */
  read(tag: Tag): void {
    this.inside(tag, plain);
  }

  /** What of the nodes is inline becomes paragraphs; each block stands for itself. */
  private inside(tag: Tag, place: Place): void {
    let line: (Tag | string)[] = [];
    const end = (): void => {
      if (line.length > 0) this.paragraph(line, place);
      line = [];
    };
    for (const node of tag.nodes) {
      if (typeof node === 'string' || !this.isBlockHere(node)) line.push(node);
      else {
        end();
        this.block(node, place);
      }
    }
    end();
  }

  private isBlockHere(tag: Tag): boolean {
    if (this.walk.notes.markers.has(tag)) return false;
    if (isPageStart(tag)) return false;
    if (this.#rules.aside(tag)) return true;
    if (isBlock(tag) || unreadNames.has(tag.name)) return true;
    if (this.walk.notes.bodies.has(tag)) return false;
    if (tag.name === 'img') return this.isAlone(tag);
    return holdsBlock(tag) || (tag.first('img') !== undefined && this.isAlone(tag));
  }

  /** Whether a picture is all there is in its block. */
  private isAlone(tag: Tag): boolean {
    const block = tag.closest((one) => one !== tag && isBlock(one));
    return (
      !tag.words && !/math|tex|emoji|smiley/iu.test(classOf(tag)) && (!block?.words || block.name !== 'p')
    );
  }

  /** A paragraph; two line breaks part it. */
  private paragraph(nodes: readonly (Tag | string)[], place: Place): void {
    let part: (Tag | string)[] = [];
    let breaks = 0;
    for (const node of nodes) {
      if (typeof node !== 'string' && node.name === 'br') breaks += 1;
      else if (typeof node !== 'string' || node.trim()) {
        if (breaks > 1) {
          this.add(inlineOf(part, this.walk), place);
          part = [];
        }
        breaks = 0;
      }
      part.push(node);
    }
    this.add(inlineOf(part, this.walk), place);
  }

  private add(content: readonly DraftInline[], { kind, level, label, run }: Place): void {
    const more = {
      ...(level === undefined ? {} : { level }),
      ...(run?.isBegun ? { isContinued: true as const } : label === undefined ? {} : { label }),
    };
    const id = this.#rules.sink(kind, content, more);
    if (id && run) run.isBegun = true;
    this.walk.tick();
  }

  private block(tag: Tag, place: Place): void {
    const { notes, drafting } = this.walk;
    if (notes.bodies.has(tag)) this.#rules.passed?.(tag);
    if (notes.bodies.has(tag) || notes.silent.has(tag)) return;
    const aside = this.#rules.aside(tag);
    if (unreadNames.has(tag.name))
      drafting.find('unread', this.lastPlace(), tag.attribute('title') ?? tag.name, 1);
    if (aside) this.asides(tag, aside);
    else if (!isHidden(tag)) this.shown(tag, place);
  }

  private lastPlace(): { block: string; offset: number } | null {
    const last = this.walk.drafting.blocks.at(-1);
    return last ? { block: last.id, offset: 0 } : null;
  }

  private shown(tag: Tag, place: Place): void {
    const level = headingLevel(tag);
    const own = this.#readers[tag.name];
    if (level !== null && place.kind === 'paragraph') this.heading(tag, level);
    else if (level !== null) this.paragraph(tag.nodes, place);
    else if (own) own(tag, place);
    else if (verse.test(classOf(tag)) && /^(?:paragraph|quotation)$/u.test(place.kind)) this.verse(tag);
    else if (tag.name === 'a' || tag.name === 'p' || !holdsBlock(tag)) this.inner(tag, place);
    else this.inside(tag, place);
  }

  /** Elements that are read in a way of their own. */
  readonly #readers: Readonly<Record<string, (tag: Tag, place: Place) => void>> = {
    blockquote: (tag, place) => this.quotation(tag, place),
    ul: (tag, place) => this.list(tag, place),
    ol: (tag, place) => this.list(tag, place),
    menu: (tag, place) => this.list(tag, place),
    dir: (tag, place) => this.list(tag, place),
    dl: (tag, place) => this.definitions(tag, place),
    table: (tag, place) => this.table(tag, place),
    figure: (tag, place) => this.figure(tag, place),
    img: (tag, place) => this.figure(tag, place),
    pre: (tag, place) => this.lines(tag, place),
  };

  private quotation(tag: Tag, place: Place): void {
    const isFree = place.kind === 'paragraph' || place.kind === 'quotation';
    this.inside(tag, isFree ? { kind: 'quotation', run: { isBegun: false } } : place);
  }

  private inner(tag: Tag, place: Place): void {
    const pictures = tag.first('img') && !tag.words ? [...tag.all('img')] : [];
    for (const picture of pictures) this.figure(picture, place);
    if (pictures.length === 0) this.inside(tag, place);
  }

  private heading(tag: Tag, level: number): void {
    const { label, content } = headingParts(inlineOf(tag.nodes, this.walk));
    this.#rules.sink('heading', content, { level: this.#rules.levels(level), ...(label ? { label } : {}) });
  }

  private list(tag: Tag, place: Place): void {
    const isFree = place.kind === 'paragraph' || place.kind === 'item' || place.kind === 'quotation';
    const level = place.kind === 'item' ? (place.level ?? 1) + 1 : 1;
    const labels = itemLabels(tag);
    for (const item of tag.children()) {
      if (!isFree) this.block(item, place);
      else if (/^(?:ul|ol)$/u.test(item.name)) this.list(item, { ...place, kind: 'item', level });
      else if (item.name === 'li') this.item(item, level, labels.get(item));
      else this.block(item, place);
    }
  }

  private item(item: Tag, level: number, label: string | undefined): void {
    if (this.walk.notes.bodies.has(item)) this.#rules.passed?.(item);
    else if (!isHidden(item) && !this.#rules.aside(item))
      this.inside(item, { kind: 'item', level, run: { isBegun: false }, ...(label ? { label } : {}) });
  }

  private definitions(tag: Tag, place: Place): void {
    const level = place.kind === 'item' ? (place.level ?? 1) + 1 : 1;
    let run = { isBegun: false };
    let isTerm = false;
    for (const one of tag.children()) {
      if (this.walk.notes.bodies.has(one)) this.#rules.passed?.(one);
      else if (one.name === 'div') this.definitions(one, place);
      else if (!isHidden(one)) {
        if (one.name === 'dt' && !isTerm) run = { isBegun: false };
        isTerm = one.name === 'dt';
        this.inside(one, { kind: 'item', level, run });
      }
    }
  }

  private table(tag: Tag, place: Place): void {
    const { bodies } = this.walk.notes;
    const rows = [...tag.all('tr')];
    if (rows.some((row) => bodies.has(row))) this.#rules.passed?.(tag);
    if (rows.length > 0 && rows.every((row) => bodies.has(row))) return;
    const read = place.kind === 'furniture' || place.kind === 'uncertain' ? null : readTable(tag, this.walk);
    if (read) this.#rules.sink('table', read.caption, { table: read.rows });
    else this.cells(tag, place);
  }

  /** The cells of a table that only lays out a page, one after the other. */
  private cells(tag: Tag, place: Place): void {
    for (const part of tag.children()) {
      if (/^(?:td|th|caption)$/u.test(part.name)) this.inside(part, place);
      else if (!this.walk.notes.bodies.has(part) && !isHidden(part)) this.cells(part, place);
    }
  }

  private figure(tag: Tag, place: Place): void {
    const { caption, pictures, tables, code } = figureOf(tag);
    if (tables.length > 0 || code.length > 0 || pictures.length === 0) {
      this.inside(tag, place);
      return;
    }
    for (const picture of pictures) this.picture(picture, picture === pictures.at(-1) ? caption : null);
  }

  /** A picture that the file has, or what is said of one that it has not: nothing is fetched. */
  private picture(picture: Tag, caption: Tag | null): void {
    const src = sourceOf(picture);
    const name = this.walk.picture(src, this.#part);
    const alt = (picture.attribute('alt') ?? '').trim();
    const words = caption ? inlineOf([caption], this.walk) : [];
    const content: DraftInline[] = words.length > 0 || !alt ? words : [{ kind: 'text', text: alt }];
    const isShown = name !== null || content.length > 0;
    const id = isShown ? this.#rules.sink('figure', content, name ? { picture: name } : {}) : null;
    if (!name && id) this.walk.drafting.find('unread', { block: id, offset: 0 }, alt || src, 1);
  }

  /** Text whose lines count: each is a paragraph of one quotation. */
  private lines(tag: Tag, place: Place): void {
    const kind = place.kind === 'paragraph' ? 'quotation' : place.kind;
    const inner = place.run ? place : { kind, run: { isBegun: false } };
    for (const line of codeLines(tag)) this.add(coded(inlineOf(line, this.walk)), inner);
  }

  private verse(tag: Tag): void {
    const place: Place = { kind: 'quotation', run: { isBegun: false } };
    for (const line of verseLines(tag, this.walk.notes.bodies)) this.add(inlineOf(line, this.walk), place);
  }

  /** Keeps what is no text in its place: its paragraphs, whatever they are. */
  private asides(tag: Tag, kind: DraftKind): void {
    if (!/^(?:script|style|template|noscript|iframe)$/u.test(tag.name) && !isHidden(tag))
      this.inside(tag, { kind });
  }
}
