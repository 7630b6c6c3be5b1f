/** The card of what is in focus and has no passage of its own: a step, an attack, a claim that nobody states in the text. Pure. */
import { argument, type Desk } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import type { Item } from './margin-items.ts';

/** Whether something in focus is part of the argument, and so has a card. */
function hasCard(desk: Desk): boolean {
  const { focus } = desk.session;
  const { claims, inferences, conflicts } = argument(desk);
  if (focus?.kind === 'claim') return claims.has(focus.id);
  if (focus?.kind === 'inference') return inferences.has(focus.id);
  return focus?.kind === 'conflict' && conflicts.has(focus.id);
}

/** Where the claims that a claim without a passage is related to stand, in code points; null where none does. */
function besideRelated(desk: Desk, claim: string): number | null {
  const graph = argument(desk);
  const related = [...graph.stepsFrom(claim), ...graph.supportsFor(claim)].map(({ id }) => id);
  const attacks = [...graph.attacksBy(claim), ...graph.attacksOn(claim)].map(({ id }) => id);
  const starts = [
    ...related.flatMap((id) => rangesOf(desk, { kind: 'inference', id })),
    ...attacks.flatMap((id) => rangesOf(desk, { kind: 'conflict', id })),
  ].map(({ start }) => start);
  return starts[0] ?? null;
}

/**
 * The items with one for what is in focus where it has none: beside the passages of the claims that it joins, else
 * where `around` says that one reads. The very same items where nothing is to be added.
 */
export function withFocused(
  desk: Desk,
  items: readonly Item[],
  around: (id: string) => number,
): readonly Item[] {
  const { focus } = desk.session;
  if (!focus || !hasCard(desk) || items.some(({ id }) => id === focus.id)) return items;
  const start =
    rangesOf(desk, focus)[0]?.start ??
    (focus.kind === 'claim' ? besideRelated(desk, focus.id) : null) ??
    around(focus.id);
  const at = items.findIndex((item) => (item.start ?? -1) > start);
  return items.toSpliced(at < 0 ? items.length : at, 0, { id: focus.id, start });
}
