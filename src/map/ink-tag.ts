/** Writes the band that says which group a card belongs to. */
import { roleLooks, titleFont } from './card.ts';
import type { Card } from './elements.ts';
import { tagMetrics, tagOutline } from './group-tag.ts';
import type { Pen } from './ink-pen.ts';
import { isRightToLeft } from './measure.ts';
import { tintColour, type Palette } from './palette.ts';

/** Writes a card's band, if it has one; its title only where it `isReadable`. The pen stands at the card's corner. */
export function inkTag(pen: Pen, palette: Palette, card: Card, isReadable: boolean): void {
  const { tag, role, width, height } = card;
  if (!tag) return;
  pen.context.fillStyle = tintColour(palette, tag.tint);
  pen.context.fill(new Path2D(tagOutline(role, width, height, roleLooks[role].border)));
  if (!isReadable) return;
  const isBackward = isRightToLeft(tag.title);
  const x = isBackward ? width - tagMetrics.side : tagMetrics.side;
  const font = titleFont(13, palette.fontText);
  pen.write(tag.title, font, palette.ink, x, height - tagMetrics.baseline, { isBackward });
}
