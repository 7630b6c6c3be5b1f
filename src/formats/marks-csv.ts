/** Marks as a table (CSV, RFC 4180), safe to be opened in a spreadsheet. */
import type { Grouping } from './grouping.ts';
import { grouped, type MarkEntry, type MarkSheet } from './mark-entry.ts';

/** The columns, in order. */
const columns: readonly (readonly [string, (entry: MarkEntry, group: string) => string])[] = [
  ['Group', (_entry, group) => group],
  ['Section', ({ section }) => section],
  ['Address', ({ address }) => address],
  ['Page', ({ page }) => page],
  ['Author’s note', ({ note }) => note],
  ['Quotation', ({ quotations }) => quotations.join('\n\n')],
  ['Note', ({ body }) => body],
  ['Tags', ({ tags }) => tags.join(', ')],
  ['Kind', ({ kind }) => kind],
  ['Colour', ({ colour }) => colour],
  ['Meaning', ({ meaning }) => meaning],
  ['Citation', ({ citation }) => citation.text],
  ['Link', ({ link }) => link],
  ['By', ({ creator }) => creator],
  ['Created', ({ created }) => created],
  ['Changed', ({ modified }) => modified],
  ['Id', ({ id }) => id],
];

/** Signs that a spreadsheet takes for the beginning of a formula, wide ones and those behind white space included. */
const formula = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠|%]/u;

/** One cell: in quotation marks always, and with an apostrophe before what could be a formula. */
export function csvCell(words: string): string {
  const plain = words.replaceAll('\0', '');
  const isRisky = formula.test(plain) || /^[\t\r\n]/u.test(plain);
  return `"${(isRisky ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

const row = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** An entry, then what answers it; `to` is the id of what it answers. */
function rows(entry: MarkEntry, group: string, to: string): readonly string[] {
  const cells = columns.map(([, read]) => read(entry, group));
  return [row([...cells, to]), ...entry.replies.flatMap((reply) => rows(reply, group, entry.id))];
}

/** The sheet as CSV. `hasMark`: with a byte order mark, by which Excel knows that it is UTF-8. */
export function marksCsv(sheet: MarkSheet, by: Grouping, hasMark: boolean): string {
  const head = row([...columns.map(([name]) => name), 'Reply to']);
  const body = grouped(sheet.entries, by).flatMap(({ title, entries }) =>
    entries.flatMap((entry) => rows(entry, title, '')),
  );
  return `${hasMark ? '\uFEFF' : ''}${head}${body.join('')}`;
}
