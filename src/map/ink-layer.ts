/** The canvas that the words are written on, above Cytoscape's own. */
import { paintInk, type Inked, type View } from './ink.ts';

/** Owns one canvas element, as sharp as the screen is. */
export class InkLayer {
  readonly #canvas = document.createElement('canvas');
  /** What stands there now, as a list of all it depends on. */
  #written: readonly unknown[] = [];

  constructor() {
    this.#canvas.className = 'map-ink';
  }

  /** Puts the layer above whatever is in `container` now. */
  cover(container: HTMLElement): void {
    container.append(this.#canvas);
  }

  /** Writes all that shows in a view of `width` by `height` px on the screen; what stands there already is left. */
  write(inked: Inked, view: View, width: number, height: number): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const ratio = devicePixelRatio;
    // Cytoscape draws some frames again with the same view, as its textures get finer.
    const wanted: readonly unknown[] = [
      inked.elements,
      inked.layout,
      inked.palette,
      inked.important,
      inked.dimmed,
      inked.fallen,
      inked.weakened,
      inked.labels,
      view.x,
      view.y,
      view.zoom,
      width,
      height,
      ratio,
    ];
    if (wanted.every((value, at) => value === this.#written[at])) return;
    this.#written = wanted;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide) this.#canvas.width = wide;
    if (this.#canvas.height !== high) this.#canvas.height = high;
    const scale = view.zoom * ratio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
    paintInk(context, inked, view);
  }

  remove(): void {
    this.#canvas.remove();
  }
}
