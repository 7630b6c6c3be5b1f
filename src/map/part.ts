/** A part of an argument as an argument of its own: what is drawn where only some claims are to be seen. Pure. */
import { argument as argumentOf, type Desk } from '../desk/desk.ts';
import { buildArgument, type Argument } from '../model/argument.ts';
import type { Folded } from './map-folding.ts';

const last = new WeakMap<Argument, { readonly claims: ReadonlySet<string>; readonly part: Argument }>();

/**
 * The claims of `claims`, with the steps and conflicts whose ends are all among them; `argument` itself for null. Asked
 * again with the same two it is the same graph, so that whoever draws it need not draw it anew.
 */
export function partOf(argument: Argument, claims: ReadonlySet<string> | null): Argument {
  if (!claims) return argument;
  const known = last.get(argument);
  if (known?.claims === claims) return known.part;
  const steps = [...argument.inferences.values()].filter(
    ({ conclusion, premises }) => claims.has(conclusion) && premises.every((one) => claims.has(one.claim)),
  );
  const shown = new Set([...claims, ...steps.map(({ id }) => id)]);
  const part = buildArgument([
    ...argument.groups.values(),
    ...[...argument.claims.values()].filter(({ id }) => claims.has(id)),
    ...steps,
    ...[...argument.conflicts.values()].filter(({ from, to }) => claims.has(from) && shown.has(to)),
  ]);
  last.set(argument, { claims, part });
  return part;
}

const noArgument = buildArgument([]);

/** What is drawn of a desk: all of its argument, or the part that `claims` is; nothing of no desk. */
export const drawnPart = (desk: Desk | undefined, claims: ReadonlySet<string> | null): Folded => ({
  graph: partOf(desk ? argumentOf(desk) : noArgument, claims),
  claims,
});
