/** Tables of contents: lines that end in the number of a page. They repeat the headings of the text, and are kept beside it. */
import { beat } from '../../model/beat.ts';
import type { Flow } from './groups.ts';
import type { Line } from './lines.ts';

const titles =
  /^(?:table of contents|contents|brief contents|inhalt(?:sverzeichnis|sübersicht)?|table des matières|sommaire|índice(?: general)?|indice|inhoud(?:sopgave)?|innehåll|spis treści|содержание|оглавление)\.?$/iu;

const dotted = /(?:\s?[.·…]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/iu;
const numbered = /\s(?:\d{1,4}|[ivxlc]{1,7})$/iu;

/** A line of a table of contents: dots lead to its number, or a wide gap does. */
const isEntry = (line: Line): boolean =>
  dotted.test(line.text) || (numbered.test(line.text) && line.gap > 1.5 * line.size);

/** So many dotted lines are a table of contents though no title says so. */
const leastDotted = 5;

/** Titles of parts and beginnings of long entries stand between entries: short lines, and few. */
const mostBetween = 2;

/** Where the entries that begin at a line end: the place after the last. */
function endFrom(lines: readonly Line[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length && at - end <= mostBetween; at += 1)
    if (isEntry(lines[at] as Line)) end = at + 1;
  return end;
}

/** Tables of contents in a row of lines, as their first places and those after their last. */
function tablesIn(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const tables: [number, number][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    beat();
    const { text } = lines[at] as Line;
    const isTitled = titles.test(text);
    if (!isTitled && !dotted.test(text)) continue;
    const end = endFrom(lines, isTitled ? at + 1 : at);
    const count = lines.slice(at, end).filter((line) => dotted.test(line.text)).length;
    if (isTitled ? end < at + 3 : count < leastDotted) continue;
    tables.push([at, end]);
    at = end - 1;
  }
  return tables;
}

/** The text without its tables of contents, and their lines in order. */
export function withoutContents(flows: readonly Flow[]): {
  readonly flows: readonly Flow[];
  readonly contents: readonly Line[];
} {
  const lines = flows.flatMap((flow) => flow.lines);
  const contents = tablesIn(lines).flatMap(([from, to]) => lines.slice(from, to));
  if (contents.length === 0) return { flows, contents };
  const gone = new Set(contents);
  const left = flows.map((flow) => ({ ...flow, lines: flow.lines.filter((line) => !gone.has(line)) }));
  return { flows: left.filter((flow) => flow.lines.length > 0), contents };
}
