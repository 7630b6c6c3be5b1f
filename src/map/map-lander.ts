/** Does what a drop on the map comes to: at once where there is one way, from a menu where there are several. */
import { Announce } from '../desk/requests.ts';
import type { Dragged } from '../desk/dragged.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { newId } from '../notebook/id.ts';
import type { ScreenPoint } from '../ui/pop-menu.ts';
import { hintAt, landingsOf, pinned, type Landing } from './landings.ts';
import type { Point } from './layout.ts';
import type { MapStage } from './map-stage.ts';
import type { Spot } from './spot.ts';

/** What is dropped where, with the point of the screen for the menu. */
export interface Drop {
  readonly dragged: Dragged;
  readonly spot: Spot;
  readonly at: ScreenPoint;
  /** Where it is to stay on the map; null where the layout places it. */
  readonly keptAt: Point | null;
}

/** Lands things on the map. */
export class MapLander {
  readonly #stage: MapStage;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** What would happen at a spot, in words; empty where the desk is not open. */
  hint(kind: Dragged['kind'], spot: Spot, isKept: boolean): string {
    const desk = this.#stage.store?.desk;
    return desk ? hintAt(desk, kind, spot, isKept) : '';
  }

  land(drop: Drop): void {
    const { dragged, spot, at } = drop;
    const { store } = this.#stage;
    if (!store) return;
    const id = dragged.kind === 'claim' ? dragged.id : newId();
    const [first, ...others] = this.#waysOf(store.desk, id, drop);
    if (first && others.length > 0) this.#offer([first, ...others], id, this.#nameOf(spot), at);
    else if (first) this.#do(first, id);
    else if (dragged.kind === 'claim') this.#stage.want(dragged.id);
    // What was selected has arrived.
    if (dragged.kind === 'passage') store.setSession({ selection: null });
  }

  /** The ways in which it can land; a card that lies over something may also just stay there. */
  #waysOf(desk: Desk, id: string, { dragged, spot, keptAt }: Drop): readonly Landing[] {
    const landings = landingsOf({ desk, dragged, spot, id, at: keptAt });
    const isCard = dragged.kind === 'claim' && spot.kind === 'record' && landings.length > 1;
    return isCard && keptAt ? [...landings, pinned(desk, id, keptAt)] : landings;
  }

  #nameOf(spot: Spot): string {
    const desk = this.#stage.store?.desk;
    const claim = desk && spot.kind === 'record' ? argument(desk).claims.get(spot.record.id) : undefined;
    return claim ? claim.wording : 'This step';
  }

  #offer(landings: readonly Landing[], id: string, title: string, at: ScreenPoint): void {
    const entries = landings.map((landing) => ({
      words: landing.words,
      why: landing.why,
      run: () => this.#do(landing, id),
    }));
    this.#stage.menu('What it does here', [{ title, entries }], at);
  }

  #do({ why, command, said }: Landing, id: string): void {
    const { store, element } = this.#stage;
    if (why !== null || !store?.run(command)) {
      element.dispatchEvent(new Announce(why ?? 'That cannot be done now.'));
      return;
    }
    if (argument(store.desk).claims.has(id)) this.#stage.want(id);
    element.dispatchEvent(new Announce(said, 'undo'));
  }
}
