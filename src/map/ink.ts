/** Writes the words of the map on a canvas above Cytoscape's: crisp at every zoom, in the page's own fonts. */
import { cardMetrics, cardOutline, cardText, mapFonts, roleLooks } from './card.ts';
import type { Card, DrawnNode, Elements, FoldedGroup } from './elements.ts';
import type { Box, MapLayout } from './layout.ts';
import { clipText, textWidth, wrapText } from './measure.ts';
import type { Palette } from './palette.ts';

/** What is to be written. `dimmed` tells what stands back. */
export interface Inked {
  readonly elements: Elements;
  readonly layout: MapLayout;
  readonly palette: Palette;
  dimmed(id: string): boolean;
}

/** The part of the map that shows, in map px, and how large. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Below this size on screen (px) a wording is set larger and cut short, so that it still says something. */
const readable = 7.5;
const overview = 8.5;
const dimAlpha = 0.16;

const visible = (box: Box, view: View): boolean =>
  box.x + box.width / 2 > view.x &&
  box.x - box.width / 2 < view.x + view.width &&
  box.y + box.height / 2 > view.y &&
  box.y - box.height / 2 < view.y + view.height;

/** Paints all words that show. The context is already set to map px. */
export function paintInk(context: CanvasRenderingContext2D, inked: Inked, view: View): void {
  const painter = new InkPainter(context, inked.palette, view);
  for (const group of inked.elements.groups) {
    const box = inked.layout.groups.get(group.id);
    if (!box || !visible(box, view)) continue;
    context.globalAlpha = inked.dimmed(group.id) ? dimAlpha : 1;
    painter.group(group.title, box);
  }
  for (const node of inked.elements.nodes) {
    const box = inked.layout.nodes.get(node.id);
    if (!box || !visible(box, view)) continue;
    context.globalAlpha = inked.dimmed(node.id) ? dimAlpha : 1;
    painter.node(node, box);
  }
  context.globalAlpha = 1;
}

class InkPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #palette: Palette;
  readonly #view: View;

  constructor(context: CanvasRenderingContext2D, palette: Palette, view: View) {
    this.#context = context;
    this.#palette = palette;
    this.#view = view;
    context.textBaseline = 'alphabetic';
  }

  node(node: DrawnNode, box: Box): void {
    if (node.kind === 'joint') return;
    const left = box.x - box.width / 2;
    const top = box.y - box.height / 2;
    const context = this.#context;
    context.save();
    context.translate(left, top);
    if (node.kind === 'card') this.#card(node);
    else this.#folded(node);
    context.restore();
  }

  /** The title stands at the top of the group, in small capitals; zoomed out it grows until it can be read. */
  group(title: string, box: Box): void {
    const { zoom } = this.#view;
    const size = Math.min(13 * 4, Math.max(13, 11 / zoom));
    const font = `600 ${size}px ${this.#palette.fontText}`;
    const text = clipText(`▾ ${title}`, box.width - 28, textWidth(font));
    this.#write(text, font, this.#palette.inkSoft, box.x - box.width / 2 + 16, box.y - box.height / 2 + 12 + size * 0.9, {
      caps: true,
    });
  }

  #card(card: Card): void {
    const { palette } = { palette: this.#palette };
    const look = roleLooks[card.role];
    this.#trim(card);
    if (cardMetrics.text * this.#view.zoom < readable) {
      this.#short(card);
      return;
    }
    const fonts = mapFonts(palette.fontText, palette.fontUi);
    const at = cardText(card.role);
    const hue = palette.roles[card.role];
    this.#write(look.label.toUpperCase(), fonts.label, hue, at.x, at.header, { spacing: 0.8 });
    if (card.notes) {
      this.#write(card.notes, fonts.label, palette.inkSoft, card.width - cardMetrics.padX, at.header, { end: true });
    }
    card.lines.forEach((line, index) => {
      this.#write(line, fonts.text, palette.ink, at.x, at.first + index * cardMetrics.line);
    });
  }

  /** What is neither box nor word: inner line of a conclusion, strip of a determinant, ticks for the notes. */
  #trim(card: Card): void {
    const context = this.#context;
    const look = roleLooks[card.role];
    const hue = this.#palette.roles[card.role];
    if (look.isDouble) {
      context.strokeStyle = hue;
      context.lineWidth = 1;
      context.stroke(new Path2D(cardOutline(card.role, card.width, card.height, 4)));
    }
    context.fillStyle = hue;
    if (look.strip > 0) context.fillRect(0, 0, look.strip, card.height);
    const { tick } = cardMetrics;
    const start = cardText(card.role).x;
    for (let index = 0; index < Math.min(card.noteCount, 24); index += 1) {
      context.fillRect(start + index * 5, card.height - tick - 1, 1.5, tick);
    }
  }

  /** A wording from far away: larger than its place, cut to the lines that fit. */
  #short(card: Card): void {
    const size = Math.ceil(overview / this.#view.zoom / 2) * 2;
    const line = size * 1.15;
    const [padX, padY] = [8, 4];
    const room = Math.floor((card.height - padY * 2) / line);
    const x = padX + roleLooks[card.role].strip;
    const max = card.width - x - padX;
    if (room < 1 || size * 3 > max) return;
    const font = `400 ${size}px ${this.#palette.fontText}`;
    const width = textWidth(font);
    const lines = wrapText(card.wording, max, width);
    const shown = lines.slice(0, room);
    if (lines.length > room) shown[room - 1] = clipText(`${shown[room - 1]}…`, max, width);
    const top = (card.height - shown.length * line) / 2 + size * 0.88;
    shown.forEach((text, index) => this.#write(text, font, this.#palette.ink, x, top + index * line));
  }

  #folded(folded: FoldedGroup): void {
    const palette = this.#palette;
    const fonts = mapFonts(palette.fontText, palette.fontUi);
    folded.lines.forEach((line, index) => {
      this.#write(line, fonts.title, palette.ink, 20, 28 + index * 19, { caps: true });
    });
    const count = `▸ ${folded.count} ${folded.count === 1 ? 'claim' : 'claims'}`;
    this.#write(count, fonts.label, palette.inkSoft, 20, folded.height - 14);
  }

  #write(
    text: string,
    font: string,
    colour: string,
    x: number,
    y: number,
    set: { end?: boolean; spacing?: number; caps?: boolean } = {},
  ): void {
    const context = this.#context;
    context.font = font;
    context.fillStyle = colour;
    context.textAlign = set.end ? 'right' : 'left';
    context.letterSpacing = `${set.spacing ?? 0}px`;
    context.fontVariantCaps = set.caps ? 'small-caps' : 'normal';
    context.fillText(text, x, y);
  }
}
