/** The words of a card or folded group, at three distances: all of it, its first words, a patch of its role's hue. */
import { cardLabel, cardMetrics, cardOutline, cardText, mapFonts, roleLooks, signSize, tickStart } from './card.ts';
import type { Card, FoldedGroup } from './elements.ts';
import type { Pen } from './ink-pen.ts';
import { clipText, isRightToLeft, textWidth, wrapText } from './measure.ts';
import type { Palette } from './palette.ts';

/** How far away the map is: `near` all words can be read, `mid` only large ones, `far` none on a card. */
export type Distance = 'near' | 'mid' | 'far';

/** Below this size on screen (px) a wording is set larger and cut short, so that it still says something. */
const readable = 7.5;
/** The size on screen (px) that it is set in then. */
const shortSize = 8.5;
const farZoom = 0.22;

/** The distance at a zoom. */
export function distanceAt(zoom: number): Distance {
  if (cardMetrics.text * zoom >= readable) return 'near';
  return zoom < farZoom ? 'far' : 'mid';
}

/** Writes a card; the pen stands at its top left corner. */
export function inkCard(pen: Pen, palette: Palette, card: Card, zoom: number): void {
  const distance = distanceAt(zoom);
  if (distance === 'far') patch(pen, palette, card);
  else {
    trim(pen, palette, card);
    if (distance === 'near') words(pen, palette, card);
    else shortWords(pen, palette, card, zoom);
  }
}

function words(pen: Pen, palette: Palette, card: Card): void {
  const fonts = mapFonts(palette.fontText, palette.fontUi);
  const at = cardText(card.role);
  const hue = palette.roles[card.role];
  const right = card.width - cardMetrics.padX;
  pen.sign(card.role, hue, at.x, at.header - signSize.side);
  pen.write(cardLabel(card.role, card.isOwn), fonts.label, hue, at.x + signSize.room, at.header, { spacing: 0.8 });
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
    context.stroke(new Path2D(cardOutline(card.role, card.width, card.height, 4)));
  }
  context.fillStyle = hue;
  if (look.strip > 0) context.fillRect(0, 0, look.strip, card.height);
  const start = tickStart(card.role);
  for (let index = 0; index < Math.min(card.noteCount, 24); index += 1) {
    context.fillRect(start + index * 5, card.height - cardMetrics.tick - 1, 1.5, cardMetrics.tick);
  }
}

/** A wording from some way off: larger than its place, cut to the lines that fit. */
function shortWords(pen: Pen, palette: Palette, card: Card, zoom: number): void {
  const size = Math.ceil(shortSize / zoom / 2) * 2;
  const line = size * 1.15;
  const [padX, padY] = [8, 4];
  const room = Math.max(1, Math.floor((card.height - padY * 2) / line));
  const x = padX + roleLooks[card.role].strip;
  const max = card.width - x - padX;
  const font = `400 ${size}px ${palette.fontText}`;
  const width = textWidth(font);
  const lines = wrapText(card.wording, max, width);
  const shown = lines.slice(0, room);
  if (lines.length > room) shown[room - 1] = clipText(`${shown[room - 1]} ${lines[room]}`, max, width);
  const top = (card.height - shown.length * line) / 2 + size * 0.88;
  const isBackward = isRightToLeft(card.wording);
  shown.forEach((text, index) => {
    pen.write(text, font, palette.ink, isBackward ? card.width - padX : x, top + index * line, { isBackward });
  });
}

/** From far away a card is its role's hue; one that no note carries stays open. */
function patch({ context }: Pen, palette: Palette, card: Card): void {
  if (card.noteCount === 0) return;
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.4;
  context.fillStyle = palette.roles[card.role];
  context.fill(new Path2D(cardOutline(card.role, card.width, card.height)));
  context.globalAlpha = alpha;
}

/** Writes a folded group; the pen stands at its top left corner. */
export function inkFolded(pen: Pen, palette: Palette, folded: FoldedGroup): void {
  const fonts = mapFonts(palette.fontText, palette.fontUi);
  folded.lines.forEach((line, index) => {
    pen.write(line, fonts.title, palette.ink, 20, 28 + index * 19, { isSmallCaps: true });
  });
  const count = `▸ ${folded.count} ${folded.count === 1 ? 'claim' : 'claims'}`;
  pen.write(count, fonts.label, palette.inkSoft, 20, folded.height - 14);
}
