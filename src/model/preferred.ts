/**
 * What is preferred to what: preferences hold on through others, and in a circle they cancel out. Which attacks that
 * stops is ASPIC+'s rule with the last link (Modgil & Prakken 2014): see `grounded`. Pure.
 */
import type { Preference } from './argument-records.ts';

type Preferring = Pick<Preference, 'over' | 'under'>;

/** Answers for a set of preferences; remembers what it has walked. */
export class Preferred {
  readonly #under = new Map<string, string[]>();
  readonly #reached = new Map<string, ReadonlySet<string>>();

  constructor(preferences: Iterable<Preferring>) {
    for (const { over, under } of preferences) {
      const known = this.#under.get(over);
      if (known) known.push(under);
      else this.#under.set(over, [under]);
    }
  }

  /** Whether anything is preferred to anything. */
  get isEmpty(): boolean {
    return this.#under.size === 0;
  }

  #below(id: string): ReadonlySet<string> {
    let reached = this.#reached.get(id) as Set<string> | undefined;
    if (reached) return reached;
    this.#reached.set(id, (reached = new Set(this.#under.get(id))));
    // The set grows while it is walked.
    for (const one of reached) for (const next of this.#under.get(one) ?? []) reached.add(next);
    return reached;
  }

  /** Whether one of `these` is preferred to one of `those`, and none the other way round. */
  isOver(these: readonly string[], those: readonly string[]): boolean {
    const has = (some: readonly string[], others: readonly string[]): boolean =>
      some.some((one) => others.some((other) => this.#below(one).has(other)));
    return has(these, those) && !has(those, these);
  }
}
