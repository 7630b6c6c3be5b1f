/**
 * Which claims of an argument are to be accepted: grounded labelling, the most cautious of the usual semantics
 * (Dung 1995; labels after Caminada 2006), with steps of support as in Carneades (Gordon & Walton 2016): a claim needs
 * one step, or its own ground, that holds; a step needs all its premises and no accepted undercut. Circles that nothing
 * from outside decides stay undecided. Pure.
 *
 * Preferences are those of ASPIC+ with the last link (Modgil & Prakken 2014): an attack on a claim does not succeed
 * against a way of carrying it that is strictly preferred to the way by which the attacker is carried; of each way
 * counts the claim itself and the last step. Undercuts always succeed.
 */
import type { Argument } from './argument.ts';
import { fixedPoint, type Rule } from './fixed-point.ts';
import { Preferred } from './preferred.ts';
import type { Claim, Conflict } from './argument-records.ts';

export type Label = 'accepted' | 'rejected' | 'undecided';

/** The labels of claims and inferences by id. */
export type Labelling = ReadonlyMap<string, Label>;

/** Whoever attacks `id` in a conflict: its `from`, or the other side of a mutual one. */
export const attackerIn = (conflict: Conflict, id: string): string =>
  conflict.to === id ? conflict.from : conflict.to;

/** A claim stands on its own ground where a note carries it, or where nobody argues for it. */
export const hasOwnGround = (argument: Argument, { id, notes }: Pick<Claim, 'id' | 'notes'>): boolean =>
  notes.length > 0 || argument.supportsFor(id).length === 0;

/** What else is taken for so while an argument is labelled. */
export interface Doubts {
  /** Ids of claims that are set aside: they count as rejected. */
  readonly gone: ReadonlySet<string>;
  /** Whether a claim stands on its own ground; by itself `hasOwnGround`. */
  readonly isGrounded: (claim: Claim) => boolean;
}

/** A way of carrying a claim: its own ground (`step` null) or a step. */
interface Way {
  readonly atom: string;
  readonly claim: string;
  readonly step: string | null;
}

/** No id holds this sign, so that no atom of a way is an id. */
const between = '\u0000';

const atomOf = (claim: string, step: string | null): string => [claim, step ?? ''].join(between);

/** The argument as rules. Atoms: the ids of claims and inferences, and one for each way of carrying a claim. */
class Ruling {
  readonly #argument: Argument;
  readonly #doubts: Doubts;
  readonly #preferred: Preferred;
  readonly #ways = new Map<string, readonly Way[]>();
  readonly rules: Rule[] = [];

  constructor(argument: Argument, doubts: Doubts) {
    this.#argument = argument;
    this.#doubts = doubts;
    this.#preferred = new Preferred(argument.preferences.values());
    for (const claim of argument.claims.values()) this.#ways.set(claim.id, this.#waysTo(claim));
    for (const [id, ways] of this.#ways) this.#carry(id, ways);
    for (const { id, premises } of argument.inferences.values()) {
      const bars = argument.attacksOn(id).map((conflict) => attackerIn(conflict, id));
      this.rules.push({ head: id, needs: premises.map((one) => one.claim), bars });
    }
  }

  #waysTo(claim: Claim): readonly Way[] {
    const { id } = claim;
    if (this.#doubts.gone.has(id)) return [];
    const steps = this.#argument.supportsFor(id).map((one) => one.id);
    const ways = this.#doubts.isGrounded(claim) ? [null, ...steps] : steps;
    return ways.map((step) => ({ atom: atomOf(id, step), claim: id, step }));
  }

  /** Each way by itself where some may be preferred; else all by one atom, so that the rules stay as few as the links. */
  #carry(claim: string, ways: readonly Way[]): void {
    const attackers = this.#argument.attacksOn(claim).map((conflict) => attackerIn(conflict, claim));
    const isOne = this.#preferred.isEmpty;
    const carried = atomOf(claim, null);
    for (const way of ways) {
      const needs = way.step === null ? [] : [way.step];
      const bars = isOne ? [] : attackers.flatMap((attacker) => this.#against(way, attacker));
      this.rules.push({ head: isOne ? carried : way.atom, needs, bars });
      if (!isOne) this.rules.push({ head: claim, needs: [way.atom], bars: [] });
    }
    if (isOne) this.rules.push({ head: claim, needs: [carried], bars: attackers });
  }

  /** What of an attacker counts against a way: all of it, unless some of its ways are less preferred. */
  #against(way: Way, attacker: string): readonly string[] {
    const ways = this.#ways.get(attacker) ?? [];
    const left = ways.filter((one) => !this.#preferred.isOver(idsOf(way), idsOf(one)));
    return left.length === ways.length ? [attacker] : left.map((one) => one.atom);
  }
}

const labels: ReadonlyMap<boolean | undefined, Label> = new Map([
  [true, 'accepted'],
  [false, 'rejected'],
]);

const idsOf = ({ claim, step }: Way): readonly string[] => (step === null ? [claim] : [claim, step]);

/** Labels every claim and inference; `doubts` say what is set aside, and what stands on no ground of its own. */
export function grounded(argument: Argument, doubts: Partial<Doubts> = {}): Labelling {
  const { gone = new Set(), isGrounded = (claim: Claim) => hasOwnGround(argument, claim) } = doubts;
  const { rules } = new Ruling(argument, { gone, isGrounded });
  const ids = [...argument.claims.keys(), ...argument.inferences.keys()];
  const values = fixedPoint(rules, ids);
  return new Map(ids.map((id) => [id, labels.get(values.get(id)) ?? 'undecided']));
}
