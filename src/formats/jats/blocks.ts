/** Blocks of JATS as blocks of a draft: the inverse of the JATS writer, and what journals write besides. */
import type { DraftBlock, DraftCell, DraftInline, DraftKind } from '../../model/draft.ts';
import { tidyRuns } from '../paper/tidy-inline.ts';
import type { Tag } from '../paper/tree.ts';
import { inlineOf, type JatsWalk } from './inline.ts';

interface Place {
  readonly kind: DraftKind;
  readonly level?: number;
  readonly label?: string;
  /** Of quotations and items: whether the next block goes on with them. */
  readonly run?: { isBegun: boolean };
  /** How many sections are around it. */
  readonly depth: number;
}

const blockNames = new Set(
  (
    'p disp-quote list list-item sec boxed-text verse-group verse-line fig fig-group table-wrap table-wrap-group statement speech def-list ' +
    'def-item def attrib caption disp-formula disp-formula-group preformat code supplementary-material ack app ref-list ref glossary ' +
    'bio notes floats-group abstract trans-abstract kwd-group media chem-struct-wrap array table question answer'
  ).split(' '),
);

const isBlock = (node: Tag | string): node is Tag => typeof node !== 'string' && blockNames.has(node.name);

const isPicture = (name: string): boolean => /^[\w-][\w.-]*\.(?:png|jpe?g|gif|webp)$/iu.test(name);

/** Walks an article. */
export class Blocks {
  readonly walk: JatsWalk;

  constructor(walk: JatsWalk) {
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

  private add(
    content: readonly DraftInline[],
    { kind, level, label, run }: Place,
    more: Partial<DraftBlock> = {},
  ): void {
    const id = this.walk.drafting.add(kind, content, {
      ...more,
      ...(level === undefined ? {} : { level }),
      ...(run?.isBegun ? { isContinued: true as const } : label ? { label } : {}),
    });
    if (id && run) run.isBegun = true;
  }

  /** An element as the block that it is. */
  block(tag: Tag, place: Place): void {
    const own = this.#readers[tag.name];
    if (own) own(tag, place);
    else this.inside(tag, place);
  }

  readonly #readers: Readonly<Record<string, (tag: Tag, place: Place) => void>> = {
    p: (tag, place) => this.paragraph(tag, place),
    sec: (tag, place) => this.section(tag, place),
    app: (tag, place) => this.section(tag, place),
    ack: (tag, place) => this.section(tag, place),
    glossary: (tag, place) => this.section(tag, place),
    abstract: (tag, place) => this.section(tag, place),
    'trans-abstract': (tag, place) => this.section(tag, place),
    'ref-list': (tag, place) => this.section(tag, place),
    ref: (tag, place) => this.reference(tag, place),
    'boxed-text': (tag, place) => this.boxed(tag, place),
    'disp-quote': (tag, place) => this.inside(tag, { ...place, kind: 'quotation', run: { isBegun: false } }),
    'verse-group': (tag, place) =>
      this.inside(tag, place.run ? place : { ...place, kind: 'quotation', run: { isBegun: false } }),
    preformat: (tag, place) => this.lines(tag, place),
    code: (tag, place) => this.lines(tag, place),
    list: (tag, place) => this.list(tag, place),
    'def-item': (tag, place) =>
      this.inside(tag, { ...place, kind: 'item', level: 1, run: { isBegun: false } }),
    'table-wrap': (tag, place) => this.display(tag, place, 'table'),
    fig: (tag, place) => this.display(tag, place, 'figure'),
    table: (tag, place) => this.display(tag, place, 'table'),
    array: (tag, place) => this.display(tag, place, 'table'),
    'disp-formula': (tag, place) =>
      this.add(
        inlineOf(
          [tag.first('tex-math', 'math') ?? tag, ...tag.children('label').map((one) => ` ${one.words}`)],
          this.walk,
        ),
        place,
      ),
  };

  private paragraph(tag: Tag, place: Place): void {
    const id = tag.attribute('id');
    if (tag.nodes.some(isBlock)) this.inside(tag, place);
    else this.add(inlineOf(tag.nodes, this.walk), place, id ? { id } : {});
  }

  /** A section with its heading; sections without title are only gone into. */
  private section(tag: Tag, place: Place): void {
    const title = tag.child('title');
    const label = tag.child('label')?.words;
    const id = tag.attribute('id');
    const defaults: Readonly<Record<string, string>> = {
      'ref-list': 'References',
      abstract: 'Abstract',
      'trans-abstract': 'Abstract',
      ack: 'Acknowledgements',
    };
    const words = title
      ? inlineOf(title.nodes, this.walk)
      : [{ kind: 'text' as const, text: defaults[tag.name] ?? '' }];
    const depth = place.depth + 1;
    if (label || title || defaults[tag.name])
      this.walk.drafting.add('heading', words, {
        level: depth,
        ...(label ? { label } : {}),
        ...(id ? { id } : {}),
      });
    for (const child of tag.children())
      if (!/^(?:title|label|sec-meta|subtitle)$/u.test(child.name))
        this.block(child, { kind: 'paragraph', depth });
  }

