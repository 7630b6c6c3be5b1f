/** What a group of lines is: heading, quotation, item, caption, paragraph; by its look, its place and its label. */
import type { Group, Leading } from './groups.ts';
import { itemLabel } from './items.ts';
import type { Line } from './lines.ts';
import type { Measure } from './measure.ts';
import { certain, weighed } from './weighing.ts';

export type GroupKind = 'heading' | 'quotation' | 'item' | 'caption' | 'paragraph';

/** `certainty` from 0 to 1; `style` tells headings of one look apart from those of another. */
export interface Judged {
  readonly group: Group;
  readonly kind: GroupKind;
  readonly certainty: number;
  readonly style: string;
}

const textOf = ({ lines }: Group): string => lines.map(({ text }) => text).join(' ');

const share = (lines: readonly Line[], fits: (piece: Line['pieces'][number]) => boolean): number => {
  const pieces = lines.flatMap(({ pieces: own }) => own).filter(({ rise }) => rise === 0);
  const letters = (some: typeof pieces): number =>
    some.reduce((sum, { text }) => sum + text.trim().length, 0);
  return letters(pieces.filter(fits)) / Math.max(1, letters(pieces));
};

/** What a heading may begin with. */
export const headingLabel =
  /^((?:chapter|part|section|kapitel|teil|chapitre|partie|capítulo|appendix)\s+(?:\d+|[IVXLC]+|[A-Z])[.:]?|§\s*\d+[a-z]?|\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVXLC]{1,7}\.|[A-H]\.|\([a-zA-Z\d]{1,3}\)|[a-h][.)])\s+(?=\S)/iu;

const captions =
  /^(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)|tabelle|tableau|figura|tabla|plate|chart)\s*\d+/iu;

interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCaps: boolean;
  readonly size: number;
}

function lookOf(group: Group, measure: Measure): Look {
  const text = textOf(group);
  const letters = text.replace(/[^\p{L}]/gu, '');
  return {
    isBold: !measure.isBold && share(group.lines, ({ isBold }) => isBold) > 0.9,
    isItalic: !measure.isItalic && share(group.lines, ({ isItalic }) => isItalic) > 0.9,
    isCaps: letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    size: Math.max(...group.lines.map(({ size }) => size)),
  };
}

/** Whether words may be a heading's at all. */
const mayHead = (text: string, lines: readonly Line[]): boolean =>
  lines.length <= 4 && text.length <= 220 && /\p{L}/u.test(text);

const isOpenEnded = (text: string): boolean =>
  /[,;:]$/u.test(text) || (/[.?!]$/u.test(text) && text.length > 60);

/** How sure it is that a group is a heading; 0 where it is none. */
function headingness(group: Group, look: Look, { measure, leading }: Context): number {
  const text = textOf(group);
  if (!mayHead(text, group.lines)) return 0;
  const [isLarger, isLarge] = [look.size > measure.size * 1.06, look.size > measure.size * 1.15];
  const isLabelled = headingLabel.test(text);
  const isApart = group.above > leading(measure.size) * 1.15;
  const score = weighed([
    [isLarger, 0.75],
    [isLarge, 0.15],
    [look.isBold, 0.6],
    [look.isItalic || look.isCaps, 0.3],
    [isLabelled, 0.15],
    [isApart, 0.15],
    [isOpenEnded(text), -0.35],
    [!isLabelled && /^\p{Ll}/u.test(text), -0.3],
    [text.length > 140 || group.lines.length > 3, -0.2],
    [!isApart && !isLarger, -0.4],
  ]);
  return certain(score);
}

/** What groups are judged by. */
export interface Context {
  readonly measure: Measure;
  readonly leading: Leading;
  /** How far paragraphs are set in at their first line; 0 where they are not. */
  readonly indent: number;
}

/** How far a group is set in: on the left (its least), and on the right. */
const insets = ({ lines, edge, right }: Group): { readonly left: number; readonly right: number } => ({
  left: Math.min(...lines.map(({ x }) => x)) - edge,
  right: right - Math.max(...lines.map((line) => line.right)),
});

