/** What of an argument falls when authorities or notes are taken away, step by step. Pure. */
import type { Argument } from './argument.ts';
import { nobody, type Backing } from './authorities.ts';
import { firstCircles } from './circles.ts';
import type { Inference } from './argument-records.ts';

/** Something that carried a claim and does so no longer: a note that went, or a step one of whose premises fell. */
export type Loss =
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'inference'; readonly inference: string; readonly premise: string };

/** A claim that nothing carries any more. */
export interface Fall {
  readonly claim: string;
  /** From 0: all that carried it was gone after the step before. */
  readonly step: number;
  /** True where what was left carried it only in a circle. */
  readonly isCircular: boolean;
  readonly losses: readonly Loss[];
}

/** A claim that has lost something and is still carried by something else. */
export interface Weakening {
  readonly claim: string;
  readonly losses: readonly Loss[];
  /** How many notes and steps carry it still. */
  readonly left: number;
}

/** An attack whose attacker has fallen while the claim or inference that it attacks stands. */
export interface Release {
  readonly conflict: string;
  readonly attacker: string;
  readonly attacked: string;
}

export interface Outcome {
  /** Ids of the claims that fall, step by step, each in the order of the records; no step is empty. */
  readonly steps: readonly (readonly string[])[];
  readonly falls: ReadonlyMap<string, Fall>;
  readonly weakened: ReadonlyMap<string, Weakening>;
  readonly released: readonly Release[];
}

/**
 * Whether a note goes with `gone`, a set of ids of authorities and notes: it is taken away itself, or everybody
 * behind it is. `nobody` takes the notes for which nobody is named.
 */
export const goesWith =
  ({ behind }: Backing, gone: ReadonlySet<string>) =>
  (note: string): boolean => {
    const names = behind.get(note) ?? [];
    return gone.has(note) || (names.length > 0 ? names.every((name) => gone.has(name)) : gone.has(nobody));
  };

const premisesOf = (step: Inference): readonly string[] => [
  ...new Set(step.premises.map((one) => one.claim)),
];

/**
 * The claims that something carries: a note that is left, or a step all of whose premises are carried; and those
 * that have neither note nor step and stand on the author's own word. A circle alone carries nothing.
 */
export function carried(argument: Argument, isGone: (note: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, notes } of argument.claims.values()) {
    const isBare = notes.length === 0 && argument.supportsFor(id).length === 0;
    if (isBare || notes.some((note) => !isGone(note))) found.add(id);
  }
  const waiting = new Map<Inference, number>();
  // The set grows while it is walked.
  for (const id of found) {
    for (const step of new Set(argument.stepsFrom(id))) {
      const left = (waiting.get(step) ?? premisesOf(step).length) - 1;
      waiting.set(step, left);
      if (left === 0) found.add(step.conclusion);
    }
  }
  return found;
}

/** Takes notes away and follows what that brings down. One removal, used once. */
class Removal {
  readonly #argument: Argument;
  /** Steps that carry something at first, and are not broken. */
  readonly #whole: Set<Inference>;
  readonly #losses = new Map<string, Loss[]>();
  /** How many notes and whole steps carry a claim. */
  readonly #left = new Map<string, number>();
  readonly steps: (readonly string[])[] = [];
  readonly falls = new Map<string, Fall>();

  constructor(argument: Argument, isGone: (note: string) => boolean) {
    this.#argument = argument;
    const before = carried(argument, () => false);
    const steps = [...argument.inferences.values()];
    this.#whole = new Set(steps.filter((one) => premisesOf(one).every((premise) => before.has(premise))));
    for (const { id, notes } of argument.claims.values()) {
      const steps = argument.supportsFor(id).filter((one) => this.#whole.has(one));
      this.#left.set(id, new Set(notes).size + steps.length);
      for (const note of new Set(notes)) if (isGone(note)) this.#lose(id, { kind: 'note', note });
    }
    const after = carried(argument, isGone);
    this.#run(new Set([...before].filter((id) => !after.has(id))));
  }

  #run(doomed: Set<string>): void {
    const isBare = (id: string): boolean => this.#left.get(id) === 0;
    let next = new Set([...doomed].filter(isBare));
    while (doomed.size > 0) {
      const isCircular = next.size === 0;
      // Claims that hold up only each other fall when all else has: then nothing but the circle is left.
      const falling = isCircular ? firstCircles(this.#argument, doomed, this.#whole) : next;
      next = new Set([...this.#fall(falling, isCircular)].filter((id) => !falling.has(id) && isBare(id)));
      for (const id of falling) doomed.delete(id);
    }
  }

  #lose(claim: string, loss: Loss): void {
    const losses = this.#losses.get(claim);
    if (losses) losses.push(loss);
    else this.#losses.set(claim, [loss]);
    this.#left.set(claim, (this.#left.get(claim) ?? 0) - 1);
  }

  /** Lets claims fall in one step; answers the conclusions of the steps that break through it. */
  #fall(falling: ReadonlySet<string>, isCircular: boolean): ReadonlySet<string> {
    const ordered = [...this.#argument.claims.keys()].filter((id) => falling.has(id));
    const touched = new Set<string>();
    for (const premise of ordered) {
      for (const one of this.#argument.stepsFrom(premise)) {
        if (!this.#whole.delete(one)) continue;
        this.#lose(one.conclusion, { kind: 'inference', inference: one.id, premise });
        touched.add(one.conclusion);
      }
    }
    const step = this.steps.length;
    for (const claim of ordered) {
      this.falls.set(claim, { claim, step, isCircular, losses: this.#losses.get(claim) ?? [] });
    }
    this.steps.push(ordered);
    return touched;
  }

  weakened(): ReadonlyMap<string, Weakening> {
    const found = new Map<string, Weakening>();
    for (const claim of this.#argument.claims.keys()) {
      const losses = this.#losses.get(claim);
      if (losses && !this.falls.has(claim)) {
        found.set(claim, { claim, losses, left: this.#left.get(claim) ?? 0 });
      }
    }
    return found;
  }

  /** What the attackers that fell attacked. Whether it stands the better for it is not decided here. */
  released(): readonly Release[] {
    const isDown = (id: string): boolean => {
      const inference = this.#argument.inferences.get(id);
      return inference ? !this.#whole.has(inference) : this.falls.has(id);
    };
    return [...this.#argument.conflicts.values()].flatMap(({ id, from, to, mutual }): Release[] => {
      if (this.falls.has(from) && !isDown(to)) return [{ conflict: id, attacker: from, attacked: to }];
      if (mutual && this.falls.has(to) && !isDown(from)) {
        return [{ conflict: id, attacker: to, attacked: from }];
      }
      return [];
    });
  }
}

/**
 * What happens to the argument without `gone` (ids of authorities and notes). A claim falls when it was carried and
 * nothing carries it any more; of several steps to a claim each must break, and a step breaks with its first premise.
 */
export function without(backing: Backing, gone: ReadonlySet<string>): Outcome {
  const removal = new Removal(backing.argument, goesWith(backing, gone));
  const { steps, falls } = removal;
  return { steps, falls, weakened: removal.weakened(), released: removal.released() };
}
