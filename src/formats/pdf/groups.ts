/** Lines that belong together: paragraphs, headings, items, before it is said which they are. */
import { beat } from '../../model/beat.ts';
import { itemLabel } from './items.ts';
import type { Line } from './lines.ts';
import { commonest, type Measure } from './measure.ts';

/** The text of one column, without its notes. */
export interface Flow {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly lines: readonly Line[];
}

/** Lines that belong together; several pages and columns once groups are joined. */
export interface Group {
  readonly lines: readonly Line[];
  /** Edges of the text of its column. */
  readonly edge: number;
  readonly right: number;
  /** Distance to the line above and below in the column; Infinity at its ends. */
  readonly above: number;
  readonly below: number;
}

/** The leading of each size. */
export type Leading = (size: number) => number;

/** From baseline to baseline, by size, as the lines of a text have it. */
export function leadingOf(lines: readonly Line[], measure: Measure): Leading {
  const gaps = new Map<number, number[]>();
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    const gap = above?.page === line.page ? line.y - above.y : 0;
    if (above?.size !== line.size || gap < 0.8 * line.size || gap > 2.6 * line.size) return;
    const own = gaps.get(line.size);
    if (own) own.push(gap);
    else gaps.set(line.size, [gap]);
  });
  const known = new Map(
    [...gaps].filter(([, all]) => all.length > 5).map(([size, all]) => [size, commonest(all)]),
  );
  const share = Math.max(1.1, Math.min(2.4, measure.leading / measure.size));
  return (size) => known.get(size) ?? size * Math.min(share, 1.45);
}

const isBoldAll = ({ pieces }: Line): boolean =>
  pieces.every(({ isBold, text, rise }) => isBold || rise !== 0 || text.trim() === '');

/** Width of the first word of a line, about. */
function firstWord({ pieces, size }: Line): number {
  const [first] = pieces.filter(({ text }) => text.trim() !== '');
  if (!first) return size;
  const [word = ''] = first.text.trim().split(' ');
  return ((first.right - first.x) * word.length) / Math.max(1, first.text.length);
}

const isFlush = (one: Line, other: Line): boolean => Math.abs(one.x - other.x) < 0.4 * one.size;

/** How far lines reach that begin where these do, near a line. */
function reach(lines: readonly Line[], at: number): number {
  const line = lines[at] as Line;
  const near = lines
    .slice(Math.max(0, at - 4), at + 5)
    .filter((one) => one.size === line.size && Math.abs(one.x - line.x) < 1.9 * line.size);
  return Math.max(...near.map(({ right }) => right));
}

/** Whether a line was broken off though the next word had room: its paragraph ends here. */
export function isBrokenOff(line: Line, next: Line, right: number): boolean {
  const isEnd = /[.?!:;…”"’')\]\d*†‡]$/u.test(line.text);
  const slack = (isEnd ? 0.35 : 3) * line.size;
  const hasRoom = line.right + 0.33 * line.size + firstWord(next) < right - slack;
  return hasRoom && (isEnd || !/^\p{Ll}/u.test(next.text));
}

interface Before {
  readonly lines: readonly Line[];
  readonly at: number;
  /** Lines of the group so far. */
  readonly open: readonly Line[];
  readonly leading: Leading;
}

/** Whether a new group begins at a line by where it stands. */
function isSetApart({ lines, at, open }: Before): boolean {
  const [above, line] = [lines[at - 1], lines[at]] as [Line, Line];
  const inset = line.x - above.x;
  const isHanging = itemLabel(open[0] as Line) !== null && open.length === 1;
  if (inset > 0.65 * line.size) return !isHanging;
  const isOutset = inset < -0.65 * line.size;
  if (isOutset && open.length > 1 && isFlush(above, open[1] as Line)) return true;
  return isBrokenOff(above, line, Math.max(reach(lines, at - 1), reach(lines, at)));
}

/** Whether an item begins at a line, of which the label alone is no proof: a year or a number may open a line. */
function isItemStart({ lines, at }: Before): boolean {
  const [above, line, next] = [lines[at - 1], lines[at], lines[at + 1]] as [Line, Line, Line | undefined];
  const label = itemLabel(line);
  if (!label) return false;
  if (label.isBullet || !isFlush(line, above)) return true;
  const isHanging = next !== undefined && next.x > line.x + 0.8 * line.size;
  return isHanging && !isFlush(above, next);
}

function begins(before: Before): boolean {
  const { lines, at, leading } = before;
  const [above, line] = [lines[at - 1], lines[at]] as [Line, Line];
  const usual = leading(Math.max(line.size, above.size));
  if (line.y - above.y > usual * 1.22 + 0.6) return true;
  if (Math.abs(line.size - above.size) > 0.045 * line.size) return true;
  if (isBoldAll(line) !== isBoldAll(above) && isHeadLike(above, line)) return true;
  return isItemStart(before) || isSetApart(before);
}

/** A change of weight parts lines only where one of them may be a heading, which is no end of a bold passage. */
const isHeadLike = (above: Line, line: Line): boolean =>
  isBoldAll(above) ? !/^\p{Ll}/u.test(line.text) : /[.?!:”"’)\d]$/u.test(above.text);

/** The groups of a column, top to bottom. */
export function groupsOf({ lines, x, right }: Flow, leading: Leading): readonly Group[] {
  const groups: Line[][] = [];
  lines.forEach((line, at) => {
    beat();
    const open = groups.at(-1);
    if (!open || begins({ lines, at, open, leading })) groups.push([line]);
    else open.push(line);
  });
  const gap = (one: Line | undefined, two: Line | undefined): number =>
    one && two ? two.y - one.y : Infinity;
  return groups.map((own, at) => ({
    lines: own,
    edge: x,
    right,
    above: gap(groups[at - 1]?.at(-1), own[0]),
    below: gap(own.at(-1), groups[at + 1]?.[0]),
  }));
}
