/** Choosing several claims, steps and conflicts on the map, by pointer and keyboard. The focus stays apart. */
import { argument, type Desk } from '../desk/desk.ts';
import { groupChain } from './fold.ts';
import type { MapStage } from './map-stage.ts';

const counted = (count: number): string =>
  count === 0 ? 'Nothing is chosen' : count === 1 ? 'One chosen' : `${count} chosen`;

/** The claims that a drawn node stands for: itself, or all of a folded group. */
export function claimsOfNode(desk: Desk, node: string): readonly string[] {
  const graph = argument(desk);
  if (graph.claims.has(node)) return [node];
  return [...graph.claims.values()]
    .filter(({ group }) => groupChain(graph, group).includes(node))
    .map(({ id }) => id);
}

/** What is chosen and still there, in the order of choosing. */
export function chosenOf(desk: Desk): readonly string[] {
  const { claims, inferences, conflicts } = argument(desk);
  return [...desk.session.selected].filter((id) => claims.has(id) || inferences.has(id) || conflicts.has(id));
}

/** Changes `Session.selected`, and says how many are chosen now. */
export class MapChooser {
  readonly #stage: MapStage;

  constructor(stage: MapStage) {
    this.#stage = stage;
  }

  /** Chooses these records, or takes them out where all are chosen already. */
  toggle(ids: readonly string[]): void {
    const chosen = this.#chosen();
    const isIn = ids.every((id) => chosen.has(id));
    for (const id of ids) {
      if (isIn) chosen.delete(id);
      else chosen.add(id);
    }
    this.#set(chosen);
  }

  /** Chooses these records beside those that are chosen. */
  add(ids: Iterable<string>): void {
    this.#set(new Set([...this.#chosen(), ...ids]));
  }

  /** Chooses what a drawn node stands for, or takes it out. */
  toggleNode(node: string): void {
    const desk = this.#stage.store?.desk;
    if (desk) this.toggle(claimsOfNode(desk, node));
  }

  /** Chooses every claim that shows. */
  all(): void {
    const desk = this.#stage.store?.desk;
    if (desk) this.#set(new Set(argument(desk).claims.keys()));
  }

  /** Chooses nothing any more; false where nothing was chosen. */
  clear(): boolean {
    if (this.#chosen().size === 0) return false;
    this.#set(new Set());
    return true;
  }

  #chosen(): Set<string> {
    const desk = this.#stage.store?.desk;
    return new Set(desk ? chosenOf(desk) : []);
  }

  #set(selected: ReadonlySet<string>): void {
    this.#stage.store?.setSession({ selected });
    this.#stage.say(`${counted(selected.size)}.`);
  }
}
