/** How claims stand while a source is taken away, lifted to the nodes that stand for them on the map. */
import { claimsLitBy } from '../desk/backing.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { standings } from '../desk/standing.ts';
import { shownAs } from './fold.ts';
import type { Light } from './light.ts';
import { nodeLabels } from './node-labels.ts';

const none: ReadonlySet<string> = new Set();

/** A folded group falls where all its claims do; it is weaker where one of them falls or is weaker. */
function nodesOf(desk: Desk, folded: ReadonlySet<string>): Pick<Light, 'fallen' | 'weakened'> {
  const all = standings(desk);
  if (!all) return { fallen: none, weakened: none };
  const graph = argument(desk);
  const [standing, fallen, weakened] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const claim of graph.claims.keys()) {
    const node = shownAs(graph, folded, claim);
    const hasFallen = all.fallen.has(claim);
    if (!hasFallen) standing.add(node);
    if (hasFallen) fallen.add(node);
    if (hasFallen || all.weakened.has(claim)) weakened.add(node);
  }
  for (const node of standing) fallen.delete(node);
  for (const node of fallen) weakened.delete(node);
  return { fallen, weakened };
}

/** The claims that are lit beside the hovered and the focused one. */
function litClaims(desk: Desk): readonly string[] {
  const { focus, hover } = desk.session;
  const sources = [focus, hover].filter((one) => one?.kind === 'source');
  return [...sources.flatMap((one) => claimsLitBy(desk, one)), ...(standings(desk)?.now ?? [])];
}

/** What of the map's light comes from sources, and from weighing. */
export function standingNodes(
  desk: Desk,
  folded: ReadonlySet<string>,
): Pick<Light, 'also' | 'fallen' | 'weakened' | 'labels'> {
  const graph = argument(desk);
  const lit = litClaims(desk).filter((id) => graph.claims.has(id));
  const also = lit.length > 0 ? new Set(lit.map((id) => shownAs(graph, folded, id))) : none;
  return { also, labels: nodeLabels(desk), ...nodesOf(desk, folded) };
}

/** Follows the steps of what falls without a source: each comes into view on the map; the text stays where one reads. */
export class StepFollower {
  #first: string | undefined;

  /** The first claim of a step that is shown newly; null where none is. */
  next(desk: Desk): string | null {
    const [first] = standings(desk)?.now ?? [];
    if (first === this.#first) return null;
    this.#first = first;
    return first ?? null;
  }
}
