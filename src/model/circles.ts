/** Claims that hold up each other and nothing else: circles in the steps of an argument. Pure. */
import type { Argument } from './argument.ts';
import type { Inference } from './argument-records.ts';

/** Walks the claims backwards along whole steps, without recursion: arguments may be as deep as they are large. */
class Knots {
  readonly #next: (claim: string) => readonly string[];
  readonly #index = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();
  /** The number of the knot that a claim is in; a knot's number is above those of all knots that it leans on. */
  readonly of = new Map<string, number>();
  count = 0;

  constructor(claims: Iterable<string>, next: (claim: string) => readonly string[]) {
    this.#next = next;
    for (const claim of claims) if (!this.#index.has(claim)) this.#walk(claim);
  }

  #enter(claim: string): { claim: string; rest: string[] } {
    this.#index.set(claim, this.#index.size);
    this.#low.set(claim, this.#index.size - 1);
    this.#open.push(claim);
    this.#isOpen.add(claim);
    return { claim, rest: [...this.#next(claim)] };
  }

  #walk(start: string): void {
    const way = [this.#enter(start)];
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const to = here.rest.pop();
      if (to !== undefined) {
        if (!this.#index.has(to)) way.push(this.#enter(to));
        else if (this.#isOpen.has(to)) this.#lower(here.claim, this.#index.get(to) ?? 0);
        continue;
      }
      way.pop();
      const below = way.at(-1);
      if (below) this.#lower(below.claim, this.#low.get(here.claim) ?? 0);
      if (this.#low.get(here.claim) === this.#index.get(here.claim)) this.#close(here.claim);
    }
  }

  #lower(claim: string, to: number): void {
    this.#low.set(claim, Math.min(this.#low.get(claim) ?? to, to));
  }

  #close(head: string): void {
    for (let claim = this.#open.pop(); claim !== undefined; claim = this.#open.pop()) {
      this.#isOpen.delete(claim);
      this.of.set(claim, this.count);
      if (claim === head) break;
    }
    this.count += 1;
  }
}

/**
 * Of `doomed` claims, each of which only others among them still support, those that stand in a circle which leans on
 * nothing outside itself. `whole` are the steps that are not broken. Never empty unless `doomed` is.
 */
export function firstCircles(
  argument: Argument,
  doomed: ReadonlySet<string>,
  whole: ReadonlySet<Inference>,
): ReadonlySet<string> {
  const below = (claim: string): readonly string[] =>
    argument
      .supportsFor(claim)
      .filter((step) => whole.has(step))
      .flatMap((step) => step.premises.map((one) => one.claim))
      .filter((premise) => doomed.has(premise));
  const knots = new Knots(doomed, below);
  const leaning = new Set<number | undefined>();
  for (const claim of doomed) {
    const own = knots.of.get(claim);
    if (below(claim).some((premise) => knots.of.get(premise) !== own)) leaning.add(own);
  }
  return new Set([...doomed].filter((claim) => !leaning.has(knots.of.get(claim))));
}

/** The circles of an argument's steps: claims that all lead to each other, and claims that are their own premises. */
export function circlesOf(argument: Argument): readonly (readonly string[])[] {
  const below = (claim: string): readonly string[] =>
    argument.supportsFor(claim).flatMap((step) => step.premises.map((one) => one.claim));
  const knots = new Knots(argument.claims.keys(), below);
  const members = new Map<number, string[]>();
  for (const claim of argument.claims.keys()) {
    const knot = knots.of.get(claim) ?? -1;
    const known = members.get(knot);
    if (known) known.push(claim);
    else members.set(knot, [claim]);
  }
  return [...members.values()].filter(
    ([first = '', ...others]) => others.length > 0 || below(first).includes(first),
  );
}
