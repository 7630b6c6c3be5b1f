/** What a group of lines is: heading, quotation, item, caption, paragraph; by its look, its place and its label. */
import type { Group, Leading } from './groups.ts';
import { itemLabel } from './items.ts';
import type { Line } from './lines.ts';
import type { Measure } from './measure.ts';

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

/** How sure it is that a group is a heading; 0 where it is none. */
function headingness(group: Group, look: Look, { measure, leading }: Context): number {
  const text = textOf(group);
  const { lines } = group;
  if (lines.length > 4 || text.length > 220 || !/\p{L}/u.test(text)) return 0;
  const isLarger = look.size > measure.size * 1.06;
  const label = headingLabel.exec(text);
  const isOpen = /[,;:]$/u.test(text) || (/[.?!]$/u.test(text) && text.length > 60);
  const isApart = group.above > leading(measure.size) * 1.15;
  let score = isLarger ? (look.size > measure.size * 1.15 ? 0.9 : 0.75) : 0;
  if (look.isBold) score += 0.6;
  if (look.isItalic || look.isCaps) score += 0.3;
  if (label) score += 0.15;
  if (isApart) score += 0.15;
  if (isOpen) score -= 0.35;
  if (/^\p{Ll}/u.test(text) && !label) score -= 0.3;
  const isLong = text.length > 140 || lines.length > 3;
  if (isLong) score -= 0.2;
  if (!isApart && !isLarger) score -= 0.4;
  return Math.max(0, Math.min(1, score));
}

/** What groups are judged by. */
export interface Context {
  readonly measure: Measure;
  readonly leading: Leading;
  /** How far paragraphs are set in at their first line; 0 where they are not. */
  readonly indent: number;
}

/** How sure it is that a group is a quotation: set in on the left at least, as a block. */
function quoteness(group: Group, { measure, leading, indent }: Context): number {
  const { lines, edge, right } = group;
  const { size } = measure;
  const least = Math.min(...lines.map(({ x }) => x)) - edge;
  const inset = right - Math.max(...lines.map((line) => line.right));
  const isSmaller = lines.every((line) => line.size < size * 0.97);
  const isApart = group.above > leading(size) * 1.1 && group.below > leading(size) * 1.02;
  if (least < 0.8 * size) return isSmaller && lines.length > 2 && isApart ? 0.55 : 0;
  const isCentred = Math.abs(least - inset) < 3 && lines.length === 1 && least > 3.5 * size;
  if (lines.length === 1 && (Math.abs(least - indent) < 2 || !isApart || isCentred)) return 0;
  let score = 0.5;
  if (lines.length > 1) score += 0.2;
  if (isSmaller) score += 0.2;
  if (isApart) score += 0.15;
  if (inset > 0.8 * size) score += 0.15;
  return Math.min(1, score);
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

/** What a group is; `before` is the one above it. */
export function judge(group: Group, before: Judged | undefined, context: Context): Judged {
  const look = lookOf(group, context.measure);
  const text = textOf(group);
  const style = `${look.size.toFixed(1)} ${look.isBold ? 'b' : ''}${look.isItalic ? 'i' : ''}${look.isCaps ? 'c' : ''}`;
  const as = (kind: GroupKind, certainty: number): Judged => ({ group, kind, certainty, style });
  if (
    captions.test(text) &&
    (group.above > context.leading(look.size) * 1.15 || look.size < context.measure.size * 0.97)
  )
    return as('caption', 0.8);
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
