/** What the pointer's gestures on the canvas come to: choosing, moving cards, relating, a band around several. */
import { argument, type Focus } from '../desk/desk.ts';
import { moveToGroup, whyNotMoveToGroup } from '../desk/group-commands.ts';
import { pinClaims } from '../desk/pin-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { DragLook } from './drag-look.ts';
import type { Point } from './layout.ts';
import { chosenOf, claimsOfNode, type MapChooser } from './map-chooser.ts';
import { targetOf } from './map-dropping.ts';
import { Gestures, type Drag, type GestureListener } from './map-gestures.ts';
import type { MapLander } from './map-lander.ts';
import type { MapStage } from './map-stage.ts';
import type { Spot } from './spot.ts';

interface Parts {
  readonly stage: MapStage;
  readonly look: DragLook;
  readonly lander: MapLander;
  readonly chooser: MapChooser;
  /** A record was pressed alone. */
  tapped(record: Focus): void;
  /** A relation was drawn to the empty ground: a new claim there is to be written. */
  drawnOut(from: string, at: Point): void;
}

/** Nothing lies there but ground of the map: no card, step, or other group. */
const isGround = (spot: Spot, group: string | null): boolean =>
  spot.kind === 'empty'
    ? group === null
    : spot.kind === 'group'
      ? spot.group === group
      : spot.record.kind === 'conflict';

/** Acts on the gestures on `host` until its signal aborts. */
export class MapHands implements GestureListener {
  readonly #parts: Parts;

  constructor(host: HTMLElement, parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    new Gestures(host, this, signal);
  }

  spotAt(event: PointerEvent): Spot {
    return this.#parts.stage.canvas?.places.spotAt(event) ?? { kind: 'empty' };
  }

  toMap(event: PointerEvent): Point {
    return this.#parts.stage.canvas?.places.toMap(event) ?? { x: 0, y: 0 };
  }

  pressed(record: Focus, adds: boolean): void {
    const { stage, chooser } = this.#parts;
    stage.stage.focus({ preventScroll: true });
    if (adds) chooser.toggle([record.id]);
    else this.#parts.tapped(record);
  }

  dragging(drag: Drag): void {
    const { gesture, spot } = drag;
    const { stage, look } = this.#parts;
    const places = stage.canvas?.places;
    if (!places) return;
    const to = places.toStage(drag.to);
    if (gesture.kind === 'band') return look.band(places.toStage(drag.from), to);
    if (gesture.kind === 'press') return;
    const isSelf = spot.kind === 'record' && spot.record.id === gesture.claim;
    stage.aim(isSelf || this.#isHome(gesture.claim, spot) ? null : targetOf(spot));
    if (gesture.kind === 'relate') look.thread(this.#start(gesture.claim), to);
    else this.#showGhost(drag, gesture.claim);
    look.hint(isSelf ? null : this.#hint(gesture, spot), to);
  }

  dropped(drag: Drag): void {
    const { gesture, from, to, spot, event } = drag;
    const { stage, chooser } = this.#parts;
    const desk = stage.store?.desk;
    if (!desk || gesture.kind === 'press') return;
    stage.stage.focus({ preventScroll: true });
    if (gesture.kind === 'band') {
      const nodes = stage.canvas?.places.within(from, to) ?? [];
      chooser.add(nodes.flatMap((node) => claimsOfNode(desk, node)));
    } else if (gesture.kind === 'relate') this.#relate(gesture.claim, spot, to, event);
    else this.#move(gesture.claim, drag);
  }

  ended(): void {
    this.#parts.look.clear();
    this.#parts.stage.aim(null);
  }

  /** The claims that move with one: all that are chosen where it is among them. */
  #carried(claim: string): readonly string[] {
    const desk = this.#parts.stage.store?.desk;
    const chosen = desk ? chosenOf(desk).filter((id) => argument(desk).claims.has(id)) : [];
    return chosen.includes(claim) ? chosen : [claim];
  }

  /** Whether a card would stay in the group, or outside any, in which it is drawn; its own place is home too. */
  #isHome(claim: string, spot: Spot): boolean {
    const group = this.#parts.stage.canvas?.places.groupOf(claim) ?? null;
    return (spot.kind === 'record' && spot.record.id === claim) || isGround(spot, group);
  }

  #hint(gesture: { readonly kind: 'move' | 'relate'; readonly claim: string }, spot: Spot): string {
    const onGround = spot.kind !== 'record' || spot.record.kind === 'conflict';
    if (gesture.kind === 'relate' && onGround) return 'A new claim here that it supports';
    if (gesture.kind === 'move' && this.#isHome(gesture.claim, spot)) return 'Keep it in this place';
    if (gesture.kind === 'move' && spot.kind === 'empty') return 'Out of its group';
    return this.#parts.lander.hint('claim', spot, true);
  }

  #showGhost({ from, to }: Drag, claim: string): void {
    const { stage, look } = this.#parts;
    const [places, desk] = [stage.canvas?.places, stage.store?.desk];
    const box = places?.boxOf(claim);
    if (!places || !desk || !box) return;
    const { zoom } = places;
    const count = this.#carried(claim).length;
    const corner = places.toStage({
      x: box.x - box.width / 2 + to.x - from.x,
      y: box.y - box.height / 2 + to.y - from.y,
    });
    const words = count > 1 ? `${count} claims` : (argument(desk).claims.get(claim)?.wording ?? '');
    look.ghost({ left: corner.x, top: corner.y, width: box.width * zoom, height: box.height * zoom }, words);
  }

