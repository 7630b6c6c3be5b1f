/**
 * Three-valued logic over rules: what must hold, what cannot, and what nothing decides (Kripke 1975, Fitting 1985).
 * In time linear in the length of the rules, whatever their shape. Pure.
 */

/** `head` holds where all of `needs` hold and none of `bars` does. Without either it is a fact. */
export interface Rule {
  readonly head: string;
  readonly needs: readonly string[];
  readonly bars: readonly string[];
}

interface State {
  readonly rule: Rule;
  /** How many of its parts are not yet as the rule wants them. */
  left: number;
  isDead: boolean;
}

class Solving {
  readonly values = new Map<string, boolean>();
  readonly #live = new Map<string, number>();
  readonly #needing = new Map<string, State[]>();
  readonly #barred = new Map<string, State[]>();
  readonly #queue: string[] = [];

  constructor(rules: readonly Rule[], atoms: Iterable<string>) {
    const states = rules.map((rule) => ({
      rule,
      left: rule.needs.length + rule.bars.length,
      isDead: false,
    }));
    for (const state of states) this.#enter(state);
    for (const state of states) if (state.left === 0) this.#decide(state.rule.head, true);
    for (const id of [...atoms, ...this.#needing.keys(), ...this.#barred.keys()]) {
      if (!this.#live.has(id)) this.#decide(id, false);
    }
    // The queue grows while it is walked.
    for (const id of this.#queue) this.#pass(id, this.values.get(id) ?? false);
  }

  #enter(state: State): void {
    const { head, needs, bars } = state.rule;
    this.#live.set(head, (this.#live.get(head) ?? 0) + 1);
    for (const id of needs) push(this.#needing, id, state);
    for (const id of bars) push(this.#barred, id, state);
  }

  #decide(id: string, holds: boolean): void {
    if (this.values.has(id)) return;
    this.values.set(id, holds);
    this.#queue.push(id);
  }

  #pass(id: string, holds: boolean): void {
    const [met, broken] = holds ? [this.#needing, this.#barred] : [this.#barred, this.#needing];
    for (const state of met.get(id) ?? []) {
      state.left -= 1;
      if (state.left === 0 && !state.isDead) this.#decide(state.rule.head, true);
    }
    for (const { rule } of (broken.get(id) ?? []).filter(kill)) {
      const live = (this.#live.get(rule.head) ?? 0) - 1;
      this.#live.set(rule.head, live);
      if (live === 0) this.#decide(rule.head, false);
    }
  }
}

/** Ends a rule; false where it had ended before. */
function kill(state: State): boolean {
  const isNew = !state.isDead;
  state.isDead = true;
  return isNew;
}

function push(index: Map<string, State[]>, key: string, state: State): void {
  const list = index.get(key);
  if (list) list.push(state);
  else index.set(key, [state]);
}

/**
 * The least fixed point: true for what holds by the rules, false for what cannot; no entry where nothing decides.
 * Of `atoms`, and of all that stands in a rule, what is the head of none cannot hold.
 */
export const fixedPoint = (rules: readonly Rule[], atoms: Iterable<string>): ReadonlyMap<string, boolean> =>
  new Solving(rules, atoms).values;
