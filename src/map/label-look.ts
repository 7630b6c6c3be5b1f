/** The geometry of a label on the map: a pill on the upper edge of a card, a sign and a word in it. */
import { textWidth } from './measure.ts';
import type { NodeLabel } from './node-labels.ts';
import type { Palette } from './palette.ts';

/** Sizes in px of the unzoomed map. `sign` is the side of the square that a sign is drawn in. */
export const labelMetrics = { height: 17, x: 10, pad: 7, sign: 9, gap: 4, text: 11 } as const;

/** How a label is drawn: filled where it is rejected, open where it is accepted, with a broken rim where it is undecided. */
export interface LabelLook {
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
  readonly line: number;
  readonly dashes: readonly number[];
}

/** The look of a label in a palette; one that has changed has a strong rim. */
export function labelLook(palette: Palette, { label, isNew }: NodeLabel): LabelLook {
  const line = isNew ? 2.25 : 1;
  const stroke = isNew ? palette.accent : palette.inkSoft;
  const plain = { fill: palette.paper, stroke, ink: palette.ink, line, dashes: [] };
  if (label === 'rejected')
    return { ...plain, fill: palette.attack, stroke: isNew ? stroke : palette.attack, ink: palette.paper };
  return label === 'undecided' ? { ...plain, dashes: [3, 2] } : plain;
}

/** The font of a label's word. */
export const labelFont = (fontUi: string): string => `600 ${labelMetrics.text}px ${fontUi}`;

/** Where sign and word stand in a pill, from its left edge; and how wide it is. */
export function labelPlaces({ label, words }: NodeLabel, fontUi: string): { text: number; width: number } {
  const { pad, sign, gap } = labelMetrics;
  const text = pad + (label ? sign + gap : 0);
  return { text, width: text + textWidth(labelFont(fontUi))(words) + pad };
}
