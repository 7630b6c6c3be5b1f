/** The words of a card or folded group, at three distances: all of it, its first words, a patch of its role's hue. */
import {
  cardLabel,
  cardMetrics,
  cardOutline,
  cardText,
  mapFonts,
  roleLooks,
  signSize,
  tickStart,
} from './card.ts';
import type { Card, FoldedGroup } from './elements.ts';
import { foldedCount, foldedMetrics, foldedText, pileEdges } from './folded-card.ts';
import { inkTag } from './ink-tag.ts';
import { distanceAt } from './distance.ts';
import type { Pen } from './ink-pen.ts';
import { isRightToLeft } from './measure.ts';
import type { Palette } from './palette.ts';
import type { ShortWords } from './short-words.ts';

const outlines = new Map<string, Path2D>();
/** So many outlines are kept: cards come in few sizes, but nobody knows in how many. */
const mostOutlines = 2000;

/** The outline of a card, made once for each size: many cards are painted in each frame. */
function outlinePath({ role, width, height }: Card, inset = 0): Path2D {
  const key = `${role} ${width} ${height} ${inset}`;
  let path = outlines.get(key);
  if (!path) {
    if (outlines.size >= mostOutlines) outlines.clear();
    outlines.set(key, (path = new Path2D(cardOutline(role, width, height, inset))));
  }
  return path;
}

/** Writes a card; the pen stands at its top left corner. `short` is what it says from some way off. */
export function inkCard(
  pen: Pen,
  palette: Palette,
  card: Card,
  zoom: number,
  short: ShortWords | null,
): void {
  const distance = distanceAt(zoom);
  if (distance === 'far') patch(pen, palette, card, zoom);
  if (card.tag) inkTag(pen, palette, card, distance === 'near');
  if (distance !== 'far') {
    trim(pen, palette, card);
    if (distance === 'near') words(pen, palette, card);
    else inkShort(pen, palette, short);
  }
}

function words(pen: Pen, palette: Palette, card: Card): void {
  const fonts = mapFonts(palette.fontText, palette.fontUi);
  const at = cardText(card.role);
  const hue = palette.roles[card.role];
  const right = card.width - cardMetrics.padX;
  pen.sign(card.role, hue, at.x, at.header - signSize.side);
  pen.write(cardLabel(card.role, card.isOwn), fonts.label, hue, at.x + signSize.room, at.header, {
    spacing: 0.8,
  });
  if (card.notes) pen.write(card.notes, fonts.label, palette.inkSoft, right, at.header, { isEnd: true });
  const isBackward = isRightToLeft(card.wording);
  const x = isBackward ? right : at.x;
  card.lines.forEach((line, index) => {
    pen.write(line, fonts.text, palette.ink, x, at.first + index * cardMetrics.line, { isBackward });
  });
}

/** What is neither box nor word: inner line of a conclusion, strip of a determinant, ticks for the notes. */
function trim({ context }: Pen, palette: Palette, card: Card): void {
  const look = roleLooks[card.role];
  const hue = palette.roles[card.role];
  if (look.isDouble) {
    context.strokeStyle = hue;
    context.lineWidth = 1;
    context.stroke(outlinePath(card, 4));
  }
  context.fillStyle = hue;
  if (look.strip > 0) context.fillRect(0, 0, look.strip, card.height);
  const start = tickStart(card.role);
  for (let index = 0; index < Math.min(card.noteCount, 24); index += 1) {
    context.fillRect(start + index * 5, card.height - cardMetrics.tick - 1, 1.5, cardMetrics.tick);
  }
}

/** Words from some way off; none where there is no room. */
function inkShort(pen: Pen, palette: Palette, short: ShortWords | null): void {
  short?.lines.forEach((text, index) => {
    const y = short.top + index * short.line + short.line * 0.765;
    pen.write(text, short.font, palette.ink, short.x, y, { isBackward: short.isBackward });
  });
}

/** Size (px of the screen) of a role's sign from far away. */
const farSign = 6;

/** From far away a card is its role's hue, with the sign of that; one that no note carries stays open. */
function patch(pen: Pen, palette: Palette, card: Card, zoom: number): void {
  const { context } = pen;
  const hue = palette.roles[card.role];
  if (card.noteCount > 0) {
    const alpha = context.globalAlpha;
    context.globalAlpha = alpha * 0.4;
    context.fillStyle = hue;
    context.fill(outlinePath(card));
    context.globalAlpha = alpha;
  }
  // As large on the screen as it can be told by, where the card is.
  if (card.height * zoom >= farSign + 3) pen.sign(card.role, hue, 2 / zoom, 2 / zoom, farSign / zoom);
}

/** Writes a folded group; the pen stands at its top left corner. `short` is what it says from some way off. */
export function inkFolded(
  pen: Pen,
  palette: Palette,
  folded: FoldedGroup,
  zoom: number,
  short: ShortWords | null,
): void {
  const { context } = pen;
  const { padX, titleLine, line } = foldedMetrics;
  if (distanceAt(zoom) !== 'near') {
    inkShort(pen, palette, short);
    return;
  }
  context.strokeStyle = palette.inkSoft;
  context.lineWidth = 1;
  for (const y of pileEdges(folded.height)) {
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(folded.width, y);
    context.stroke();
  }
  const fonts = mapFonts(palette.fontText, palette.fontUi);
  const at = foldedText(folded.title.length, folded.height);
  folded.title.forEach((text, index) => {
    pen.write(text, fonts.title, palette.inkSoft, padX, at.title + index * titleLine);
  });
  const isBackward = isRightToLeft(folded.head.join(' '));
  const start = isBackward ? folded.width - padX : padX;
  folded.head.forEach((text, index) => {
    pen.write(text, fonts.text, palette.ink, start, at.head + index * line, { isBackward });
  });
  pen.write(foldedCount(folded.count), fonts.label, palette.inkSoft, padX, at.count);
}
