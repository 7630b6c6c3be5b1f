/** Where the keys are on the canvas: a claim, or a folded group, which no session knows. */
import { argument, type Desk } from '../desk/desk.ts';
import { aboutClaim } from './about-claim.ts';
import { groupChain } from './fold.ts';
import type { CursorAct } from './map-keys.ts';
import type { MapStage } from './map-stage.ts';
import type { Way } from './nearest.ts';
import { nodeFor } from './session-nodes.ts';

/** Walks the canvas by keyboard, and does what the keys at a claim or group do. */
export class MapCursor {
  readonly #stage: MapStage;
  #at: string | null = null;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** Id of the drawn claim or folded group; null before one was reached. */
  get at(): string | null {
    return this.#at;
  }

  /** The folded group that the keys are at; null elsewhere. */
  get group(): string | null {
    return this.#at !== null && this.#stage.folded.has(this.#at) ? this.#at : null;
  }

  /** Follows the focus. */
  follow(desk: Desk): void {
    this.#at = nodeFor(desk, this.#stage.folded, desk.session.focus) ?? this.#at;
  }

  /** Does what a key does where the cursor is. */
  do(act: CursorAct): void {
    const desk = this.#stage.store?.desk;
    if (!desk) return;
    if (act.do === 'step') this.#step(desk, act.way);
    else if (this.#at !== null) this.#actOn(this.#at, act.do, desk);
  }

  #actOn(id: string, act: 'show' | 'fold', desk: Desk): void {
    const graph = argument(desk);
    const claim = graph.claims.get(id);
    const group = claim ? groupChain(graph, claim.group)[0] : graph.groups.get(id)?.id;
    if (act === 'show' && claim) this.#stage.store?.reveal({ kind: 'claim', id }, 'map');
    else if (group !== undefined) this.#stage.fold(group, !this.#stage.folded.has(group));
  }

  #step(desk: Desk, way: Way): void {
    const to = this.#stage.canvas?.step(this.#at, way) ?? null;
    if (to === null) return;
    this.#at = to;
    this.#stage.say(aboutClaim(desk, to));
    const isClaim = argument(desk).claims.has(to);
    this.#stage.store?.setSession({ focus: isClaim ? { kind: 'claim', id: to } : null });
    this.#stage.canvas?.reveal(to);
    this.#stage.relight();
  }
}
