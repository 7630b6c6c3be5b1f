/** Drawings for tests: the same measures as on the page, without a page. */
import type { Argument } from '../../src/model/argument.ts';
import { mapFonts } from '../../src/map/card.ts';
import { drawElements, type Drawing, type Elements } from '../../src/map/elements.ts';
import { LayoutEngine } from '../../src/map/elk.ts';
import { fromElk, toElk, type Direction, type MapLayout } from '../../src/map/layout.ts';
import { mendedLayout } from '../../src/map/mended-layout.ts';
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

// One engine for all: to load it takes longer than most layouts.
const engine = new LayoutEngine();
let turn: Promise<unknown> = Promise.resolve();

/** Draws and places an argument with the real engine, as the map does when nothing was kept. */
export async function place(
  argument: Argument,
  direction: Direction = 'up',
  part: Partial<Drawing> = {},
): Promise<{ elements: Elements; layout: MapLayout }> {
  const elements = drawElements(argument, drawing(argument, part));
  // The newest wish would win: they wait for each other.
  const before = turn;
  const answer = (async () => {
    await before.catch(() => null);
    return engine.layOut(toElk(elements, direction));
  })();
  turn = answer;
  const result = await answer;
  if (!result) throw new RangeError('The layout was overtaken.');
  return { elements, layout: mendedLayout(elements, fromElk(result, elements), direction) };
}
