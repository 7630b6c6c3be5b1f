/**
 * The foot of a column where notes stand. No sign alone tells it: the rule over them, their size, a label that a marker above
 * has, and the gap before them are weighed together, for each line that they could begin with.
 */
import type { Strip } from './columns.ts';
import { isNext, labelOf, openingLabel } from './labels.ts';
import type { Line } from './lines.ts';
import type { Measure } from './measure.ts';
import type { PdfPage } from './pages.ts';
import { weighed } from './weighing.ts';

/** A strip, parted in text and notes. `certainty` of there being such notes, from 0 to 1. */
export interface Zoned {
  readonly body: readonly Line[];
  readonly notes: readonly Line[];
  readonly certainty: number;
}

/** The label a line opens with: raised, or of the line's own size. */
export function lineLabel(line: Line): { readonly label: string; readonly isRaised: boolean } | null {
  const [first] = line.pieces.filter(({ text }) => text.trim() !== '');
  if (!first) return null;
  const raised = first.rise === 1 || first.size < line.size * 0.85 ? labelOf(first.text) : null;
  if (raised !== null) return { label: raised, isRaised: true };
  const plain = openingLabel(line.text);
  return plain ? { label: plain.label, isRaised: false } : null;
}

/** Labels of the raised signs in lines. */
export function raisedIn(lines: readonly Line[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { pieces } of lines)
    for (const { rise, text } of pieces) {
      if (rise !== 1) continue;
      for (const part of text.split(/[,;\s]+/u)) labels.add(labelOf(part) ?? '');
    }
  labels.delete('');
  return labels;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Column {
  readonly strip: Strip;
  readonly page: PdfPage;
  readonly measure: Measure;
  /** Labels that are raised above a line on this page, and, unless `isOnPage`, those of the page before. */
  readonly markers: (upTo: number, isOnPage?: boolean) => ReadonlySet<string>;
  /** The zone of the column before ended in the midst of a note, as far as can be seen. */
  readonly isOpen: boolean;
}

/** Whether labels count on from a line that signs above answer: notes are a series, a lone number may be anything. */
function isSeries({ strip, markers }: Column, at: number): boolean {
  const raised = markers(at, true);
  let last = lineLabel(strip.lines[at] as Line)?.label ?? '';
  if (!raised.has(last)) return false;
  return strip.lines.slice(at + 1).some((line) => {
    const label = lineLabel(line)?.label;
    const isOn = label !== undefined && isNext(label, last) && raised.has(label);
    if (isOn) last = label;
    return isOn;
  });
}

/** Whether a rule stands between a line and the one above it, where rules over notes stand. */
function hasRule({ strip, page }: Column, at: number, isShort = false): boolean {
  const line = strip.lines[at] as Line;
  const above = strip.lines[at - 1]?.y ?? line.y - 4 * line.size;
  const width = strip.right - strip.x;
  return page.rules.some(
    (rule) =>
      rule.y > above - 1 &&
      rule.y < line.y - line.size * 0.4 &&
      rule.y > line.y - 4 * line.size &&
      Math.abs(rule.x - strip.x) < Math.max(30, 0.15 * width) &&
      rule.width > 20 &&
      (!isShort || rule.width < 0.6 * width),
  );
}

/** A short rule, then words without a label, then notes that are answered: the first words go on from the page before. */
const isGoingOn = (column: Column, at: number): boolean =>
  column.isOpen &&
  hasRule(column, at, true) &&
  column.strip.lines.slice(at + 1).some((line) => {
    const label = lineLabel(line);
    return label?.isRaised === true && column.markers(at).has(label.label);
  });

/** What the label of the first line says for notes. */
function ofLabel(column: Column, line: Line, at: number, isMarkedOff: boolean): number {
  const { markers, isOpen } = column;
  const label = lineLabel(line);
  if (!label && isGoingOn(column, at)) return 1.5;
  if (!label) return isOpen && isMarkedOff ? 0 : -2.5;
  const isAnswered = markers(at).has(label.label);
  return weighed([
    [label.isRaised, 1.5],
    [!label.isRaised && isAnswered, 0.5],
    [!label.isRaised && !isAnswered, -0.5],
    [isAnswered, 1.5],
    [isSeries(column, at), 1],
  ]);
}

/** What speaks against: lines that are larger than notes are, or no smaller than what stands above. */
function strays(lines: readonly Line[], size: number, limit: number): number {
  const count = lines.filter((one) => one.size > size * 1.08 || one.size > limit).length;
  return (6 * count) / lines.length + (count > 0 ? 1 : 0);
}

/** How well the notes begin at a line. */
function weigh(column: Column, at: number): number {
  const { strip, measure } = column;
  const lines = strip.lines.slice(at);
  const [line] = lines as [Line];
  const size = median(lines.map((one) => one.size));
  const isSmall = size < measure.size * 0.955;
  const above = strip.lines[at - 1] ?? null;
  const isRuled = hasRule(column, at);
  const score = weighed([
    [isRuled, 2],
    [isSmall, 1.5],
    [above !== null && above.size > line.size * 1.045, 1],
    [above === null || line.y - above.y > measure.leading * 1.25, 0.5],
    [above !== null && above.size <= line.size * 1.02 && isSmall, -1.5],
  ]);
  const limit = isSmall ? measure.size * 0.98 : Infinity;
  return score + ofLabel(column, line, at, isRuled || isSmall) - strays(lines, size, limit);
}

const enough = 3;

/** Whether notes may begin at a line at all. */
const mayBegin = (column: Column, at: number): boolean => {
  const { lines } = column.strip;
  const isFirst = at === 0 && column.isOpen;
  return isFirst || lineLabel(lines[at] as Line) !== null || isStep(lines, at) || hasRule(column, at);
};

/** The line at which notes begin best; of equals the first. */
function bestStart(column: Column): { readonly best: number; readonly most: number } {
  const { lines } = column.strip;
  let [best, most] = [-1, -Infinity];
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 90); at -= 1) {
    const score = mayBegin(column, at) ? weigh(column, at) : -Infinity;
    if (score >= most) [best, most] = [at, score];
  }
  return { best, most };
}

