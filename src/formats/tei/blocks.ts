/** Blocks of TEI as blocks of a draft: divisions with their heads, paragraphs, quotations, verse, lists, tables, figures. */
import type { DraftBlock, DraftInline, DraftKind } from '../../model/draft.ts';
import { headingParts } from '../paper/heading-label.ts';
import { hasWords, tidyRuns } from '../paper/tidy-inline.ts';
import type { Tag } from '../paper/tree.ts';
import { inlineOf, type TeiWalk } from './inline.ts';

interface Place {
  readonly kind: DraftKind;
  readonly level?: number;
  readonly label?: string;
  readonly run?: { isBegun: boolean };
  /** How many divisions with heads are around it. */
  readonly depth: number;
}

const blockNames = new Set(
  (
    'text front body back group div div0 div1 div2 div3 div4 div5 div6 div7 head p ab quote cit lg l list item table figure sp speaker stage epigraph ' +
    'argument opener closer salute signed dateline byline docTitle titlePart titlePage docAuthor docDate docImprint trailer bibl biblStruct listBibl floatingText label postscript ' +
    'castList castItem castGroup formula divGen'
  ).split(' '),
);

const isVerse = (tag: Tag): boolean => tag.name === 'lg' || tag.name === 'l';

/** Quotations in the middle of a sentence are words of it. */
const isInline = (tag: Tag): boolean => {
  if (
    !/^(?:quote|cit|bibl|formula|label|list|table|figure)$/u.test(tag.name) ||
    !/^(?:p|ab|note|q|quote|cit|hi)$/u.test(tag.parent?.name ?? '')
  )
    return false;
  if (/block|display/u.test(`${tag.attribute('rend') ?? ''} ${tag.attribute('rendition') ?? ''}`))
    return false;
  return /^(?:quote|cit|bibl|formula|label)$/u.test(tag.name) && !tag.first('p', 'lg', 'l');
};

const isBlock = (node: Tag | string): node is Tag =>
  typeof node !== 'string' && blockNames.has(node.name) && !isInline(node);

/** Walks a text. */
export class Blocks {
  readonly walk: TeiWalk;

  constructor(walk: TeiWalk) {
    this.walk = walk;
  }

  /** All blocks in an element; words between them are paragraphs. */
  inside(tag: Tag, place: Place): void {
    let line: (Tag | string)[] = [];
    const end = (): void => {
      this.add(inlineOf(line, this.walk), place);
      line = [];
    };
    for (const node of tag.nodes) {
      if (!isBlock(node)) line.push(node);
      else {
        end();
        this.block(node, place);
      }
    }
    end();
  }

  private add(content: readonly DraftInline[], { kind, level, label, run }: Place): void {
    const more: Partial<DraftBlock> = {
      ...(level === undefined ? {} : { level }),
      ...(run?.isBegun ? { isContinued: true } : label ? { label } : {}),
    };
    const id = this.walk.drafting.add(kind, content, more);
    if (id && run) run.isBegun = true;
  }

  private block(tag: Tag, place: Place): void {
    if (/^div\d?$|^listBibl$/u.test(tag.name))
      this.inside(tag, { kind: 'paragraph', depth: place.depth + (tag.child('head') ? 1 : 0) });
    else if (tag.name === 'head' && place.kind === 'paragraph') this.heading(tag, place);
    else if (tag.name === 'list') this.list(tag, place);
    else if (tag.name === 'table') this.table(tag);
    else if (tag.name === 'figure') this.figure(tag, place);
    else if (/^(?:quote|cit|epigraph)$/u.test(tag.name) || (isVerse(tag) && !place.run))
      this.quotation(tag, place);
    else if (tag.name !== 'divGen') this.inside(tag, place);
  }

  private quotation(tag: Tag, place: Place): void {
    const isFree = place.kind === 'paragraph' && !place.run;
    this.inside(tag, isFree ? { kind: 'quotation', depth: place.depth, run: { isBegun: false } } : place);
  }

  private heading(tag: Tag, { depth }: Place): void {
    const { label, content } = headingParts(inlineOf(tag.nodes, this.walk));
    this.walk.drafting.add('heading', content, { level: Math.max(1, depth), ...(label ? { label } : {}) });
  }

  private list(tag: Tag, place: Place): void {
    const level = place.kind === 'item' ? (place.level ?? 1) + 1 : 1;
    const isCounted = /^(?:ordered|numbered)$/u.test(
      `${tag.attribute('rend') ?? tag.attribute('type') ?? ''}`,
    );
    let label: string | undefined;
    let count = 0;
    for (const child of tag.children()) {
      if (child.name === 'label') label = child.words;
      else if (child.name === 'head')
        this.add(inlineOf(child.nodes, this.walk), { kind: 'paragraph', depth: place.depth });
      else {
        count += 1;
        const own = label ?? child.attribute('n') ?? (isCounted ? `${count}.` : undefined);
        this.inside(child, {
          kind: 'item',
          depth: place.depth,
          level,
          run: { isBegun: false },
          ...(own ? { label: own } : {}),
        });
        label = undefined;
      }
    }
  }

  private table(tag: Tag): void {
    const rows = tag.children('row').map((row) =>
      row.children('cell').map((cell) => ({
        content: tidyRuns(inlineOf(cell.nodes, this.walk)),
        ...((cell.attribute('role') ?? row.attribute('role')) === 'label' ? { isHead: true as const } : {}),
        ...spans(cell),
      })),
    );
    const head = tag.child('head');
    const table = rows.filter((row) => row.length > 0);
    if (table.length > 0)
      this.walk.drafting.add('table', head ? inlineOf(head.nodes, this.walk) : [], { table });
  }

  private figure(tag: Tag, place: Place): void {
    const words = [tag.child('head'), tag.child('figDesc'), ...tag.children('p')].flatMap((one) =>
      one ? [...one.nodes, ' '] : [],
    );
    if (!tag.first('graphic')) this.inside(tag, place);
    else {
      const id = this.walk.drafting.add('figure', inlineOf(words, this.walk));
      if (id)
        this.walk.drafting.find(
          'unread',
          { block: id, offset: 0 },
          tag.words || (tag.first('graphic')?.attribute('url') ?? ''),
          1,
        );
    }
  }

  /** The paragraphs of a note. */
  wordsOf(note: Tag): DraftInline[][] {
    const paragraphs: DraftInline[][] = [];
    let line: (Tag | string)[] = [];
    const end = (): void => {
      const content = tidyRuns(inlineOf(line, this.walk));
      if (hasWords(content)) paragraphs.push(content);
      line = [];
    };
    const visit = (tag: Tag): void => {
      for (const node of tag.nodes) {
        if (!isBlock(node)) line.push(node);
        else {
          end();
          if (node.name !== 'label') visit(node);
          end();
        }
      }
      end();
    };
    visit(note);
    return paragraphs;
  }
}

function spans(cell: Tag): { columns?: number; rows?: number } {
  const [columns, rows] = ['cols', 'rows'].map((name) => Number.parseInt(cell.attribute(name) ?? '1', 10));
  return { ...(columns && columns > 1 ? { columns } : {}), ...(rows && rows > 1 ? { rows } : {}) };
}
