/**
 * Which claims of an argument are to be accepted: grounded labelling, the most cautious of the usual semantics
 * (Dung 1995; labels after Caminada 2006), with steps of support as in Carneades: a claim needs one step, or its own
 * ground, that holds; a step needs all its premises and no accepted undercut. Pure.
 */
import type { Argument } from './argument.ts';
import type { Conflict } from './argument-records.ts';

export type Label = 'accepted' | 'rejected' | 'undecided';

/** The labels of claims and inferences by id. */
export type Labelling = ReadonlyMap<string, Label>;

/** Whoever attacks `id` in a conflict: its `from`, or the other side of a mutual one. */
export const attackerIn = (conflict: Conflict, id: string): string =>
  conflict.to === id ? conflict.from : conflict.to;

/** A claim stands on its own ground where a note carries it, or where nobody argues for it. */
export const hasOwnGround = (argument: Argument, claim: string): boolean =>
  (argument.claims.get(claim)?.notes.length ?? 0) > 0 || argument.supportsFor(claim).length === 0;

/** Of labels of which one suffices. */
const some = (labels: readonly Label[]): Label => {
  if (labels.includes('accepted')) return 'accepted';
  return labels.every((label) => label === 'rejected') ? 'rejected' : 'undecided';
};

/** Of labels that are all needed. */
const every = (labels: readonly Label[]): Label => {
  if (labels.includes('rejected')) return 'rejected';
  return labels.every((label) => label === 'accepted') ? 'accepted' : 'undecided';
};

const opposite: Readonly<Record<Label, Label>> = {
  accepted: 'rejected',
  rejected: 'accepted',
  undecided: 'undecided',
};

/** Labels grow from "undecided" only, each once: so the result is the least fixed point, whatever the order. */
class Growth {
  readonly #argument: Argument;
  readonly #gone: ReadonlySet<string>;
  readonly labels = new Map<string, Label>();

  constructor(argument: Argument, gone: ReadonlySet<string>) {
    this.#argument = argument;
    this.#gone = gone;
    const queue = [...argument.claims.keys(), ...argument.inferences.keys()];
    for (const id of queue) this.labels.set(id, 'undecided');
    // The queue grows while it is walked.
    for (const id of queue) {
      if (this.#of(id) !== 'undecided') continue;
      const label = argument.claims.has(id) ? this.#claim(id) : this.#inference(id);
      if (label === 'undecided') continue;
      this.labels.set(id, label);
      queue.push(...this.#leaning(id));
    }
  }

  #of(id: string): Label {
    return this.labels.get(id) ?? 'undecided';
  }

  #unharmed(id: string): Label[] {
    return this.#argument.attacksOn(id).map((conflict) => opposite[this.#of(attackerIn(conflict, id))]);
  }

  #claim(id: string): Label {
    if (this.#gone.has(id)) return 'rejected';
    const carried = hasOwnGround(this.#argument, id)
      ? 'accepted'
      : some(this.#argument.supportsFor(id).map((step) => this.#of(step.id)));
    return every([carried, ...this.#unharmed(id)]);
  }

  #inference(id: string): Label {
    const premises = this.#argument.inferences.get(id)?.premises ?? [];
    return every([...premises.map((premise) => this.#of(premise.claim)), ...this.#unharmed(id)]);
  }

  /** What may be labelled now that `id` is. */
  #leaning(id: string): string[] {
    const step = this.#argument.inferences.get(id);
    if (step) return [step.conclusion];
    const attacked = this.#argument.attacksBy(id).map(({ from, to }) => (from === id ? to : from));
    return [...this.#argument.stepsFrom(id).map((one) => one.id), ...attacked];
  }
}

/**
 * Labels every claim and inference. `gone` are ids of claims that are set aside: they count as rejected. Circles of
 * support or attack that nothing from outside decides stay undecided.
 */
export const grounded = (argument: Argument, gone: ReadonlySet<string> = new Set()): Labelling =>
  new Growth(argument, gone).labels;
