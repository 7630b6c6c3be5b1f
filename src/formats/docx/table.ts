/** Tables of a Word text: rows of cells with what they span; what a cell holds becomes one run of words. */
import type { DraftCell, DraftInline } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { isOn, valueOf } from './package.ts';

/** Reads what paragraphs stand in a cell. */
export type ReadCell = (cell: Tag) => readonly DraftInline[];

interface Placed {
  readonly cell: Tag;
  readonly column: number;
  readonly columns: number;
  /** Goes on with the cell above it. */
  readonly isBelow: boolean;
}

/** No table is wider; what says to be is cut here. */
const widest = 100;

/** Parts of a row that stand in it directly or in what holds them. */
const inside = (tag: Tag, name: string): Tag[] =>
  tag.children().flatMap((one) => {
    if (one.name === name) return [one];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(one.name) ? inside(one, name) : [];
  });

const isDeleted = (row: Tag): boolean => row.child('trPr')?.child('del') !== undefined;

function placed(row: Tag): readonly Placed[] {
  let column = Number.parseInt(valueOf(row.child('trPr')?.child('gridBefore')) ?? '0', 10) || 0;
  return inside(row, 'tc').map((cell) => {
    const properties = cell.child('tcPr');
    const columns = Math.min(
      widest,
      Math.max(1, Number.parseInt(valueOf(properties?.child('gridSpan')) ?? '1', 10) || 1),
    );
    const merge = properties?.child('vMerge');
    const at = { cell, column, columns, isBelow: merge !== undefined && valueOf(merge) !== 'restart' };
    column += columns;
    return at;
  });
}

/** How many rows a cell takes: as long as those below it go on with it. */
function rowsFrom(grid: readonly (readonly Placed[])[], from: number, { column }: Placed): number {
  let end = from + 1;
  while (grid[end]?.some((one) => one.column === column && one.isBelow)) end += 1;
  return end - from;
}

/** The rows of a table of a Word text. */
export function readTable(table: Tag, read: ReadCell): readonly (readonly DraftCell[])[] {
  const rows = inside(table, 'tr').filter((row) => !isDeleted(row));
  const grid = rows.map(placed);
  return grid.map((cells, at) => {
    const isHead = isOn(rows[at]?.child('trPr')?.child('tblHeader')) ?? false;
    return cells
      .filter((one) => !one.isBelow || at === 0)
      .map((one): DraftCell => {
        const down = rowsFrom(grid, at, one);
        return {
          content: read(one.cell),
          ...(isHead ? { isHead } : {}),
          ...(one.columns > 1 ? { columns: one.columns } : {}),
          ...(down > 1 ? { rows: down } : {}),
        };
      });
  });
}

/** The cell of a table that is there for its frame alone; null for others. */
export function onlyCell(table: Tag): Tag | null {
  const [row, second] = inside(table, 'tr');
  if (!row || second) return null;
  const [cell, other] = inside(row, 'tc');
  return cell && !other ? cell : null;
}
