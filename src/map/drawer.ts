/** Turns an argument into a placed drawing: measures, asks the layout engine, and reads its answer. */
import type { Argument } from '../model/argument.ts';
import { drawElements, type Drawing, type Elements } from './elements.ts';
import { LayoutEngine } from './elk.ts';
import { fromElk, toElk, type Direction, type MapLayout } from './layout.ts';
import { forgetWidths } from './measure.ts';

/** A drawing with its places. */
export interface Placed {
  readonly elements: Elements;
  readonly layout: MapLayout;
}

/** Owns the layout engine. The newest wish wins. */
export class MapDrawer {
  readonly #engine = new LayoutEngine();
  #fontsReady: Promise<void> | null = null;
  #wish = 0;

  /** Places an argument; null where a newer wish overtook it. Rejects with `Fault('map/layout')`. */
  async place(argument: Argument, drawing: Drawing, direction: Direction): Promise<Placed | null> {
    this.#wish += 1;
    const wish = this.#wish;
    // The engine starts while the fonts come.
    this.#engine.warm();
    await (this.#fontsReady ??= loadFonts(Object.values(drawing.fonts)));
    if (wish !== this.#wish) return null;
    const placed = await this.#layOut(argument, drawing, direction).catch((fault: unknown) => {
      // Links across the borders of groups are what ELK fails on, if on anything: better a map without boxes.
      if (drawing.boxes.size === 0 || wish !== this.#wish) throw fault;
      return this.#layOut(argument, { ...drawing, boxes: new Set() }, direction);
    });
    return wish === this.#wish ? placed : null;
  }

  async #layOut(argument: Argument, drawing: Drawing, direction: Direction): Promise<Placed | null> {
    const elements = drawElements(argument, drawing);
    const result = await this.#engine.layOut(toElk(elements, direction));
    return result && { elements, layout: fromElk(result, elements) };
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

/** Words are measured in the fonts they are drawn in, so these come first; one that fails leaves its fallback. */
async function loadFonts(fonts: readonly string[]): Promise<void> {
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font)));
  forgetWidths();
}
