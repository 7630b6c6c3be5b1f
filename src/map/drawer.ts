/** Turns an argument into a placed drawing: measures, looks for a layout that was kept, mends it or asks the engine. */
import type { Argument } from '../model/argument.ts';
import { adaptLayout, type Pins } from './adapt.ts';
import { drawElements, type Drawing, type Elements } from './elements.ts';
import { LayoutEngine } from './elk.ts';
import { KeptLayouts, sceneOf, stateOf } from './kept-layouts.ts';
import { fromElk, toElk, type Direction, type MapLayout } from './layout.ts';
import type { KeptLayout } from './layout-json.ts';
import { forgetWidths } from './measure.ts';
import { mendedLayout } from './mended-layout.ts';
import { pinnedAt, pinnedStrays, towardsPins } from './pinned.ts';

/** A drawing with its places. */
export interface Placed {
  readonly elements: Elements;
  readonly layout: MapLayout;
}

/** What is to be placed. */
interface Wish {
  readonly argument: Argument;
  readonly drawing: Drawing;
  readonly direction: Direction;
  readonly pins: Pins;
}

/** Owns the layout engine. The newest wish wins. */
export class MapDrawer {
  /** What was drawn before, here or by another drawer that it is shared with. */
  readonly kept: KeptLayouts;
  readonly #engine = new LayoutEngine();
  #fontsReady: Promise<void> | null = null;
  #wish = 0;

  constructor(kept = new KeptLayouts()) {
    this.kept = kept;
  }

  /** Places an argument; null where a newer wish overtook it. Rejects with `Fault('map/layout')`. */
  async place(argument: Argument, drawing: Drawing, direction: Direction): Promise<Placed | null> {
    this.#wish += 1;
    const wish = this.#wish;
    await Promise.all([
      (this.#fontsReady ??= loadFonts(Object.values(drawing.fonts))),
      this.#ready(sceneOf(drawing, direction)),
    ]);
    if (wish !== this.#wish) return null;
    const placed = await this.#place({ argument, drawing, direction, pins: pinnedAt(argument) });
    return wish === this.#wish ? placed : null;
  }

  /** Forgets where everything stood: the next drawing is laid out anew. */
  forget(drawing: Drawing, direction: Direction): void {
    this.kept.forget(sceneOf(drawing, direction));
  }

  /** Looks what was kept; where that is nothing, the engine starts while the fonts come. */
  async #ready(scene: string): Promise<void> {
    await this.kept.ready();
    if (!this.kept.latest(scene)) this.#engine.warm();
  }

  async #place(wish: Wish): Promise<Placed | null> {
    const { argument, drawing, direction, pins } = wish;
    const scene = sceneOf(drawing, direction);
    const plain = drawElements(argument, { ...drawing, strays: nothing });
    const state = stateOf(plain, pins);
    const same = this.kept.exactly(scene, state);
    if (same) return placedAs(wish, same, plain);
    const last = this.kept.latest(scene);
    const kept = (last && adapted(wish, last)) ?? (await this.#layOut(wish, plain));
    if (!kept) return null;
    this.kept.keep(scene, state, kept);
    return placedAs(wish, kept, plain);
  }

  /** Asks the engine. Links across the borders of groups are what it fails on, if on anything: better no boxes. */
  async #layOut(wish: Wish, elements: Elements): Promise<KeptLayout | null> {
    const turn = this.#wish;
    try {
      return await this.#anew(wish, elements);
    } catch (fault) {
      const { argument, drawing } = wish;
      if (drawing.boxes.size === 0 || turn !== this.#wish) throw fault;
      const strays = new Set(argument.claims.keys());
      return await this.#anew(wish, drawElements(argument, { ...drawing, boxes: new Set(), strays }), strays);
    }
  }

  async #anew(wish: Wish, elements: Elements, strays = nothing): Promise<KeptLayout | null> {
    const result = await this.#engine.layOut(toElk(elements, wish.direction));
    if (!result) return null;
    const layout = mendedLayout(elements, fromElk(result, elements), wish.direction);
    const fresh = { layout, strays };
    if (wish.pins.size === 0) return fresh;
    const shifted = { layout: towardsPins(fresh.layout, wish.pins), strays };
    return adapted(wish, shifted) ?? shifted;
  }

  /** Gives up the drawing under way. */
  cancel(): void {
    this.#wish += 1;
    this.#engine.cancel();
  }

  dispose(): void {
    this.#wish += 1;
    this.#engine.dispose();
  }
}

const nothing: ReadonlySet<string> = new Set();

/** `plain` is what is drawn where no claim stands outside its group's box: it is not measured twice. */
const placedAs = ({ argument, drawing }: Wish, { layout, strays }: KeptLayout, plain: Elements): Placed => ({
  elements: strays.size === 0 ? plain : drawElements(argument, { ...drawing, strays }),
  layout,
});

/** A kept layout, carried over to what is to be drawn now; null where it is to be laid out anew. */
function adapted(wish: Wish, last: KeptLayout): KeptLayout | null {
  const { argument, drawing, direction, pins } = wish;
  const claims = [...last.strays].filter((id) => argument.claims.has(id) && !pins.has(id));
  const strays = new Set([...claims, ...pinnedStrays(argument, drawing, pins, last.layout)]);
  // Each round draws one more card outside its group; there are no more rounds than new cards.
  for (;;) {
    const elements = drawElements(argument, { ...drawing, strays });
    const next = adaptLayout(last.layout, { elements, direction, pins });
    if (!next || 'nodes' in next) return next && { layout: next, strays };
    if (strays.has(next.stray)) return null;
    strays.add(next.stray);
  }
}

/** Words are measured in the fonts they are drawn in, so these come first; one that fails leaves its fallback. */
async function loadFonts(fonts: readonly string[]): Promise<void> {
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font)));
  forgetWidths();
}