  private boxed(tag: Tag, place: Place): void {
    const title = tag.child('caption')?.child('title') ?? tag.child('title');
    if (title)
      this.add(
        inlineOf(title.nodes, this.walk).map((one) =>
          one.kind === 'text' ? { ...one, marks: ['strong' as const] } : one,
        ),
        place,
      );
    for (const child of tag.children())
      if (child.name === 'sec') this.section(child, place);
      else if (child !== title && child.name !== 'caption' && isBlock(child)) this.block(child, place);
      else if (child.name === 'caption') for (const one of child.children('p')) this.block(one, place);
  }

  private reference(tag: Tag, place: Place): void {
    const label = tag.child('label')?.words;
    const rest = tag.nodes.filter((node) => typeof node === 'string' || node.name !== 'label');
    const words = rest.map((node) => (typeof node === 'string' ? node : spaced(node)));
    this.add(inlineOf(words, this.walk), {
      ...place,
      kind: 'item',
      level: 1,
      run: { isBegun: false },
      ...(label ? { label } : {}),
    });
  }

  private lines(tag: Tag, place: Place): void {
    const run = place.run ?? { isBegun: false };
    for (const line of tag.text.split('\n'))
      this.add([{ kind: 'text', text: line, marks: ['code'] }], { ...place, kind: 'quotation', run });
  }

  private list(tag: Tag, place: Place): void {
    const level = place.kind === 'item' ? (place.level ?? 1) + 1 : 1;
    const isCounted = tag.attribute('list-type') === 'order';
    tag.children('list-item').forEach((item, at) => {
      const label = item.child('label')?.words ?? (isCounted ? `${at + 1}.` : undefined);
      this.inside(item, {
        depth: place.depth,
        kind: 'item',
        level,
        run: { isBegun: false },
        ...(label ? { label } : {}),
      });
    });
  }

  private display(tag: Tag, place: Place, kind: 'table' | 'figure'): void {
    const label = tag.child('label')?.words;
    const words =
      tag
        .child('caption')
        ?.children()
        .flatMap((one) => [one, ' ']) ?? [];
    const name = tag.first('graphic')?.attribute('xlink:href') ?? '';
    const caption = inlineOf([...(label ? [`${label} `] : []), ...words], this.walk);
    const made = this.walk.drafting.add(kind, caption, this.shownIn(tag, name));
    if (made && name) this.walk.drafting.find('unread', { block: made, offset: 0 }, label ?? name, 1);
    for (const foot of tag.children('table-wrap-foot'))
      for (const one of foot.children('p', 'attrib')) this.block(one, place);
  }

  private shownIn(tag: Tag, picture: string): Partial<DraftBlock> {
    const rows = this.rows(tag);
    const id = tag.attribute('id');
    return {
      ...(id ? { id } : {}),
      ...(rows.length > 0 ? { table: rows } : {}),
      ...(isPicture(picture) ? { picture } : {}),
    };
  }

  private rows(tag: Tag): DraftCell[][] {
    return [...tag.all('tr')]
      .map((row) => row.children('td', 'th').map((cell) => this.cell(cell)))
      .filter((row) => row.length > 0);
  }

  private cell(cell: Tag): DraftCell {
    const [columns, rows] = ['colspan', 'rowspan'].map((name) =>
      Number.parseInt(cell.attribute(name) ?? '1', 10),
    );
    const nodes = cell.nodes.flatMap((node): (Tag | string)[] => (isBlock(node) ? [node, ' '] : [node]));
    return {
      content: tidyRuns(inlineOf(nodes, this.walk)),
      ...(cell.name === 'th' ? { isHead: true as const } : {}),
      ...(columns && columns > 1 ? { columns } : {}),
      ...(rows && rows > 1 ? { rows } : {}),
    };
  }
}

/** Citations made of elements alone have no words between them: spaces are. */
function spaced(tag: Tag): Tag | string {
  const hasWords = tag.nodes.some((node) => typeof node === 'string' && /[^\s]/u.test(node));
  if (hasWords || tag.children().length === 0) return tag;
  const parts = tag
    .children()
    .map((one) => (one.name === 'person-group' ? one.children().map(nameOf).join(', ') : nameOf(one)));
  return parts.filter(Boolean).join('. ').replace(/\.\./gu, '.');
}

const nameOf = (tag: Tag): string =>
  tag.child('surname')
    ? [tag.child('surname')?.words, tag.child('given-names')?.words].filter(Boolean).join(' ')
    : tag.words;
