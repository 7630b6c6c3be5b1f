/** Cards, joints and groups as SVG: the same geometry that the canvas draws. */
import type { ClaimRole } from '../model/argument-records.ts';
import {
  cardLabel,
  cardMetrics,
  cardOutline,
  cardText,
  roleLooks,
  roleSigns,
  signSize,
  tickStart,
} from './card.ts';
import { foldedCount, foldedMetrics, foldedText, pileEdges } from './folded-card.ts';
import type { Card, DrawnNode, FoldedGroup, GroupBox } from './elements.ts';
import { tagMetrics, tagOutline, type GroupTag } from './group-tag.ts';
import { groupPadding, type Box } from './layout.ts';
import { tintColour, washColour, type Palette } from './palette.ts';
import { labelSvg } from './svg-label.ts';
import type { NodeLabel } from './node-labels.ts';
import { attributes, escapeXml, lineStart, round, textLine, xmlId, type LineSet } from './svg-text.ts';

/** Where a claim's passage is, and what is said of the claim. */
export interface ClaimWords {
  hrefOf(claim: string): string;
  aboutOf(claim: string): string;
  /** What a line means, by the id of its inference or conflict; empty for nothing. */
  aboutLink(record: string): string;
  /** What a claim or folded group is labelled; null while claims are not weighed. */
  labelOf(node: string): NodeLabel | null;
}

const dashes = '5 4';

const label = (palette: Palette, fill: string): LineSet => ({
  size: cardMetrics.label,
  weight: 600,
  family: palette.fontUi,
  fill,
});

/** The sign of a role with its top left corner at a point. */
const roleSign = (palette: Palette, role: ClaimRole, x: number, y: number): string =>
  `<path${attributes({
    d: roleSigns[role],
    transform: `translate(${round(x)} ${round(y)}) scale(${signSize.side / 10})`,
    fill: palette.roles[role],
  })}/>`;

/** The band that says which group a card belongs to. */
type Tagged = Pick<Card, 'role' | 'width' | 'height'> & { readonly tag: GroupTag };

function tagSvg(palette: Palette, { tag, role, width, height }: Tagged): string {
  const band = attributes({
    d: tagOutline(role, width, height, roleLooks[role].border),
    fill: tintColour(palette, tag.tint),
  });
  const { x, isBackward } = lineStart(tag.title, tagMetrics.side, width - tagMetrics.side);
  const set: LineSet = {
    size: 13,
    weight: 600,
    family: palette.fontText,
    fill: palette.ink,
    isSmallCaps: true,
    isBackward,
  };
  return `<path${band}/>${textLine(tag.title, x, height - tagMetrics.baseline, set)}`;
}

/** The body of a card without words: outline, strip, inner line, ticks. */
export function cardBody(
  palette: Palette,
  card: Pick<Card, 'role' | 'width' | 'height' | 'noteCount'> & Partial<Pick<Card, 'tag'>>,
  firstTick = tickStart(card.role),
): string {
  const { role, width, height, noteCount } = card;
  const look = roleLooks[role];
  const hue = palette.roles[role];
  const outline = attributes({
    d: cardOutline(role, width, height, look.border / 2),
    fill: noteCount > 0 ? palette.card : palette.paper,
    stroke: hue,
    'stroke-width': look.border,
    'stroke-dasharray': noteCount > 0 ? null : dashes,
  });
  const parts = [`<path${outline}/>`];
  if (look.isDouble) {
    parts.push(`<path${attributes({ d: cardOutline(role, width, height, 4), fill: 'none', stroke: hue })}/>`);
  }
  if (card.tag) parts.push(tagSvg(palette, { ...card, tag: card.tag }));
  if (look.strip > 0) parts.push(`<rect${attributes({ width: look.strip, height, fill: hue })}/>`);
  const { tick } = cardMetrics;
  for (let index = 0; index < Math.min(noteCount, 24); index += 1) {
    const x = firstTick + index * 5;
    parts.push(`<rect${attributes({ x, y: height - tick - 1, width: 1.5, height: tick, fill: hue })}/>`);
  }
  return parts.join('');
}

