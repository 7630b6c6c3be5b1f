/** An argument while some of its claims are set aside: without them and without the steps and attacks that need them. Pure. */
import { buildArgument, type Argument } from './argument.ts';

/** The argument as it is without `aside`, ids of claims. A step that lacks one of its premises is gone, not shorter. */
export function withoutClaims(argument: Argument, aside: ReadonlySet<string>): Argument {
  const { claims, inferences, conflicts, groups } = argument;
  const needed = [...inferences.values()].filter(
    ({ premises, conclusion }) =>
      !aside.has(conclusion) && !premises.some((premise) => aside.has(premise.claim)),
  );
  const left = [...claims.values()].filter(({ id }) => !aside.has(id));
  return buildArgument([...groups.values(), ...left, ...needed, ...conflicts.values()]);
}
