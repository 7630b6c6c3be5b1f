/** Writes the label of a claim or folded group on the canvas; far off its sign alone, as large as can be seen. */
import { labelPaths } from '../desk/label-sign.ts';
import { distanceAt } from './distance.ts';
import type { Pen } from './ink-pen.ts';
import { labelFont, labelLook, labelMetrics, labelPlaces, type LabelLook } from './label-look.ts';
import type { NodeLabel } from './node-labels.ts';
import type { Palette } from './palette.ts';

/** Radius of a sign that stands alone: on the map, and on the screen at least. */
const radius = { map: 9, screen: 5 };

function body({ context }: Pen, { fill, stroke, line, dashes }: LabelLook, scale: number): void {
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = line * scale;
  context.strokeStyle = stroke;
  context.setLineDash(dashes.map((dash) => dash * scale));
  context.stroke();
  context.setLineDash([]);
}

/** A sign with its top left corner at a point. */
function sign({ context }: Pen, path: string, colour: string, x: number, y: number, side: number): void {
  context.save();
  context.translate(x, y);
  context.scale(side / 10, side / 10);
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.lineCap = 'round';
  context.stroke(new Path2D(path));
  context.restore();
}

function pill(pen: Pen, palette: Palette, label: NodeLabel): void {
  const { height, x, pad, sign: side } = labelMetrics;
  const look = labelLook(palette, label);
  const { text, width } = labelPlaces(label, palette.fontUi);
  pen.context.beginPath();
  pen.context.roundRect(x, -height / 2, width, height, height / 2);
  body(pen, look, 1);
  if (label.label) sign(pen, labelPaths[label.label], look.ink, x + pad, -side / 2, side);
  pen.write(label.words, labelFont(palette.fontUi), look.ink, x + text, 4);
}

/** Marks a node; the pen stands at its top left corner. */
export function inkLabel(pen: Pen, palette: Palette, label: NodeLabel, zoom: number): void {
  const { context } = pen;
  context.globalAlpha = 1;
  if (distanceAt(zoom) === 'near') return pill(pen, palette, label);
  if (!label.label) return;
  const r = Math.max(radius.map, radius.screen / zoom);
  const look = labelLook(palette, label);
  context.beginPath();
  context.arc(r * 0.8, 0, r, 0, Math.PI * 2);
  body(pen, look, r / radius.map);
  sign(pen, labelPaths[label.label], look.ink, r * 0.2, -r * 0.6, r * 1.2);
}
