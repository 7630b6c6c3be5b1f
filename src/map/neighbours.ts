/** Which claims stand near one: within so many steps of it, along supports, attacks or both. Pure. */
import type { Argument } from '../model/argument.ts';

/** How many steps away a neighbour may be. */
export const nearSteps = [1, 2, 3, 4, 5, 'all'] as const;
export type NearSteps = (typeof nearSteps)[number];

/** What is followed from claim to claim. */
export const nearWays = ['both', 'supports', 'attacks'] as const;
export type NearWay = (typeof nearWays)[number];

/** A neighbourhood: `centre` is the id of the claim that it is around. */
export interface Near {
  readonly centre: string;
  readonly steps: NearSteps;
  readonly along: NearWay;
}

/** An argument of more claims than this is never drawn as a whole; of a part of it no more than so many are. */
export const mostDrawn = { whole: 5000, part: 600 } as const;

/** The number of steps after `steps` (`by` 1) or before it; null where there is none. */
export const nextSteps = (steps: NearSteps, by: 1 | -1): NearSteps | null =>
  nearSteps[nearSteps.indexOf(steps) + by] ?? null;

/** The claims that a step joins: its premises and its conclusion. */
function ends(argument: Argument, inference: string): readonly string[] {
  const step = argument.inferences.get(inference);
  return step ? [step.conclusion, ...step.premises.map((one) => one.claim)] : [];
}

function alongSupports(argument: Argument, claim: string): readonly string[] {
  return [...argument.supportsFor(claim), ...argument.stepsFrom(claim)].flatMap(({ id }) =>
    ends(argument, id),
  );
}

/** Whoever attacks an inference is a neighbour of all that it joins. */
function alongAttacks(argument: Argument, claim: string): readonly string[] {
  const steps = [...argument.supportsFor(claim), ...argument.stepsFrom(claim)];
  const attackers = steps.flatMap(({ id }) => argument.attacksOn(id)).map((conflict) => conflict.from);
  const conflicts = [...argument.attacksOn(claim), ...argument.attacksBy(claim)];
  return [
    ...attackers,
    ...conflicts.flatMap(({ from, to }) =>
      argument.claims.has(to) ? [from, to] : [from, ...ends(argument, to)],
    ),
  ];
}

/**
 * Ids of the claims of a neighbourhood, the centre first, then by nearness. Empty where the centre is gone. Premises that
 * work together are never parted: with one of them and the conclusion come the others.
 */
export function neighbours(argument: Argument, { centre, steps, along }: Near): ReadonlySet<string> {
  if (!argument.claims.has(centre)) return new Set();
  const seen = new Set([centre]);
  let edge = [centre];
  for (let step = 0; edge.length > 0 && (steps === 'all' || step < steps); step += 1) {
    const reached = edge.flatMap((id) => [
      ...(along === 'attacks' ? [] : alongSupports(argument, id)),
      ...(along === 'supports' ? [] : alongAttacks(argument, id)),
    ]);
    edge = [...new Set(reached)].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  return along === 'attacks' ? seen : withPartners(argument, seen);
}

function withPartners(argument: Argument, claims: ReadonlySet<string>): ReadonlySet<string> {
  const partners = [...claims].flatMap((id) =>
    argument
      .supportsFor(id)
      .filter(({ premises }) => premises.some((one) => claims.has(one.claim)))
      .flatMap(({ premises }) => premises.map((one) => one.claim)),
  );
  return new Set([...claims, ...partners]);
}
