/** `<map-minimap>`: the whole map in a corner of the canvas, with a frame around what shows; by a press or a drag one goes elsewhere. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AtRest } from './at-rest.ts';
import type { View } from './ink.ts';
import type { MapCanvasElement } from './map-canvas.ts';
import {
  frameOf,
  overviewOf,
  paintOverview,
  pointAt,
  shareWords,
  showsAll,
  type Overview,
} from './overview.ts';
import { isDarkPage, readPalette, watchTheme } from './palette.ts';

/** So large it is at most, in px: in a wide pane and in a narrow one. */
const sizes = { wide: { width: 176, height: 120 }, narrow: { width: 120, height: 88 } } as const;
/** A pane is narrow below this, in px. */
const narrow = 480;

/**
 * Stands beside the `<map-canvas>` of its parent and follows that. Hidden while nothing is out of sight. For the pointer
 * alone: by keyboard one moves the view with Ctrl and the arrows, and its name says what shows.
 */
@customElement('map-minimap')
export class MapMinimap extends LitElement {
  @state() private said = '';
  readonly #rest = new AtRest(() => this.#say());
  #abort: AbortController | null = null;
  #stopTheme: (() => void) | null = null;
  #overview: Overview | null = null;
  #painted: readonly unknown[] = [];
  #isPressed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.hidden = true;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#stopTheme = watchTheme(() => {
      this.#painted = [];
      this.#follow();
    });
    for (const told of ['view-painted', 'map-drawn'])
      this.parentElement?.addEventListener(told, () => this.#follow(), { signal, capture: true });
    void this.updateComplete.then(() => this.#follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.#stopTheme?.();
    this.#rest.stop();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="map-overview"
      role="img"
      aria-label="Overview: ${this.said}"
      @pointerdown=${this.#onPress}
      @pointermove=${this.#onDrag}
      @pointerup=${() => (this.#isPressed = false)}
      @pointercancel=${() => (this.#isPressed = false)}
    >
      <canvas></canvas>
      <div class="map-frame"></div>
    </div>`;
  }

  get #canvas(): MapCanvasElement | null {
    return this.parentElement?.querySelector('map-canvas') ?? null;
  }

  /** Draws the map where it is another one, and puts the frame where the view is. */
  #follow(): void {
    const canvas = this.#canvas;
    const [view, placed] = [canvas?.view(), canvas?.placed];
    this.hidden = !view || !placed || showsAll(placed.layout, view);
    if (this.hidden || !view || !placed) return;
    const most = (canvas?.clientWidth ?? 0) < narrow ? sizes.narrow : sizes.wide;
    const wanted = [placed, most, devicePixelRatio];
    if (wanted.some((value, at) => value !== this.#painted[at])) {
      this.#painted = wanted;
      this.#overview = overviewOf(placed.layout, most);
      this.#paint(this.#overview);
    }
    this.#putFrame(view);
    this.#rest.stir();
  }

  #putFrame(view: View): void {
    const frame = this.querySelector<HTMLElement>('.map-frame');
    if (!frame || !this.#overview) return;
    const { x, y, width, height } = frameOf(this.#overview, view);
    frame.style.transform = `translate(${x}px, ${y}px)`;
    frame.style.width = `${Math.max(4, width)}px`;
    frame.style.height = `${Math.max(4, height)}px`;
  }

  #paint({ width, height }: Overview): void {
    const placed = this.#canvas?.placed;
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!placed || !canvas || !context || !this.#overview) return;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.scale(devicePixelRatio, devicePixelRatio);
    paintOverview(context, this.#overview, placed, readPalette(this, isDarkPage()));
  }

  #say(): void {
    const [view, layout] = [this.#canvas?.view(), this.#canvas?.placed?.layout];
    if (view && layout) this.said = shareWords(layout, view);
  }

  #go({ clientX, clientY }: PointerEvent): void {
    const box = this.querySelector('canvas')?.getBoundingClientRect();
    if (!box || !this.#overview) return;
    const point = pointAt(this.#overview, { x: clientX - box.left, y: clientY - box.top });
    this.#canvas?.canvas?.viewpoint?.centreOn(point);
  }

  readonly #onPress = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#isPressed = true;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#go(event);
  };

  readonly #onDrag = (event: PointerEvent): void => {
    if (this.#isPressed) this.#go(event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'map-minimap': MapMinimap;
  }
}
