/** Grid tables of pandoc, written as tables that other parsers of Markdown read. Pure. */

const border = /^\+(?:[-=:]+\+)+\s*$/u;

/** Where the columns of a border begin and end. */
function columnsOf(line: string): readonly (readonly [number, number])[] {
  const corners = [...line.matchAll(/\+/gu)].map(({ index }) => index);
  return corners.slice(1).map((end, at) => [(corners[at] as number) + 1, end] as const);
}

interface Row {
  readonly cells: string[];
  isHead: boolean;
}

/** Cells that are cut from lines at the columns; null where a line is not of the table. */
function cellsOf(lines: readonly string[], columns: readonly (readonly [number, number])[]): string[] | null {
  const isWhole = lines.every((line) =>
    columns.every(([from, end]) => line[from - 1] === '|' && line[end] === '|'),
  );
  if (!isWhole) return null;
  return columns.map(([from, end]) =>
    lines
      .map((line) => line.slice(from, end).trim())
      .join(' ')
      .trim()
      .replace(/(?<!\\)\|/gu, '\\|'),
  );
}

const written = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const isOfTable = (line: string | undefined): boolean => line !== undefined && /^[|+]/u.test(line);

/** The rows of the table of which these are all lines; null where it is none, or has cells over several columns. */
function rowsOf(lines: readonly string[]): readonly Row[] | null {
  const [top = ''] = lines;
  const columns = columnsOf(top);
  const rows: Row[] = [];
  let open: string[] = [];
  for (const line of lines.slice(1)) {
    if (line.startsWith('|')) {
      open.push(line);
      continue;
    }
    const cells = open.length > 0 && line.length === top.length ? cellsOf(open, columns) : null;
    if (!cells) return null;
    rows.push({ cells, isHead: false });
    if (line.includes('=')) for (const row of rows) row.isHead = true;
    open = [];
  }
  return open.length > 0 || rows.length === 0 ? null : rows;
}

/** The table that begins with the border at `at`, and where it ends; null where it is none. */
function rowsAt(
  lines: readonly string[],
  at: number,
): { readonly rows: readonly Row[]; readonly end: number } | null {
  let end = at;
  while (isOfTable(lines[end])) end += 1;
  const rows = rowsOf(lines.slice(at, end).map((line) => line.trimEnd()));
  return rows && { rows, end };
}

/** That table as lines of a pipe table; what has no head gets one without words, as they must have one. */
function tableAt(
  lines: readonly string[],
  at: number,
): { readonly table: string[]; readonly end: number } | null {
  const found = rowsAt(lines, at);
  if (!found) return null;
  const [first, ...rest] = found.rows as [Row, ...Row[]];
  const head = first.cells.map((cell) => (first.isHead ? cell : ''));
  const body = (first.isHead ? rest : found.rows).map(({ cells }) => written(cells));
  const rule = written(head.map(() => '---'));
  return { table: ['', written(head), rule, ...body, ''], end: found.end };
}

/** The lines with their grid tables as pipe tables; a table with cells over several rows or columns stays as it is. */
export function plainTables(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const isBorder = border.test(lines[at] as string);
    const found = isBorder ? tableAt(lines, at) : null;
    // What is no such table stays whole.
    let end = found?.end ?? at + 1;
    while (isBorder && !found && lines[end]?.trim()) end += 1;
    out.push(...(found?.table ?? lines.slice(at, end)));
    at = end - 1;
  }
  return out;
}
