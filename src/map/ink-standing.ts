/** The signs on a card that falls or is weaker while a source is taken away: a cross or a minus, words struck through. */
import type { Standing } from '../desk/standing.ts';
import { cardMetrics, cardText } from './card.ts';
import type { Card, FoldedGroup } from './elements.ts';
import { distanceAt } from './distance.ts';
import type { Pen } from './ink-pen.ts';
import { textWidth } from './measure.ts';
import type { Palette } from './palette.ts';

/** Radius of the sign: on the map, and on the screen at least. */
const radius = { map: 9, screen: 5 };

function cross(context: CanvasRenderingContext2D, x: number, y: number, arm: number): void {
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}

/** A round sign on the card's upper edge, at its end: a cross where it falls, a minus where it is weaker. */
function sign({ context }: Pen, palette: Palette, width: number, standing: Standing, zoom: number): void {
  const r = Math.max(radius.map, radius.screen / zoom);
  const [x, y] = [width - r * 0.8, 0];
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = standing === 'falls' ? palette.attack : palette.paper;
  context.fill();
  context.lineWidth = r * 0.16;
  context.strokeStyle = standing === 'falls' ? palette.attack : palette.inkSoft;
  context.stroke();
  context.lineWidth = r * 0.22;
  context.strokeStyle = standing === 'falls' ? palette.paper : palette.inkSoft;
  if (standing === 'falls') cross(context, x, y, r * 0.42);
  else {
    context.beginPath();
    context.moveTo(x - r * 0.5, y);
    context.lineTo(x + r * 0.5, y);
    context.stroke();
  }
}

/** Each line of the wording struck through, as far as it goes. */
function strike({ context }: Pen, palette: Palette, card: Card): void {
  const at = cardText(card.role);
  const measure = textWidth(`400 ${cardMetrics.text}px ${palette.fontText}`);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1;
  context.beginPath();
  card.lines.forEach((line, index) => {
    const y = at.first + index * cardMetrics.line - cardMetrics.text * 0.3;
    const length = Math.min(measure(line), card.width - at.x - cardMetrics.padX / 2);
    const end = card.width - cardMetrics.padX;
    const isBackward = /^[\p{P}\p{S}\s]*[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(card.wording);
    const x = isBackward ? end - length : at.x;
    context.moveTo(x, y);
    context.lineTo(x + length, y);
  });
  context.stroke();
}

/** Marks a card or folded group; the pen stands at its top left corner. */
export function inkStanding(
  pen: Pen,
  palette: Palette,
  node: Card | FoldedGroup,
  standing: Standing,
  zoom: number,
): void {
  if (standing === 'falls' && node.kind === 'card' && distanceAt(zoom) === 'near') strike(pen, palette, node);
  sign(pen, palette, node.width, standing, zoom);
}
