/** Tables of HTML: rows, heads, spans, caption; null for those that only lay out a page. Part of the reading of HTML. */
import type { DraftCell, DraftInline } from '../../model/draft.ts';
import { hasWords, tidyRuns } from '../paper/tidy-inline.ts';
import type { Tag } from '../paper/tree.ts';
import { inlineOf, type HtmlWalk } from './inline.ts';
import { headingLevel } from './vocabulary.ts';

interface ReadTable {
  readonly caption: readonly DraftInline[];
  readonly rows: readonly (readonly DraftCell[])[];
}

/** The rows of the table itself, not of tables in it. */
const rowsOf = (table: Tag): Tag[] =>
  table
    .children()
    .flatMap((part) =>
      part.name === 'tr' ? [part] : /^t(?:head|body|foot)$/u.test(part.name) ? part.children('tr') : [],
    );

/** Whether it lays out a page: text, headings, lists or tables in its cells, and no heads. */
function isLayout(table: Tag, rows: readonly Tag[]): boolean {
  if (/^(?:presentation|none)$/u.test(table.attribute('role') ?? '')) return true;
  if (table.first('table')) return true;
  const cells = rows.flatMap((row) => row.children('td', 'th'));
  if (table.child('caption', 'thead') || cells.some((cell) => cell.name === 'th')) return false;
  if (cells.length < 2) return true;
  return cells.some(
    (cell) =>
      cell.children('p', 'ul', 'ol', 'blockquote').length > 3 ||
      [...cell.all()].some((one) => headingLevel(one) !== null),
  );
}

const span = (cell: Tag, name: string): number | null => {
  const count = Number.parseInt(cell.attribute(name) ?? '1', 10);
  return count > 1 && count <= 1000 ? count : null;
};

function readCell(cell: Tag, walk: HtmlWalk): DraftCell {
  const columns = span(cell, 'colspan');
  const rows = span(cell, 'rowspan');
  return {
    content: tidyRuns(inlineOf(spaced(cell), walk)),
    ...(cell.name === 'th' ? { isHead: true as const } : {}),
    ...(columns ? { columns } : {}),
    ...(rows ? { rows } : {}),
  };
}

/** A head without words: what tools write that know no table without one. */
const isNothing = ({ isHead, content }: DraftCell): boolean => isHead === true && !hasWords(content);

/** The nodes of a cell with spaces between its paragraphs. */
const spaced = (cell: Tag): (Tag | string)[] =>
  cell.nodes.flatMap((node) =>
    typeof node === 'string' ? [node] : [node, /^(?:p|div|li|ul|ol)$/u.test(node.name) ? ' ' : ''],
  );

/** A table that is one; null where its cells are to be read as text. */
export function readTable(table: Tag, walk: HtmlWalk): ReadTable | null {
  const rows = rowsOf(table).filter((row) => !walk.notes.bodies.has(row));
  if (rows.length === 0 || isLayout(table, rows)) return null;
  const caption = table.child('caption');
  return {
    caption: caption ? inlineOf(caption.nodes, walk) : [],
    rows: rows
      .map((row) => row.children('td', 'th').map((cell) => readCell(cell, walk)))
      .filter((row) => row.length > 0 && !row.every(isNothing)),
  };
}
