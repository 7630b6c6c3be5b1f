/** Places on the canvas: from the pointer to the map and back, and what lies where. */
import type { Core } from 'cytoscape';
import type { Placed } from './drawer.ts';
import type { Box, Point } from './layout.ts';
import { jointId } from './links.ts';
import { nodesWithin, spotAt, type Spot } from './spot.ts';

/** Answers for what is drawn now. Points of the screen are those of events (`clientX`, `clientY`). */
export class CanvasPlaces {
  readonly #container: HTMLElement;
  readonly #drawn: () => { readonly cy: Core; readonly shown: Placed } | null;

  /** `drawn` answers null before the first picture. */
  constructor(container: HTMLElement, drawn: () => { readonly cy: Core; readonly shown: Placed } | null) {
    this.#container = container;
    this.#drawn = drawn;
  }

  /** How much larger than life the map shows; 1 before the first picture. */
  get zoom(): number {
    return this.#drawn()?.cy.zoom() ?? 1;
  }

  /** A point of the screen on the map, in map px; the origin before the first picture. */
  toMap({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const cy = this.#drawn()?.cy;
    if (!cy) return { x: 0, y: 0 };
    const { left, top } = this.#container.getBoundingClientRect();
    const [pan, zoom] = [cy.pan(), cy.zoom()];
    return { x: (clientX - left - pan.x) / zoom, y: (clientY - top - pan.y) / zoom };
  }

  /** A point of the map within the container, in px of the screen. */
  toStage(point: Point): Point {
    const cy = this.#drawn()?.cy;
    if (!cy) return point;
    const [pan, zoom] = [cy.pan(), cy.zoom()];
    return { x: point.x * zoom + pan.x, y: point.y * zoom + pan.y };
  }

  /** Where a card, folded group, joint or open group is, in map px; null where it is not drawn. */
  boxOf(id: string): Box | null {
    const layout = this.#drawn()?.shown.layout;
    return layout?.nodes.get(id) ?? layout?.groups.get(id) ?? null;
  }

  /** The group in whose box a card or folded group is drawn; null outside any, or where it is not drawn. */
  groupOf(node: string): string | null {
    const found = this.#drawn()?.shown.elements.nodes.find((one) => one.id === node);
    return found?.group ?? null;
  }

  /** Where a record is on the map: its card, its joint, or the middle of its line; null where it is not drawn. */
  placeOf(record: string): Point | null {
    const shown = this.#drawn()?.shown;
    if (!shown) return null;
    const box = shown.layout.nodes.get(record) ?? shown.layout.nodes.get(jointId(record));
    if (box) return box;
    const link = shown.elements.links.find((one) => one.record === record);
    const route = link ? (shown.layout.links.get(link.id) ?? []) : [];
    return route[Math.floor(route.length / 2)] ?? null;
  }

  /** What lies under a point of the screen. */
  spotAt(event: { readonly clientX: number; readonly clientY: number }): Spot {
    const drawn = this.#drawn();
    return drawn ? spotAt(drawn.shown, this.toMap(event), drawn.cy.zoom()) : { kind: 'empty' };
  }

  /** Ids of the cards and folded groups that a rectangle of the map touches. */
  within(one: Point, other: Point): readonly string[] {
    const shown = this.#drawn()?.shown;
    return shown ? nodesWithin(shown, one, other) : [];
  }
}
