/** The handle of a card: a small tab from which a relation is drawn to another card. */
import { argument } from '../desk/desk.ts';
import type { MapStage } from './map-stage.ts';

/** Side of the handle in px, and the least height of a card on the screen that has one. */
const size = { side: 24, leastCard: 28 } as const;

/** Keeps the handle at the card that is hovered, else at the focused one. */
export class MapHandle {
  readonly #stage: MapStage;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** Puts the handle at the edge at which a card's steps leave it. To be called after each frame, and with the light. */
  place(): void {
    const handle = this.#element;
    if (!handle) return;
    // Beside its card nothing is hovered any more: under the pointer the handle stays.
    const held = handle.matches(':hover') ? handle.dataset['claim'] : undefined;
    const claim = held ?? this.#claim();
    const places = this.#stage.canvas?.places;
    const box = claim === null ? null : places?.boxOf(claim);
    const isRoomy = box && places && box.height * places.zoom >= size.leastCard;
    handle.hidden = !isRoomy;
    if (!isRoomy || claim === null) {
      delete handle.dataset['claim'];
      return;
    }
    const at =
      this.#stage.direction === 'up'
        ? { x: box.x, y: box.y - box.height / 2 }
        : { x: box.x + box.width / 2, y: box.y };
    const { x, y } = places.toStage(at);
    handle.dataset['claim'] = claim;
    handle.style.left = `${x - size.side / 2}px`;
    handle.style.top = `${y - size.side / 2}px`;
  }

  get #element(): HTMLElement | null {
    return this.#stage.element.querySelector('.map-handle');
  }

  #claim(): string | null {
    const desk = this.#stage.store?.desk;
    if (!desk) return null;
    const { hover, focus } = desk.session;
    const at = hover?.kind === 'claim' ? hover : focus;
    return at?.kind === 'claim' && argument(desk).claims.has(at.id) ? at.id : null;
  }
}
