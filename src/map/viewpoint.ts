/** From where one looks at the map: fits it, brings claims into view, and keeps what one looks at when the pane changes size. */
import type { Core, NodeSingular } from 'cytoscape';
import {
  fittedView,
  margin,
  nearView,
  openingView,
  placeOfView,
  type MapPlace,
  type Opening,
  type Size,
  type Stand,
} from './fitted-view.ts';
import type { MapLayout, Point } from './layout.ts';
import type { Way } from './nearest.ts';

/** Where the map goes when one looks further in a direction: the other way. */
const panWays: Readonly<Record<Way, readonly [number, number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [1, 0],
  right: [-1, 0],
};

/** Pans and zooms one Cytoscape instance. */
export class Viewpoint {
  /** What is drawn now. */
  layout: MapLayout;
  readonly #cy: Core;
  #size: Size;
  /** What chose the present view, with that view: while nobody has moved it, a resized pane chooses anew. */
  #chosen: { again: () => void; zoom: number; x: number; y: number } | null = null;

  constructor(cy: Core, layout: MapLayout) {
    this.#cy = cy;
    this.layout = layout;
    this.#size = this.#measured();
  }

  /** The first view: see `openingView`. */
  open(opening: Opening): void {
    this.#choose(() => this.#stand(openingView(this.layout, opening, this.#measured())));
  }

  /** Where one is now; null where nothing is drawn. */
  get place(): MapPlace | null {
    const { x1, y1, w, h } = this.#cy.extent();
    return placeOfView(this.layout, { x: x1 + w / 2, y: y1 + h / 2 }, this.#cy.zoom());
  }

  /** Shows the whole map, or all of `ids`. */
  fit(ids?: Iterable<string>): void {
    const wanted = ids ? new Set(ids) : null;
    this.#choose(() => this.#stand(fittedView(this.layout, wanted, this.#measured())));
  }

  /** Shows a claim among its neighbours: see `nearView`. */
  showNear(id: string, near: ReadonlySet<string>): void {
    this.#choose(() => this.#stand(nearView(this.layout, id, near, this.#measured())));
  }

  /** Nearer or farther, around a point on the screen; around the middle where none is given. */
  zoomBy(factor: number, at: { x: number; y: number } | null = null): void {
    const middle = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: at ?? middle });
  }

  /** Moves what one looks at by a quarter of the pane. */
  pan(way: Way): void {
    const [x, y] = panWays[way];
    this.#cy.panBy({ x: (x * this.#cy.width()) / 4, y: (y * this.#cy.height()) / 4 });
  }

  /** Puts a point of the map into the middle of the pane. */
  centreOn({ x, y }: Point): void {
    const zoom = this.#cy.zoom();
    this.#cy.pan({ x: this.#cy.width() / 2 - x * zoom, y: this.#cy.height() / 2 - y * zoom });
  }

  /** Brings a claim into view: moves only as far as needed, and zooms in only where its words could not be read. */
  reveal(id: string): void {
    const node = this.#node(id);
    if (!node) return;
    if (this.#cy.width() === 0) this.#choose(() => this.#bringIn(node, true));
    else this.#bringIn(node, true);
  }

  /**
   * The pane has another size. A view that nobody moved is chosen again; otherwise the middle stays the middle,
   * and `focus` in view if it was.
   */
  resized(focus: string | null): void {
    const { width, height } = this.#size;
    const node = this.#node(focus);
    const wasInView = node !== null && this.#isInView(node, width, height);
    const chosen = this.#isAsChosen() ? this.#chosen : null;
    this.#cy.resize();
    this.#size = this.#measured();
    // Hidden: the view waits as it is.
    if (this.#size.width === 0) this.#size = { width, height };
    else if (this.#size.width === width && this.#size.height === height) return;
    else if (chosen) this.#choose(chosen.again);
    else {
      this.#cy.panBy({ x: (this.#size.width - width) / 2, y: (this.#size.height - height) / 2 });
      if (node && wasInView) this.#bringIn(node, false);
    }
  }

  #choose(again: () => void): void {
    again();
    this.#chosen = { again, zoom: this.#cy.zoom(), ...this.#cy.pan() };
  }

  #isAsChosen(): boolean {
    const { x, y } = this.#cy.pan();
    const { zoom, x: left, y: top } = this.#chosen ?? { zoom: NaN, x: NaN, y: NaN };
    return this.#cy.zoom() === zoom && x === left && y === top;
  }

  #node(id: string | null): NodeSingular | null {
    const node = id === null ? null : this.#cy.getElementById(id);
    return node?.nonempty() && node.isNode() ? node : null;
  }

  #measured(): Size {
    return { width: this.#cy.width(), height: this.#cy.height() };
  }

  #stand(view: Stand | null): void {
    if (view) this.#cy.viewport({ zoom: view.zoom, pan: { ...view.pan } });
  }

  #isInView(node: NodeSingular, width: number, height: number): boolean {
    const box = node.renderedBoundingBox();
    return box.x2 > 0 && box.x1 < width && box.y2 > 0 && box.y1 < height;
  }

  #bringIn(node: NodeSingular, mayZoom: boolean): void {
    const cy = this.#cy;
    if (cy.width() === 0 || node.removed()) return;
    if (mayZoom && cy.zoom() < 0.6) cy.zoom({ level: 0.85, position: node.position() });
    const box = node.renderedBoundingBox();
    const dx = Math.max(margin - box.x1, 0) + Math.min(cy.width() - margin - box.x2, 0);
    const dy = Math.max(margin - box.y1, 0) + Math.min(cy.height() - margin - box.y2, 0);
    if (!this.#isInView(node, cy.width(), cy.height())) cy.center(node);
    else if (dx !== 0 || dy !== 0) cy.panBy({ x: dx, y: dy });
  }
}
