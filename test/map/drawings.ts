/** Drawings for tests: the same measures as on the page, without a page. */
import type { Argument } from '../../src/model/argument.ts';
import { mapFonts } from '../../src/map/card.ts';
import { drawElements, type Drawing, type Elements } from '../../src/map/elements.ts';
import { LayoutEngine } from '../../src/map/elk.ts';
import { fromElk, toElk, type Direction, type MapLayout } from '../../src/map/layout.ts';
import { lightPalette } from '../../src/map/palette.ts';

/** How tests draw: nothing folded, groups as boxes, note ids `fn53` printed `53`. */
export const drawing = (argument: Argument, part: Partial<Drawing> = {}): Drawing => ({
  folded: new Set(),
  boxes: new Set(argument.groups.keys()),
  fonts: mapFonts(lightPalette.fontText, lightPalette.fontUi),
  noteLabel: (note) => note.replace('fn', ''),
  isOwn: () => false,
  ...part,
});

/** Draws and places an argument with the real engine. */
export async function place(
  argument: Argument,
  direction: Direction = 'up',
  part: Partial<Drawing> = {},
): Promise<{ elements: Elements; layout: MapLayout }> {
  const engine = new LayoutEngine();
  try {
    const elements = drawElements(argument, drawing(argument, part));
    const result = await engine.layOut(toElk(elements, direction));
    if (!result) throw new RangeError('The layout was overtaken.');
    return { elements, layout: fromElk(result, elements) };
  } finally {
    engine.dispose();
  }
}
