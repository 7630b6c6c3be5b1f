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
  titleFont,
} from './card.ts';
import type { Card, FoldedGroup } from './elements.ts';
import { foldedCount, foldedMetrics, foldedText, pileEdges } from './folded-card.ts';
import { tagMetrics } from './group-tag.ts';
import { inkTag } from './ink-tag.ts';
import type { Pen } from './ink-pen.ts';
import { clipText, isRightToLeft, textWidth, widestPiece, wrapText } from './measure.ts';
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
  if (card.tag) inkTag(pen, palette, card, distance === 'near');
  if (distance !== 'far') {
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
    context.stroke(new Path2D(cardOutline(card.role, card.width, card.height, 4)));
  }
  context.fillStyle = hue;
  if (look.strip > 0) context.fillRect(0, 0, look.strip, card.height);
  const start = tickStart(card.role);
  for (let index = 0; index < Math.min(card.noteCount, 24); index += 1) {
    context.fillRect(start + index * 5, card.height - cardMetrics.tick - 1, 1.5, cardMetrics.tick);
  }
}

/** Words from some way off: larger than their place, cut to the lines that fit; a long word makes all smaller. */
function shortLines(
  text: string,
  box: { width: number; height: number },
  wanted: number,
  fontOf: (size: number) => string,
) {
  const longest = widestPiece(text, textWidth(fontOf(wanted)));
  const size = wanted * Math.max(0.7, Math.min(1, box.width / (longest || 1)));
  const line = size * 1.15;
  const width = textWidth(fontOf(size));
  const lines = wrapText(text, box.width, width);
  const shown = lines.slice(0, Math.max(1, Math.floor(box.height / line)));
  const next = lines[shown.length];
  const last = shown.at(-1) ?? '';
  // A line that was broken after a dash goes on without a space.
  const gap = /[–—/-]$/u.test(last) ? '' : ' ';
  if (next !== undefined) shown[shown.length - 1] = clipText(`${last}${gap}${next}`, box.width, width);
  return { shown, font: fontOf(size), line, top: (box.height - shown.length * line) / 2 + size * 0.88 };
}

/** A size on screen as a size on the map, in steps, so that few are measured. */
const sizeFor = (screen: number, zoom: number): number => Math.ceil(screen / zoom / 2) * 2;

function shortWords(pen: Pen, palette: Palette, card: Card, zoom: number): void {
  const [padX, padY] = [8, 4];
  const x = padX + roleLooks[card.role].strip;
  const box = {
    width: card.width - x - padX,
    height: card.height - padY * 2 - (card.tag ? tagMetrics.height : 0),
  };
  const fontOf = (size: number): string => `400 ${size}px ${palette.fontText}`;
  const { shown, font, line, top } = shortLines(card.wording, box, sizeFor(shortSize, zoom), fontOf);
  const isBackward = isRightToLeft(card.wording);
  shown.forEach((text, index) => {
    const start = isBackward ? card.width - padX : x;
    pen.write(text, font, palette.ink, start, padY + top + index * line, { isBackward });
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
export function inkFolded(pen: Pen, palette: Palette, folded: FoldedGroup, zoom: number): void {
  const { context } = pen;
  const { padX, titleLine, line } = foldedMetrics;
  if (distanceAt(zoom) !== 'near') {
    shortTitle(pen, palette, folded, zoom);
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

/** A folded group from some way off: its title, as large as it can be. */
function shortTitle(pen: Pen, palette: Palette, folded: FoldedGroup, zoom: number): void {
  const [padX, padY] = [10, 6];
  const box = { width: folded.width - padX * 2, height: folded.height - padY * 2 };
  const size = Math.min(44, sizeFor(shortSize + 1, zoom));
  const fontOf = (at: number): string => titleFont(at, palette.fontText);
  const { shown, font, line, top } = shortLines(folded.title.join(' '), box, size, fontOf);
  shown.forEach((text, index) => pen.write(text, font, palette.ink, padX, padY + top + index * line));
}