  /** Where the thread of a relation begins: the middle of the card's upper edge. */
  #start(claim: string): Point {
    const places = this.#parts.stage.canvas?.places;
    const box = places?.boxOf(claim);
    return places && box ? places.toStage({ x: box.x, y: box.y - box.height / 2 }) : { x: 0, y: 0 };
  }

  #move(claim: string, { from, to, spot, event }: Drag): void {
    const by = { x: to.x - from.x, y: to.y - from.y };
    const ids = this.#carried(claim);
    if (ids.length > 1) return this.#moveAll(ids, spot, by);
    const at = this.#parts.stage.canvas?.places.boxOf(claim);
    const keptAt = at ? { x: at.x + by.x, y: at.y + by.y } : to;
    if (this.#isHome(claim, spot)) this.#pin(new Map([[claim, keptAt]]));
    else this.#parts.lander.land({ dragged: { kind: 'claim', id: claim }, spot, at: event, keptAt });
  }

  #relate(claim: string, spot: Spot, to: Point, at: PointerEvent): void {
    const onGround = spot.kind !== 'record' || spot.record.kind === 'conflict';
    if (onGround) this.#parts.drawnOut(claim, to);
    else if (spot.record.id !== claim)
      this.#parts.lander.land({ dragged: { kind: 'claim', id: claim }, spot, at, keptAt: null });
  }

  #pin(places: ReadonlyMap<string, Point>): void {
    const { store, element } = this.#parts.stage;
    if (!store?.run(pinClaims(places))) return;
    const words = places.size === 1 ? 'Kept in this place' : `${places.size} claims kept in their places`;
    element.dispatchEvent(new Announce(words, 'undo'));
  }

  /** Several at once: into a group, out of theirs, or to another place. */
  #moveAll(ids: readonly string[], spot: Spot, by: Point): void {
    const { store, element, canvas } = this.#parts.stage;
    const places = canvas?.places;
    if (!store || !places) return;
    const group = spot.kind === 'group' ? spot.group : null;
    if (spot.kind !== 'record' && ids.some((id) => places.groupOf(id) !== group)) {
      const why = whyNotMoveToGroup(store.desk, ids, group);
      if (why === null) store.run(moveToGroup(ids, group));
      const done =
        group === null
          ? `${ids.length} claims taken out of their groups`
          : `${ids.length} claims moved into the group`;
      element.dispatchEvent(new Announce(why ?? done, why === null ? 'undo' : null));
      return;
    }
    const moved = ids.flatMap((id) => {
      const box = places.boxOf(id);
      return box ? [[id, { x: box.x + by.x, y: box.y + by.y }] as const] : [];
    });
    this.#pin(new Map(moved));
  }
}
