/** Writes the words of the map on a canvas above Cytoscape's: crisp at every zoom, in the page's own fonts. */
import { distanceAt } from './distance.ts';
import type { Card, Elements, FoldedGroup } from './elements.ts';
import { inkCard, inkFolded } from './ink-card.ts';
import { inkLabel } from './ink-label.ts';
import { Pen } from './ink-pen.ts';
import { inkStanding } from './ink-standing.ts';
import type { Box, MapLayout } from './layout.ts';
import type { NodeLabel } from './node-labels.ts';
import { titlesAt, type Title } from './map-titles.ts';
import { washColour, type Palette } from './palette.ts';
import { shortWords, type ShortWords } from './short-words.ts';

/** What is to be written. */
export interface Inked {
  readonly elements: Elements;
  readonly layout: MapLayout;
  readonly palette: Palette;
  /** Ids of what is named before all else from far off: what is focused, what was found. */
  readonly important: ReadonlySet<string>;
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

const isVisible = (box: Box, view: View): boolean =>
  box.x + box.width / 2 > view.x &&
  box.x - box.width / 2 < view.x + view.width &&
  box.y + box.height / 2 > view.y &&
  box.y - box.height / 2 < view.y + view.height;

/** Writes one card or folded group, pale where it stands back or has fallen. */
function inkNode(
  pen: Pen,
  inked: Inked,
  node: Card | FoldedGroup,
  box: Box,
  zoom: number,
  short: ShortWords | null,
): void {
  const { palette, dimmed, fallen, weakened, labels } = inked;
  const { context } = pen;
  const alpha = fallen.has(node.id) ? fallenAlpha : 1;
  context.save();
  context.globalAlpha = dimmed.has(node.id) ? dimAlpha : alpha;
  context.translate(box.x - box.width / 2, box.y - box.height / 2);
  if (node.kind === 'card') inkCard(pen, palette, node, zoom, short);
  else inkFolded(pen, palette, node, zoom, short);
  if (fallen.has(node.id)) inkStanding(pen, palette, node, 'falls', zoom);
  else if (weakened.has(node.id)) inkStanding(pen, palette, node, 'weakened', zoom);
  const label = labels.get(node.id);
  if (label && !dimmed.has(node.id)) inkLabel(pen, palette, label, zoom);
  context.restore();
}

const isTitleVisible = ({ area }: Title, view: View): boolean =>
  area.right > view.x &&
  area.left < view.x + view.width &&
  area.bottom > view.y &&
  area.top < view.y + view.height;

/** Paints all words that show. The context is already set to map px. */
export function paintInk(context: CanvasRenderingContext2D, inked: Inked, view: View): void {
  const { elements, layout, palette } = inked;
  const pen = new Pen(context);
  const titles = titlesOf(inked, view.zoom).filter((title) => isTitleVisible(title, view));
  const isMid = distanceAt(view.zoom) === 'mid';
  for (const node of elements.nodes) {
    const box = layout.nodes.get(node.id);
    if (!box || node.kind === 'joint' || !isVisible(box, view)) continue;
    const short = isMid ? shortWords(node, box, view.zoom, palette.fontText, titles) : null;
    inkNode(pen, inked, node, box, view.zoom, short);
  }
  for (const title of titles) inkTitle(pen, inked, title, view.zoom);
}

interface Known {
  readonly layout: MapLayout;
  readonly zoom: number;
  readonly important: ReadonlySet<string>;
  readonly titles: readonly Title[];
}

const known = new WeakMap<Elements, Known>();

/** The titles at a zoom: worked out once for as long as nobody zooms. */
function titlesOf({ elements, layout, palette, important }: Inked, zoom: number): readonly Title[] {
  const last = known.get(elements);
  if (last?.zoom === zoom && last.layout === layout && last.important === important) return last.titles;
  const titles = titlesAt(elements, layout, zoom, palette.fontText, important);
  known.set(elements, { layout, zoom, important, titles });
  return titles;
}

/** From far off what a title stands on would run through its words: a plate keeps that back. The pen counts in px of the screen. */
function plate({ context }: Pen, { paper }: Palette, { area, lines, line }: Title, zoom: number): void {
  const width = (area.right - area.left) * zoom;
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.82;
  context.fillStyle = paper;
  context.beginPath();
  context.roundRect(-width / 2 - 3, -1, width + 6, lines.length * line + 2, 3);
  context.fill();
  context.globalAlpha = alpha;
}

/** Writes a title in px of the screen, so that few fonts are ever set. */
function inkTitle(pen: Pen, { palette, dimmed }: Inked, title: Title, zoom: number): void {
  const { id, lines, font, line, x, top, isCentred, isBackward, depth } = title;
  const { context } = pen;
  const size = line / 1.2;
  const isStrong = distanceAt(zoom) === 'far';
  const rim = isStrong ? {} : { rim: { width: size * 0.4, colour: washColour(palette, depth) } };
  context.save();
  context.globalAlpha = dimmed.has(id) ? dimAlpha : 1;
  context.translate(x, top);
  context.scale(1 / zoom, 1 / zoom);
  if (isStrong) plate(pen, palette, title, zoom);
  lines.forEach((text, at) => {
    pen.write(text, font, isStrong ? palette.ink : palette.inkSoft, 0, at * line + size * 0.9, {
      isCentred,
      isBackward,
      ...rim,
    });
  });
  context.restore();
}
