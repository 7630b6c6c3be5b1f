/** Why a claim is labelled as it is: what carries it and what attacks it, followed claim by claim to where it ends. Pure. */
import type { Argument } from './argument.ts';
import { attackerIn, type Label, type Labelling } from './grounded.ts';
import { Preferred } from './preferred.ts';
import type { Inference } from './argument-records.ts';

/** An argument as it was labelled. */
export interface Weighed {
  readonly argument: Argument;
  readonly labels: Labelling;
  /** Ids of the claims that the reader has set aside. */
  readonly setAside: ReadonlySet<string>;
  /** Ids of the claims that fall while authorities are taken away, and count as rejected. */
  readonly fallen: ReadonlySet<string>;
  /** Ids of those that will fall in a step that is not shown yet, and are held till then. */
  readonly held: ReadonlySet<string>;
  /** Whether a note, by its id, counts for nothing now. */
  readonly isGone: (note: string) => boolean;
}

/** One thing on which a label rests. */
export type Because =
  | { readonly kind: 'aside' | 'falls' | 'held' | 'word' }
  | { readonly kind: 'notes'; readonly notes: readonly string[] }
  | {
      readonly kind: 'step';
      readonly step: string;
      readonly label: Label;
      /** The premises, or of a step that does not hold those that are as it is. */
      readonly premises: readonly string[];
      /** The claims that undercut it and are why it does not hold. */
      readonly undercutters: readonly string[];
    }
  | {
      readonly kind: 'attack';
      readonly conflict: string;
      readonly by: string;
      readonly label: Label;
      readonly isMutual: boolean;
      /** True where the claim is preferred, so that the attack does not succeed. */
      readonly isOutranked: boolean;
    };

export type AttackReason = Extract<Because, { kind: 'attack' }>;
export type StepReason = Extract<Because, { kind: 'step' }>;

/** Why one claim is labelled so. */
export interface Reason {
  readonly claim: string;
  readonly label: Label;
  /** In the order in which it is told: what carries it, then what attacks it; only what bears on the label. */
  readonly because: readonly Because[];
  /** Of an undecided claim: the shortest circle that leads back to it, the claim first; empty where none does. */
  readonly circle: readonly string[];
}

/** Finds the reasons in one labelled argument. */
export class Reasons {
  readonly #weighed: Weighed;
  readonly #preferred: Preferred;

  constructor(weighed: Weighed) {
    this.#weighed = weighed;
    this.#preferred = new Preferred(weighed.argument.preferences.values());
  }

  /** The label of a claim or inference. */
  labelOf(id: string): Label {
    return this.#weighed.labels.get(id) ?? 'undecided';
  }

  /** Why a claim is labelled so; null where the argument has no such claim. */
  of(claim: string): Reason | null {
    if (!this.#weighed.argument.claims.has(claim)) return null;
    const label = this.labelOf(claim);
    const because = this.#because(claim, label);
    return { claim, label, because, circle: label === 'undecided' ? this.#circle(claim) : [] };
  }

  /** The reason of a claim, then of all that it leans on, nearest first; each claim once, at most `limit` of them. */
  chain(claim: string, limit = Infinity): readonly Reason[] {
    const seen = new Set([claim]);
    const found: Reason[] = [];
    // The set grows while it is walked.
    for (const id of seen) {
      if (found.length >= limit) break;
      const reason = this.of(id);
      if (!reason) continue;
      found.push(reason);
      for (const next of leansOn(reason)) seen.add(next);
    }
    return found;
  }

  #because(claim: string, label: Label): readonly Because[] {
    const { setAside, fallen } = this.#weighed;
    if (setAside.has(claim)) return [{ kind: 'aside' }];
    if (fallen.has(claim)) return [{ kind: 'falls' }];
    const attacks = this.#attacks(claim);
    const counting = attacks.filter((one) => !one.isOutranked);
    const carriers = this.#carriers(claim);
    if (label === 'accepted') return [...carriers.slice(0, 1), ...attacks];
    if (label === 'rejected') {
      const won = counting.filter((one) => one.label === 'accepted');
      return won.length > 0 ? won : carriers;
    }
    const open = counting.filter((one) => one.label === 'undecided');
    return [...carriers.filter((one) => one.kind === 'step' && one.label === 'undecided'), ...open];
  }

  /** What carries a claim: its notes, the paper's word, else the steps, those that hold first. */
  #carriers(claim: string): readonly Because[] {
    const { argument, held, isGone } = this.#weighed;
    const notes = argument.claims.get(claim)?.notes ?? [];
    const left = notes.filter((note) => !isGone(note));
    if (left.length > 0) return [{ kind: 'notes', notes: left }];
    if (held.has(claim)) return [{ kind: 'held' }];
    const steps = argument.supportsFor(claim);
    if (steps.length === 0) return [{ kind: 'word' }];
    const order: readonly Label[] = ['accepted', 'undecided', 'rejected'];
    return steps
      .map((one) => this.step(one))
      .toSorted((one, other) => order.indexOf(one.label) - order.indexOf(other.label));
  }

