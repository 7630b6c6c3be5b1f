/** The order in which an argument is walked through aloud: from what carries up to what is carried. Pure. */
import type { Argument } from './argument.ts';
import type { Claim } from './argument-records.ts';

/** A claim or a group with all that is drawn in it; `claims` are in the order of the text. */
interface Unit {
  /** Id of the group; null for a claim that stands by itself. */
  readonly group: string | null;
  readonly claims: readonly string[];
}

/** Where a claim stands: by its first passage; what has none comes last, in the order of its making. */
const startOf = (claim: Claim): number => Math.min(Infinity, ...claim.targets.map(({ start }) => start));

/** Groups around a claim, the outermost first. A group that lies in itself ends the chain. */
function groupsAround(argument: Argument, claim: Claim): readonly string[] {
  const chain: string[] = [];
  let at = claim.group === null ? undefined : argument.groups.get(claim.group);
  while (at && !chain.includes(at.id)) {
    chain.unshift(at.id);
    at = at.parent === null ? undefined : argument.groups.get(at.parent);
  }
  return chain;
}

/** The claims that a claim rests on: the premises of all inferences that conclude in it. */
const premisesOf = (argument: Argument, claim: string): readonly string[] =>
  argument.supportsFor(claim).flatMap(({ premises }) => premises.map((premise) => premise.claim));

/** Divides claims by the group that lies `depth` groups deep around them; those that lie in none stand by themselves. */
function divide(
  claims: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
  depth: number,
): Unit[] {
  const units = new Map<string, { group: string | null; claims: string[] }>();
  for (const claim of claims) {
    const group = chains.get(claim)?.[depth] ?? null;
    const key = group === null ? `claim ${claim}` : `group ${group}`;
    const unit = units.get(key);
    if (unit) unit.claims.push(claim);
    else units.set(key, { group, claims: [claim] });
  }
  return [...units.values()];
}

/** For each unit, the units that it rests on, by index, in the order of the text. */
function restsOn(argument: Argument, units: readonly Unit[]): readonly (readonly number[])[] {
  const unitOf = new Map(units.flatMap(({ claims }, at) => claims.map((claim) => [claim, at] as const)));
  return units.map(({ claims }, at) => {
    const below = claims
      .flatMap((claim) => premisesOf(argument, claim))
      .map((premise) => unitOf.get(premise));
    const others = below.filter((one): one is number => one !== undefined && one !== at);
    return [...new Set(others)].sort((one, other) => one - other);
  });
}

/**
 * Finds knots: sets of units that rest on one another (Tarjan's components, without recursion, since a chain may be
 * thousands long). Each knot comes after all that it rests on.
 */
class Knots {
  readonly found: (readonly number[])[] = [];
  readonly #below: readonly (readonly number[])[];
  readonly #index = new Map<number, number>();
  readonly #low = new Map<number, number>();
  readonly #open: number[] = [];
  readonly #isOpen = new Set<number>();

  /** `below`: for each unit, those that it rests on. */
  constructor(below: readonly (readonly number[])[]) {
    this.#below = below;
  }

  /** Goes down from a unit to all that it rests on, unless it was gone to already. */
  visit(root: number): void {
    if (this.#index.has(root)) return;
    const way = [this.#enter(root)];
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const next = this.#below[here.at]?.[here.next];
      here.next += 1;
      if (next === undefined) {
        way.pop();
        this.#leave(here.at, way.at(-1)?.at ?? null);
      } else if (!this.#index.has(next)) way.push(this.#enter(next));
      else if (this.#isOpen.has(next)) this.#lower(here.at, this.#index.get(next));
    }
  }

  #enter(at: number): { readonly at: number; next: number } {
    this.#index.set(at, this.#index.size);
    this.#low.set(at, this.#index.size - 1);
    this.#open.push(at);
    this.#isOpen.add(at);
    return { at, next: 0 };
  }

  #leave(at: number, above: number | null): void {
    if (above !== null) this.#lower(above, this.#low.get(at));
    if (this.#low.get(at) !== this.#index.get(at)) return;
    const knot = this.#open.splice(this.#open.lastIndexOf(at));
    knot.forEach((one) => this.#isOpen.delete(one));
    this.found.push(knot.sort((one, other) => one - other));
  }

  #lower(at: number, to = Infinity): void {
    this.#low.set(at, Math.min(this.#low.get(at) ?? Infinity, to));
  }
}

/** All that some units rest on, near and far, they themselves among it. */
function beneath(below: readonly (readonly number[])[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set(from);
  // The set grows while it is walked.
  for (const at of seen) below[at]?.forEach((one) => seen.add(one));
  return seen;
}

/**
 * Where to begin: with what carries nothing further, in the order of the text; then circles beside the argument;
 * conclusions last, so that they close the walk.
 */
function rootsOf(
  argument: Argument,
  units: readonly Unit[],
  below: readonly (readonly number[])[],
): readonly number[] {
  const carrying = new Set(below.flat());
  const all = units.map((_, at) => at);
  const concluding = all.filter((at) =>
    units[at]?.claims.some((claim) => argument.claims.get(claim)?.role === 'conclusion'),
  );
  const led = beneath(below, concluding);
  const beside = all.filter((at) => !led.has(at));
  const tops = concluding.filter((at) => !carrying.has(at));
  return [
    ...beside.filter((at) => !carrying.has(at)),
    ...beside,
    ...concluding.filter((at) => carrying.has(at)),
    ...tops,
  ];
}

/**
 * Every claim once: premises before what they carry, so that the walk goes from the evidence of each issue up to the
 * conclusion; a group's claims one after another, unless groups rest on one another, which then are walked as if they
 * were none. Where the argument runs in a circle the order of the text decides. The same argument, the same order.
 */
export function walkOrder(argument: Argument): readonly string[] {
  const claims = [...argument.claims.values()];
  const starts = new Map(claims.map((claim) => [claim.id, startOf(claim)]));
  const inText = claims
    .map(({ id }) => id)
    .sort((one, other) => {
      const [a = Infinity, b = Infinity] = [starts.get(one), starts.get(other)];
      return a === b ? 0 : a - b;
    });
  const chains = new Map(claims.map((claim) => [claim.id, groupsAround(argument, claim)]));
  const arrange = (some: readonly string[], depth: number): readonly string[] => {
    const units = divide(some, chains, depth);
    const below = restsOn(argument, units);
    const knots = new Knots(below);
    rootsOf(argument, units, below).forEach((root) => knots.visit(root));
    return knots.found.flatMap((knot) => {
      const inside = knot.flatMap((at) => units[at]?.claims ?? []);
      const isCircle = knot.every((at) => units[at]?.group === null);
      if (isCircle) return inside;
      const known = new Set(inside);
      return arrange(
        some.filter((claim) => known.has(claim)),
        depth + 1,
      );
    });
  };
  return arrange(inText, 0);
}
