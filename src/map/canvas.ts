/** The life of the map's canvas: Cytoscape with our places, our words above it, pointer, zoom and light. */
import cytoscape, { type Core } from 'cytoscape';
import type { Focus } from '../desk/desk.ts';
import { canvasJson } from './canvas-json.ts';
import { applyLight } from './canvas-light.ts';
import { CanvasPlaces } from './canvas-places.ts';
import { listenToPointer, type CanvasListener } from './canvas-pointer.ts';
import { canvasStyle, standInForStyles } from './canvas-style.ts';
import type { Placed } from './drawer.ts';
import { openingView, type Opening } from './fitted-view.ts';
import { importantIn, noLight, type Light } from './light.ts';
import { recordsOf } from './canvas-records.ts';
import type { View } from './ink.ts';
import { distanceAt, type Distance } from './distance.ts';
import { InkLayer } from './ink-layer.ts';
import type { Box, MapLayout, Point } from './layout.ts';
import { firstOf, nearest, type Way } from './nearest.ts';
import type { Palette } from './palette.ts';
import { Viewpoint } from './viewpoint.ts';
import { listenToWheel } from './wheel.ts';

/** What becomes of the view when something else is shown. */
export interface ShowOptions {
  /** What stays where it is on the screen. */
  readonly hold: string | null;
  /** Where given, the view is the first one. */
  readonly open: Opening | null;
}

const zoomRange = { minZoom: 0.04, maxZoom: 3 };

/** Owns the Cytoscape instance and the ink above it. `dispose` ends both. */
export class MapCanvas {
  /** Where things are. */
  readonly places: CanvasPlaces;
  readonly #container: HTMLElement;
  readonly #listener: CanvasListener;
  readonly #ink = new InkLayer();
  readonly #resize: ResizeObserver;
  readonly #stopWheel: () => void;
  #cy: Core | null = null;
  #viewpoint: Viewpoint | null = null;
  #shown: Placed | null = null;
  #records: ReadonlyMap<string, Focus> = new Map();
  #palette: Palette;
  #distance: Distance = 'near';
  #dimmed: ReadonlySet<string> = new Set();
  /** What is named first from far off. */
  #important: ReadonlySet<string> = new Set();
  #light: Light = noLight;
  /** Whether any element bears a class of light: where none does, there is nothing to take back. */
  #isLit = false;

  constructor(container: HTMLElement, palette: Palette, listener: CanvasListener) {
    this.#container = container;
    this.#palette = palette;
    this.#listener = listener;
    this.places = new CanvasPlaces(container, () =>
      this.#cy && this.#shown ? { cy: this.#cy, shown: this.#shown } : null,
    );
    this.#stopWheel = listenToWheel(container, (factor, at) => this.#viewpoint?.zoomBy(factor, at));
    this.#resize = new ResizeObserver(() => this.#viewpoint?.resized(this.#light.focus));
    this.#resize.observe(container);
  }

