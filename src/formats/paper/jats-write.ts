/** A draft as a JATS article: what the library keeps, and what is opened to be read. The inverse is `jats-draft.ts`. */
import { isBody, type Draft, type DraftBlock, type DraftNote } from '../../model/draft.ts';
import { hasCaption } from './draft-text.ts';
import { jatsFront } from './jats-front.ts';
import { jatsInline } from './jats-inline.ts';
import { escaped, tag, worded } from './jats-tags.ts';

/** What the writer carries along. */
interface Write {
  readonly blocks: readonly DraftBlock[];
  readonly pages: Set<string>;
}

const paragraph = (block: DraftBlock, write: Write): string =>
  tag('p', { id: block.id }, jatsInline(block.content, write.pages));

/** The blocks from `at` that belong together: one that begins, and those that go on. */
function whole(write: Write, at: number): readonly DraftBlock[] {
  const { kind } = write.blocks[at] as DraftBlock;
  let end = at + 1;
  while (write.blocks[end]?.kind === kind && write.blocks[end]?.isContinued) end += 1;
  return write.blocks.slice(at, end);
}

const depth = (block: DraftBlock | undefined): number => Math.min(12, Math.max(1, block?.level ?? 1));

/** A list from `at`: items of this depth, deeper ones inside the item before them. Answers its XML and where it ends. */
function list(write: Write, at: number, level: number): { xml: string; end: number } {
  const items: string[] = [];
  let end = at;
  while (write.blocks[end]?.kind === 'item' && (end === at || depth(write.blocks[end]) >= level)) {
    const blocks = whole(write, end);
    const [first] = blocks as [DraftBlock];
    end += blocks.length;
    let inner = worded('label', first.label) + blocks.map((one) => paragraph(one, write)).join('');
    if (write.blocks[end]?.kind === 'item' && depth(write.blocks[end]) > level) {
      const nested = list(write, end, depth(write.blocks[end]));
      inner += nested.xml;
      end = nested.end;
    }
    items.push(tag('list-item', {}, inner));
  }
  return { xml: tag('list', {}, items.join('')), end };
}

function table(block: DraftBlock, write: Write): string {
  const rows = (block.table ?? [])
    .filter((row) => row.length > 0)
    .map((row) => {
      const cells = row.map(({ content, isHead, columns, rows: down }) =>
        tag(
          isHead ? 'th' : 'td',
          { colspan: columns ? String(columns) : null, rowspan: down ? String(down) : null },
          jatsInline(content, write.pages),
        ),
      );
      return tag('tr', {}, cells.join(''));
    });
  return rows.length > 0 ? tag('table', {}, tag('tbody', {}, rows.join(''))) : '';
}

function display(block: DraftBlock, write: Write): string {
  const caption = hasCaption(block) ? jatsInline(block.content, write.pages) : '';
  const inner =
    (caption ? tag('caption', {}, tag('p', {}, caption)) : '') +
    worded('alt-text', block.alt) +
    (block.picture ? tag('graphic', { 'xlink:href': block.picture }) : '') +
    table(block, write);
  return tag(block.kind === 'table' ? 'table-wrap' : 'fig', { id: block.id }, inner);
}

/** The body: headings open sections, which lie in those of a lower level before them. */
function body(write: Write): string {
  const parts: string[] = [];
  const open: number[] = [];
  for (let at = 0; at < write.blocks.length;) {
    const block = write.blocks[at] as DraftBlock;
    if (block.kind === 'heading') {
      while ((open.at(-1) ?? 0) >= depth(block)) {
        open.pop();
        parts.push('</sec>');
      }
      open.push(depth(block));
      parts.push(
        `<sec id="${escaped(block.id)}">${worded('label', block.label)}${tag('title', {}, jatsInline(block.content, write.pages))}`,
      );
      at += 1;
    } else if (block.kind === 'item') {
      const { xml, end } = list(write, at, depth(block));
      parts.push(xml);
      at = end;
    } else if (block.kind === 'quotation') {
      const blocks = whole(write, at);
      parts.push(tag('disp-quote', {}, blocks.map((one) => paragraph(one, write)).join('')));
      at += blocks.length;
    } else {
      parts.push(block.kind === 'paragraph' ? paragraph(block, write) : display(block, write));
      at += 1;
    }
  }
  return parts.join('') + '</sec>'.repeat(open.length);
}

function note({ id, label, content }: DraftNote, write: Write): string {
  const words = content.map((one) => tag('p', {}, jatsInline(one, write.pages))).join('');
  return tag(
    'fn',
    { id, 'specific-use': words ? null : 'missing-in-source' },
    worded('label', label) + words,
  );
}

/** The draft's body, front matter and notes; what is kept aside (furniture, findings) stays with the draft. */
export function writeJats(draft: Draft): string {
  const write: Write = { blocks: draft.blocks.filter(isBody), pages: new Set() };
  const inner =
    jatsFront(draft.front) +
    tag('body', {}, body(write)) +
    tag('back', {}, tag('fn-group', {}, draft.notes.map((one) => note(one, write)).join('')));
  const root = tag(
    'article',
    {
      'article-type': 'research-article',
      'xml:lang': draft.language,
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    },
    inner,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
