/** From what the session names to the nodes that stand for it on the map, folded groups included. */
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { claimsJoined, neighbourhood } from '../model/argument.ts';
import { shownAs } from './fold.ts';
import { jointId } from './links.ts';
import { standingWatched } from '../desk/weighed.ts';

/** How far the neighbourhood of a claim reaches, in links. */
const nearSteps = 1;

/** The node that stands for what is focused or hovered; null for nothing. */
export function nodeFor(desk: Desk, folded: ReadonlySet<string>, focus: Focus | null): string | null {
  if (focus?.kind === 'inference' || focus?.kind === 'conflict') return focus.id;
  if (focus?.kind !== 'claim') return null;
  return shownAs(argument(desk), folded, focus.id);
}

/** The nodes that stand for the focused claim and its neighbours, or for what a step or attack joins; null while none is focused. */
export function nearNodes(desk: Desk, folded: ReadonlySet<string>): ReadonlySet<string> | null {
  const { focus } = desk.session;
  const graph = argument(desk);
  const isJoin = focus?.kind === 'inference' || focus?.kind === 'conflict';
  if (!focus || (focus.kind !== 'claim' && !isJoin)) return null;
  const near = isJoin ? claimsJoined(graph, focus.id) : neighbourhood(graph, focus.id, nearSteps);
  return new Set([...near].map((id) => shownAs(graph, folded, id)));
}

/** The nodes that stay in full ink: the neighbourhood where that is wanted, else the claims that alone are to show; null for all. */
export function inkNodes(
  desk: Desk,
  folded: ReadonlySet<string>,
  isNear: boolean,
): ReadonlySet<string> | null {
  const near = isNear ? nearNodes(desk, folded) : null;
  const { only } = desk.session;
  if (near || !only) return near;
  const graph = argument(desk);
  const claims = [...only].filter((id) => graph.claims.has(id));
  // Where only marks are chosen the choice says nothing of the argument.
  return claims.length > 0 ? new Set(claims.map((id) => shownAs(graph, folded, id))) : null;
}

/** The nodes, joints and links that stand for what was found, by the ids of its records. */
export function foundNodes(
  desk: Desk,
  folded: ReadonlySet<string>,
  found: ReadonlySet<string>,
): readonly string[] {
  const graph = argument(desk);
  return [...found].flatMap((id) => {
    if (graph.claims.has(id)) return [shownAs(graph, folded, id)];
    if (graph.inferences.has(id)) return [jointId(id), `step:${id}`];
    return [graph.conflicts.has(id) ? `conflict:${id}` : id];
  });
}

/** What of a desk both twins show. */
export const mapWatched = ({ layers, session }: Desk): readonly unknown[] => [
  layers,
  session.focus,
  session.hover,
  session.reveal,
  ...standingWatched(session),
  session.only,
  session.selected,
];