/** A lone line that is the first of a paragraph, or stands in the middle. */
function isLoneLine(
  { lines }: Group,
  inset: ReturnType<typeof insets>,
  indent: number,
  size: number,
): boolean {
  if (lines.length > 1) return false;
  return (
    Math.abs(inset.left - indent) < 2 || (Math.abs(inset.left - inset.right) < 3 && inset.left > 3.5 * size)
  );
}

/** How sure it is that a group is a quotation: set in on the left at least, as a block. */
function quoteness(group: Group, { measure, leading, indent }: Context): number {
  const { size } = measure;
  const { lines } = group;
  const inset = insets(group);
  const isSmaller = lines.every((line) => line.size < size * 0.97);
  const isApart = group.above > leading(size) * 1.1 && group.below > leading(size) * 1.02;
  if (inset.left < 0.8 * size) return certain(weighed([[isSmaller && lines.length > 2 && isApart, 0.55]]));
  if (isLoneLine(group, inset, indent, size) || (lines.length === 1 && !isApart)) return 0;
  return certain(
    weighed([
      [true, 0.5],
      [lines.length > 1, 0.2],
      [isSmaller, 0.2],
      [isApart, 0.15],
      [inset.right > 0.8 * size, 0.15],
    ]),
  );
}

const isItem = (group: Group, before: Judged | undefined, { measure }: Context): boolean => {
  const [first, second] = group.lines as [Line, Line | undefined];
  const label = itemLabel(first);
  if (!label) return false;
  if (label.isBullet) return true;
  if (second && second.x > first.x + 0.5 * measure.size) return true;
  if (before?.kind === 'item') return true;
  return first.x > group.edge + 0.5 * measure.size;
};

/** Words under a figure or over a table: they say so, and stand apart or are smaller. */
const isCaption = (group: Group, look: Look, { measure, leading }: Context): boolean =>
  captions.test(textOf(group)) &&
  (group.above > leading(look.size) * 1.15 || look.size < measure.size * 0.97);

const styleOf = ({ size, isBold, isItalic, isCaps }: Look): string =>
  size.toFixed(1) + [isBold && ' b', isItalic && ' i', isCaps && ' c'].filter(Boolean).join('');

/** What a group is; `before` is the one above it. */
export function judge(group: Group, before: Judged | undefined, context: Context): Judged {
  const look = lookOf(group, context.measure);
  const style = styleOf(look);
  const as = (kind: GroupKind, certainty: number): Judged => ({ group, kind, certainty, style });
  if (isCaption(group, look, context)) return as('caption', 0.8);
  const heading = headingness(group, look, context);
  if (heading >= 0.6 && !itemLabel(group.lines[0] as Line)?.isBullet) return as('heading', heading);
  if (isItem(group, before, context)) return as('item', 0.8);
  const quotation = quoteness(group, context);
  if (quotation >= 0.6) return as('quotation', quotation);
  return as('paragraph', heading > 0.45 ? 0.5 : 0.9);
}

/** Levels of headings by their look: larger first, then bold, then by where they first come. Labels like 2.1 tell theirs. */
export function levelsOf(headings: readonly Judged[]): ReadonlyMap<Judged, number> {
  const styles = [...new Set(headings.map(({ style }) => style))];
  const rank = (style: string): number =>
    Number.parseFloat(style) * 10 + (style.includes('b') ? 5 : 0) + (style.includes('c') ? 2 : 0);
  styles.sort((a, b) => rank(b) - rank(a));
  const depth = ({ group }: Judged): number | null => {
    const label = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/u.exec(textOf(group))?.[1];
    return label?.split('.').length ?? null;
  };
  const depths = headings.map(depth);
  const isDecimal =
    depths.filter((one) => one !== null).length > headings.length * 0.5 &&
    depths.some((one) => (one ?? 0) > 1);
  return new Map(
    headings.map((one, at) => [
      one,
      (isDecimal ? depths[at] : null) ?? Math.min(6, styles.indexOf(one.style) + 1),
    ]),
  );
}
