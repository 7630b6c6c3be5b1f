/** Figures and tables of a JATS article, with their captions. Part of the JATS reader. */
import type { Node } from 'prosemirror-model';
import { hrefOf, labelText, make, readInline, space, textOf, type Walk } from './jats-inline.ts';

/** Larger spans are no table's. */
const mostSpan = 100;

/** A picture's name: a file beside the paper, never an address. */
const pictureName = (element: Element | null): string => {
  const name = element ? hrefOf(element) : '';
  return /^[^/\\:]{1,200}$/u.test(name) ? name : '';
};

const span = (cell: Element, name: string): number => {
  const count = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return count >= 1 && count <= mostSpan ? count : 1;
};

function readCell(cell: Element, walk: Walk, id: string): Node {
  const attrs = {
    id,
    isHead: cell.localName === 'th',
    columns: span(cell, 'colspan'),
    rows: span(cell, 'rowspan'),
  };
  return make('table_cell', attrs, readInline(cell, walk));
}

function readTable(table: Element, walk: Walk, id: string): Node | null {
  const rows = [...table.querySelectorAll('tr')].flatMap((row, down) => {
    const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
    if (cells.length === 0) return [];
    return [
      make(
        'table_row',
        null,
        cells.map((cell, across) => readCell(cell, walk, `${id}-${down + 1}-${across + 1}`)),
      ),
    ];
  });
  return rows.length > 0 ? make('table', null, rows) : null;
}

/** All words of label, title and paragraphs of a caption, in one; empty where there are none. */
function captionOf(element: Element, walk: Walk): Node[] {
  const label = textOf(element.querySelector(':scope > label'));
  const parts = [...element.querySelectorAll(':scope > caption > title, :scope > caption > p')];
  const words = parts.flatMap((part, at) => {
    const content = readInline(part, walk);
    return at > 0 && content.length > 0 ? [space(), ...content] : content;
  });
  return label ? [...labelText(label), ...words] : words;
}

/** A figure or a table; null where it is of other parts than these, whose words then become paragraphs. */
export function readFigure(element: Element, walk: Walk): Node | null {
  const id = element.getAttribute('id') ?? `figure-${walk.figures.count + 1}`;
  const name = pictureName(element.querySelector('graphic'));
  const table = element.querySelector('table');
  const read = table ? readTable(table, walk, id) : null;
  if (!name && !read) return null;
  walk.figures.count += 1;
  const caption = captionOf(element, walk);
  const alt = textOf(element.querySelector('alt-text')) ?? caption.map((one) => one.text ?? '').join('');
  return make('figure', null, [
    ...(caption.length > 0 ? [make('caption', { id }, caption)] : []),
    ...(name ? [make('picture', { name, alt })] : []),
    ...(read ? [read] : []),
  ]);
}