  /**
   * Draws placed elements. The view stays where it was, on the claim `hold` if it is drawn before and after; with
   * `open` it is chosen anew.
   */
  show({ elements, layout }: Placed, { hold, open }: ShowOptions): void {
    const before = hold ? this.#onScreen(hold) : null;
    this.#shown = { elements, layout };
    this.#records = recordsOf(elements);
    const json = canvasJson(elements, layout);
    if (this.#cy) this.#replace(this.#cy, json);
    else this.#cy = this.#start(json, layout, open);
    if (this.#viewpoint) this.#viewpoint.layout = layout;
    this.#applyLight();
    const after = hold && before ? this.#onScreen(hold) : null;
    if (before && after) this.#cy.panBy({ x: before.x - after.x, y: before.y - after.y });
    if (open) this.#viewpoint?.open(open);
  }

  /** Draws again in other colours. */
  paint(palette: Palette): void {
    this.#palette = palette;
    this.#cy?.style(canvasStyle(palette, this.#distance));
  }

  /** Lights what is focused, hovered and near. */
  light(light: Light): void {
    this.#light = light;
    this.#important = importantIn(light, this.#important);
    this.#applyLight();
  }

  /** What pans and zooms; null before the first picture. */
  get viewpoint(): Viewpoint | null {
    return this.#viewpoint;
  }

  zoomBy(factor: number): void {
    this.#viewpoint?.zoomBy(factor);
  }

  /** Shows the whole map, or all of `ids`. */
  fit(ids?: Iterable<string>): void {
    this.#viewpoint?.fit(ids);
  }

  /** Shows a claim among its neighbours, as large as there is room. */
  showNear(id: string, near: ReadonlySet<string>): void {
    this.#viewpoint?.showNear(id, near);
  }

  /** Brings a claim into view. */
  reveal(id: string): void {
    this.#viewpoint?.reveal(id);
  }

  /** Moves the map so that the middle of a card comes to a point of the stage, in px of the screen. */
  bringTo(id: string, to: Point): void {
    const box = this.places.boxOf(id);
    if (!box || !this.#cy) return;
    const at = this.places.toStage(box);
    this.#cy.panBy({ x: to.x - at.x, y: to.y - at.y });
  }

  /** The claim or folded group next to `from` in a direction; the first one where `from` is not drawn. */
  step(from: string | null, way: Way): string | null {
    const boxes = this.#claimBoxes();
    const box = from ? boxes.find(([id]) => id === from)?.[1] : undefined;
    return box ? nearest(box, way, boxes) : firstOf(boxes);
  }

  /** The part of the map that shows, in map px; null before the first picture. */
  view(): View | null {
    const cy = this.#cy;
    if (!cy) return null;
    const { x1, y1, w, h } = cy.extent();
    return { x: x1, y: y1, width: w, height: h, zoom: cy.zoom() };
  }

  /** True where a node with this id is drawn. */
  has(id: string): boolean {
    return this.#cy?.hasElementWithId(id) ?? false;
  }

  dispose(): void {
    this.#resize.disconnect();
    this.#stopWheel();
    this.#cy?.destroy();
    this.#cy = null;
    this.#viewpoint = null;
    this.#ink.remove();
  }

  #start(elements: cytoscape.ElementDefinition[], layout: MapLayout, open: ShowOptions['open']): Core {
    standInForStyles();
    // Known before the start: a view chosen after it would have Cytoscape work all styles out twice.
    const { clientWidth: width, clientHeight: height } = this.#container;
    const view = open && openingView(layout, open, { width, height });
    if (view) this.#distance = distanceAt(view.zoom);
    const cy = cytoscape({
      container: this.#container,
      elements,
      style: canvasStyle(this.#palette, this.#distance),
      layout: { name: 'preset', fit: false },
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      ...zoomRange,
      ...(view ? { zoom: view.zoom, pan: { ...view.pan } } : {}),
    });
    this.#ink.cover(this.#container);
    this.#viewpoint = new Viewpoint(cy, layout);
    cy.on('render', () => this.#writeInk());
    cy.on('zoom', () => this.#keepDistance(cy));
    listenToPointer(cy, this.#listener, () => ({
      records: this.#records,
      groups: this.#shown?.layout.groups ?? new Map(),
    }));
    return cy;
  }

  /** Lines get thicker as the map gets farther. */
  #keepDistance(cy: Core): void {
    const distance = distanceAt(cy.zoom());
    if (distance === this.#distance) return;
    this.#distance = distance;
    cy.style(canvasStyle(this.#palette, distance));
  }

  #replace(cy: Core, json: cytoscape.ElementDefinition[]): void {
    cy.batch(() => {
      cy.elements().remove();
      cy.add(json);
    });
  }

  #claimBoxes(): (readonly [string, Box])[] {
    const { elements, layout } = this.#shown ?? {};
    return (elements?.nodes ?? []).flatMap((node) => {
      const box = node.kind === 'joint' ? undefined : layout?.nodes.get(node.id);
      return box ? [[node.id, box] as const] : [];
    });
  }

  #onScreen(id: string): { x: number; y: number } | null {
    const node = this.#cy?.getElementById(id);
    if (!node || node.empty()) return null;
    // By the upper edge: a folded and an open group share that, whatever their sizes.
    const { x1, x2, y1 } = node.renderedBoundingBox({ includeOverlays: false });
    return { x: (x1 + x2) / 2, y: y1 };
  }

  #applyLight(): void {
    const [cy, shown] = [this.#cy, this.#shown];
    const lit = cy && shown && applyLight(cy, shown, this.#records, this.#light, this.#isLit);
    if (!lit) return;
    this.#isLit = lit.isLit;
    this.#dimmed = lit.dimmed;
  }

  /** Runs after each of Cytoscape's frames, so words and boxes never part. */
  #writeInk(): void {
    const [cy, shown, view] = [this.#cy, this.#shown, this.view()];
    if (!cy || !shown || !view) return;
    this.#ink.write(
      {
        ...shown,
        palette: this.#palette,
        important: this.#important,
        dimmed: this.#dimmed,
        fallen: this.#light.fallen,
        weakened: this.#light.weakened,
        labels: this.#light.labels,
      },
      view,
      cy.width(),
      cy.height(),
    );
    this.#listener.painted();
  }
}