  /** Why a step holds, breaks or is undecided. */
  step({ id, premises }: Inference): StepReason {
    const label = this.labelOf(id);
    const against = { accepted: 'rejected', rejected: 'accepted', undecided: 'undecided' } as const;
    const claims = [...new Set(premises.map((one) => one.claim))];
    const by = this.#weighed.argument.attacksOn(id).map((conflict) => attackerIn(conflict, id));
    return {
      kind: 'step',
      step: id,
      label,
      premises: claims.filter((one) => this.labelOf(one) === label),
      undercutters: [...new Set(by)].filter((one) => this.labelOf(one) === against[label]),
    };
  }

  #attacks(claim: string): readonly AttackReason[] {
    const { argument } = this.#weighed;
    const found = new Map<string, AttackReason>();
    for (const conflict of argument.attacksOn(claim)) {
      const by = attackerIn(conflict, claim);
      const isMutual = conflict.mutual || argument.attacksOn(by).some((one) => attackerIn(one, by) === claim);
      found.set(by, {
        kind: 'attack',
        conflict: conflict.id,
        by,
        label: this.labelOf(by),
        isMutual,
        isOutranked: this.#isOutranked(claim, by),
      });
    }
    return [...found.values()];
  }

  /** Whether each way in which a claim may be carried is preferred to each in which its attacker may. */
  #isOutranked(claim: string, attacker: string): boolean {
    if (this.#preferred.isEmpty) return false;
    const [ours, theirs] = [this.#ways(claim), this.#ways(attacker)];
    return (
      ours.length > 0 && ours.every((one) => theirs.every((other) => this.#preferred.isOver(one, other)))
    );
  }

  #ways(claim: string): readonly (readonly string[])[] {
    const { argument } = this.#weighed;
    const steps = argument.supportsFor(claim).filter((one) => this.labelOf(one.id) !== 'rejected');
    const [first] = this.#carriers(claim);
    const own = first && first.kind !== 'step' ? [[claim]] : [];
    return [...own, ...steps.map((one) => [claim, one.id])];
  }

  #circle(claim: string): readonly string[] {
    const ways = new Map<string, readonly string[]>([[claim, [claim]]]);
    // The map grows while it is walked.
    for (const [id, way] of ways) {
      for (const next of leansOn({ because: this.#because(id, 'undecided') })) {
        if (next === claim) return way;
        if (!ways.has(next)) ways.set(next, [...way, next]);
      }
    }
    return [];
  }
}

/** The claims that a reason names, each once, in its order. */
export const leansOn = ({ because }: Pick<Reason, 'because'>): readonly string[] => [
  ...new Set(
    because.flatMap((one) => {
      if (one.kind === 'attack') return [one.by];
      return one.kind === 'step' ? [...one.premises, ...one.undercutters] : [];
    }),
  ),
];
