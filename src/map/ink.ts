/** Writes the words of the map on a canvas above Cytoscape's: crisp at every zoom, in the page's own fonts. */
import { titleFont } from './card.ts';
import type { Card, Elements, FoldedGroup, GroupBox } from './elements.ts';
import { distanceAt, inkCard, inkFolded } from './ink-card.ts';
import { inkLabel } from './ink-label.ts';
import { Pen } from './ink-pen.ts';
import { inkStanding } from './ink-standing.ts';
import type { Box, MapLayout } from './layout.ts';
import type { NodeLabel } from './node-labels.ts';
import { clipText, textWidth, widestPiece, wrapText } from './measure.ts';
import { washColour, type Palette } from './palette.ts';

/** What is to be written. */
export interface Inked {
  readonly elements: Elements;
  readonly layout: MapLayout;
  readonly palette: Palette;
  /** Ids of what stands back. */
  readonly dimmed: ReadonlySet<string>;
  /** Ids of what falls, or is weaker, while a source is taken away. */
  readonly fallen: ReadonlySet<string>;
  readonly weakened: ReadonlySet<string>;
  /** What claims and groups are labelled while claims are weighed. */
  readonly labels: ReadonlyMap<string, NodeLabel>;
}

/** The part of the map that shows, in map px, and how large. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const dimAlpha = 0.16;
const fallenAlpha = 0.6;
/** Sizes (px) of a group's title: on paper, on the screen at least (the first that fits), and its utmost growth. */
const titleSize = { paper: 13, screen: [11, 10, 9], growth: 5 };

const isVisible = (box: Box, view: View): boolean =>
  box.x + box.width / 2 > view.x &&
  box.x - box.width / 2 < view.x + view.width &&
  box.y + box.height / 2 > view.y &&
  box.y - box.height / 2 < view.y + view.height;

/** Writes one card or folded group, pale where it stands back or has fallen. */
function inkNode(pen: Pen, inked: Inked, node: Card | FoldedGroup, box: Box, zoom: number): void {
  const { palette, dimmed, fallen, weakened, labels } = inked;
  const { context } = pen;
  const alpha = fallen.has(node.id) ? fallenAlpha : 1;
  context.save();
  context.globalAlpha = dimmed.has(node.id) ? dimAlpha : alpha;
  context.translate(box.x - box.width / 2, box.y - box.height / 2);
  if (node.kind === 'card') inkCard(pen, palette, node, zoom);
  else inkFolded(pen, palette, node, zoom);
  if (fallen.has(node.id)) inkStanding(pen, palette, node, 'falls', zoom);
  else if (weakened.has(node.id)) inkStanding(pen, palette, node, 'weakened', zoom);
  const label = labels.get(node.id);
  if (label && !dimmed.has(node.id)) inkLabel(pen, palette, label, zoom);
  context.restore();
}

/** Paints all words that show. The context is already set to map px. */
export function paintInk(context: CanvasRenderingContext2D, inked: Inked, view: View): void {
  const { elements, layout, palette } = inked;
  const pen = new Pen(context);
  for (const node of elements.nodes) {
    const box = layout.nodes.get(node.id);
    if (box && node.kind !== 'joint' && isVisible(box, view)) inkNode(pen, inked, node, box, view.zoom);
  }
  const outer = new Set(elements.groups.map((group) => group.parent));
  for (const group of elements.groups) {
    const box = layout.groups.get(group.id);
    if (!box || !isVisible(box, view)) continue;
    if (distanceAt(view.zoom) === 'far' && !outer.has(group.id))
      inkFarTitle(pen, palette, group, box, view.zoom);
    else inkTitle(pen, palette, group, box, view.zoom);
  }
}

/** The title stands at the top of the group, in small capitals; zoomed out it grows until it can be read. */
function inkTitle(pen: Pen, palette: Palette, { title, depth }: GroupBox, box: Box, zoom: number): void {
  const { paper, screen, growth } = titleSize;
  const text = `− ${title}`;
  const max = box.width - 24;
  const sizes = screen.map((least) => Math.min(paper * growth, Math.max(paper, least / zoom)));
  const fits = (size: number): boolean => textWidth(titleFont(size, palette.fontText))(text) <= max;
  const size = sizes.find(fits) ?? Math.min(...sizes);
  const font = titleFont(size, palette.fontText);
  const rim = { width: size * 0.5, colour: washColour(palette, depth) };
  const [x, y] = [box.x - box.width / 2 + 14, box.y - box.height / 2 + 8 + size * 0.9];
  pen.write(clipText(text, max, textWidth(font)), font, palette.inkSoft, x, y, { rim });
}

/** Sizes on screen (px) for the title of a far group: the first that keeps it within its box. */
const farSizes = [12.5, 11, 9.5];

/** From far away the title stands over the middle of its group: it is all that can be read of it. */
function inkFarTitle(pen: Pen, palette: Palette, { title, depth }: GroupBox, box: Box, zoom: number): void {
  for (const screen of farSizes) {
    const size = screen / zoom;
    const font = titleFont(size, palette.fontText);
    const width = textWidth(font);
    const lines = wrapText(title, box.width, width);
    const isBroken = widestPiece(title, width) > box.width;
    const isLast = screen === farSizes.at(-1);
    if ((isBroken || lines.length * size > box.height) && !isLast) continue;
    const rim = { width: size * 0.45, colour: washColour(palette, depth) };
    const shown = isBroken ? [clipText(title, box.width * 1.2, width)] : lines;
    const top = box.y - ((shown.length - 1) * size * 1.15) / 2 + size * 0.35;
    shown.forEach((line, at) => {
      pen.write(line, font, palette.ink, box.x, top + at * size * 1.15, { isCentred: true, rim });
    });
    return;
  }
}