/** Parts a strip. */
export function zoned(column: Column): Zoned {
  const { lines, isLowest } = column.strip;
  const none = { body: lines, notes: [], certainty: 0 };
  if (!isLowest || lines.length === 0) return none;
  const { best: start, most } = bestStart(column);
  if (most < enough) return none;
  let best = start;
  while (column.isOpen && isSmallAs(lines, best, column.measure.size)) best -= 1;
  return { body: lines.slice(0, best), notes: lines.slice(best), certainty: Math.min(1, most / 6) };
}

/** The line above is as small as the notes: it goes on with one from the page before. */
function isSmallAs(lines: readonly Line[], at: number, size: number): boolean {
  const [above, line] = [lines[at - 1], lines[at] as Line];
  return (
    above !== undefined && line.size < size * 0.955 && Math.abs(above.size - line.size) < 0.02 * line.size
  );
}

/** The type becomes smaller here. */
const isStep = (lines: readonly Line[], at: number): boolean =>
  (lines[at - 1]?.size ?? 0) > (lines[at] as Line).size * 1.045;

/** What raised labels stand above a line of a strip on its page. */
export const markersAbove = (before: readonly Strip[], strip: Strip, carried: ReadonlySet<string>) => {
  const others = raisedIn(before.flatMap(({ lines }) => lines));
  const own = strip.lines.map((line) => raisedIn([line]));
  return (upTo: number, isOnPage = false): ReadonlySet<string> =>
    new Set([
      ...(isOnPage ? [] : carried),
      ...others,
      ...own.slice(0, upTo).flatMap((labels) => [...labels]),
    ]);
};
