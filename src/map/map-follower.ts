/** Brings into view on the canvas what another face of the desk has revealed. */
import { argument, type Desk } from '../desk/desk.ts';
import { shownAs } from './fold.ts';
import type { MapStage } from './map-stage.ts';
import { StepFollower } from './standing-nodes.ts';

/** Remembers what is wanted until it is drawn. */
export class MapFollower {
  readonly #stage: MapStage;
  readonly #steps = new StepFollower();
  #revealed = 0;
  /** A claim that another face asked for and that is not in view yet. */
  #wanted: string | null = null;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** Looks for something newly revealed, and shows it. */
  follow(desk: Desk): void {
    this.#wanted = this.#steps.next(desk) ?? this.#wanted;
    const { reveal } = desk.session;
    if (reveal && reveal.serial !== this.#revealed) {
      this.#revealed = reveal.serial;
      if (reveal.by !== 'map' && reveal.target.kind === 'claim') this.#wanted = reveal.target.id;
    }
    this.show(desk);
  }

  /** Brings a claim into view, at once or as soon as it is drawn; a folded group that hides it is opened. */
  want(claim: string, desk: Desk): void {
    this.#wanted = claim;
    this.show(desk);
  }

  /** Brings the wanted claim into view once it is drawn; a folded group that hides it is opened first. */
  show(desk: Desk): void {
    const id = this.#wanted;
    const { canvas, folded } = this.#stage;
    if (id === null || !canvas || !argument(desk).claims.has(id)) return;
    const shown = shownAs(argument(desk), folded, id);
    if (shown !== id) this.#stage.fold(shown, false);
    else if (canvas.has(id)) {
      this.#wanted = null;
      canvas.reveal(id);
    }
  }
}