function cardWords(palette: Palette, card: Card): string {
  const at = cardText(card.role);
  const right = card.width - cardMetrics.padX;
  const hue = palette.roles[card.role];
  const head =
    roleSign(palette, card.role, at.x, at.header - signSize.side) +
    textLine(cardLabel(card.role, card.isOwn, card.key), at.x + signSize.room, at.header, {
      ...label(palette, hue),
      spacing: 0.8,
    });
  const notes = card.notes
    ? textLine(card.notes, right, at.header, { ...label(palette, palette.inkSoft), isEnd: true })
    : '';
  const { x, isBackward } = lineStart(card.wording, at.x, right);
  const set: LineSet = { size: cardMetrics.text, family: palette.fontText, fill: palette.ink, isBackward };
  const lines = card.lines.map((line, index) => textLine(line, x, at.first + index * cardMetrics.line, set));
  return [head, notes, ...lines].join('');
}

function folded(palette: Palette, node: FoldedGroup): string {
  const { padX, titleLine, line } = foldedMetrics;
  const at = foldedText(node.title.length, node.height);
  const heading: LineSet = {
    size: 13,
    weight: 600,
    family: palette.fontText,
    fill: palette.inkSoft,
    isSmallCaps: true,
  };
  const { x, isBackward } = lineStart(node.head.join(' '), padX, node.width - padX);
  const wording: LineSet = {
    size: cardMetrics.text,
    family: palette.fontText,
    fill: palette.ink,
    isBackward,
  };
  const body = attributes({
    x: 0.5,
    y: 0.5,
    width: node.width - 1,
    height: node.height - 1,
    rx: 8,
    fill: palette.card,
    stroke: palette.inkSoft,
  });
  return [
    `<rect${body}/>`,
    ...pileEdges(node.height).map(
      (y) => `<path${attributes({ d: `M0 ${y}H${node.width}`, stroke: palette.inkSoft })}/>`,
    ),
    ...node.title.map((text, index) => textLine(text, padX, at.title + index * titleLine, heading)),
    ...node.head.map((text, index) => textLine(text, x, at.head + index * line, wording)),
    textLine(foldedCount(node.count), padX, at.count, label(palette, palette.inkSoft)),
  ].join('');
}

/** A node at its place: a claim with its title and a link to its passage. */
export function nodeSvg(palette: Palette, node: DrawnNode, box: Box, words: ClaimWords): string {
  if (node.kind === 'joint') {
    return `<circle${attributes({ cx: box.x, cy: box.y, r: box.width / 2, fill: palette.inkSoft })}/>`;
  }
  const place = `translate(${round(box.x - box.width / 2)} ${round(box.y - box.height / 2)})`;
  const said = labelSvg(palette, words.labelOf(node.id));
  if (node.kind === 'folded') {
    const id = xmlId('group', node.id);
    return `<g${attributes({ id, role: 'group', transform: place })}>${folded(palette, node)}${said}</g>`;
  }
  const title = `<title>${escapeXml(words.aboutOf(node.id))}</title>`;
  const link = `<a${attributes({ href: words.hrefOf(node.id) })}>${cardBody(palette, node)}${cardWords(palette, node)}${said}</a>`;
  const group = attributes({ id: xmlId('claim', node.id), role: 'group', transform: place });
  return `<g${group}>${title}${link}</g>`;
}

/** The wash of an open group. */
export const groupWash = (palette: Palette, depth: number, box: Box): string =>
  `<rect${attributes({
    x: box.x - box.width / 2,
    y: box.y - box.height / 2,
    width: box.width,
    height: box.height,
    rx: 8,
    fill: washColour(palette, depth),
  })}/>`;

/** The title of an open group. Drawn after the links, with a rim that keeps it clear of them. */
export function groupTitle(palette: Palette, { title, depth }: GroupBox, box: Box): string {
  const x = box.x - box.width / 2 + 16;
  const y = box.y - box.height / 2 + groupPadding.top * 0.6;
  const set: LineSet = {
    size: 13,
    weight: 600,
    family: palette.fontText,
    fill: palette.inkSoft,
    isSmallCaps: true,
  };
  const rim = attributes({
    stroke: washColour(palette, depth),
    'stroke-width': 6,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
  return `<g${rim}>${textLine(title, x, y, set)}</g>`;
}
