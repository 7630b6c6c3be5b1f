/** Two arguments on one paper held against each other: what both say, what only one says, where they differ. Pure. */
import { pairClaims, type Pair, type ToldClaim } from './alike-claims.ts';
import type { Argument } from './argument.ts';
import type { Claim, Conflict, Inference } from './argument-records.ts';
import { grounded, type Label } from './grounded.ts';

export type Side = 'left' | 'right';

/** What can differ in a claim that both have. */
export type Difference = 'wording' | 'role' | 'notes' | 'label';

/** A claim that both have. */
export interface Both extends Pair {
  readonly differs: readonly Difference[];
  /** How each argument, taken by itself, labels it. */
  readonly labels: Readonly<Record<Side, Label>>;
}

/** A step or an attack: in both, or in one alone. */
export interface ComparedLink {
  readonly left: Inference | Conflict | null;
  readonly right: Inference | Conflict | null;
  /**
   * Of a link that both have: what differs. `shape`: they bring the same to bear on the same, but link the premises
   * otherwise or attack in another way.
   */
  readonly differs: readonly ('shape' | 'implicit' | 'scheme')[];
}

export interface Comparison {
  readonly both: readonly Both[];
  readonly onlyLeft: readonly Claim[];
  readonly onlyRight: readonly Claim[];
  readonly links: readonly ComparedLink[];
}

/** An argument, and what tells each of its claims. */
export interface ToldArgument {
  readonly argument: Argument;
  readonly told: (claim: Claim) => ToldClaim;
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n');

const labelIn = (labels: ReadonlyMap<string, Label>, { id }: Claim): Label => labels.get(id) ?? 'undecided';

function withDifferences(pair: Pair, labels: Both['labels']): Both {
  const { left, right } = pair;
  const differs: readonly (readonly [Difference, boolean])[] = [
    ['wording', left.wording.trim() !== right.wording.trim()],
    ['role', left.role !== right.role],
    ['notes', !sameSet(left.notes, right.notes)],
    ['label', labels.left !== labels.right],
  ];
  return { ...pair, labels, differs: differs.filter(([, is]) => is).map(([what]) => what) };
}

/** Says of links of one side what they are in the ids of the left; null where they touch what only the right has. */
class Naming {
  readonly #names: ReadonlyMap<string, string> | null;
  readonly #argument: Argument;

  constructor(argument: Argument, names: ReadonlyMap<string, string> | null) {
    this.#argument = argument;
    this.#names = names;
  }

  claim(id: string): string {
    return this.#names ? (this.#names.get(id) ?? `right ${id}`) : id;
  }

  premises({ premises }: Inference): string {
    return premises
      .map((one) => this.claim(one.claim))
      .sort()
      .join(' + ');
  }

  /** What bears on what, whatever its shape: one key for each premise and its conclusion, one for an attack. */
  ends(link: Inference | Conflict): string[] {
    if (link.kind === 'inference')
      return link.premises.map((one) => `${this.claim(one.claim)} > ${this.claim(link.conclusion)}`);
    const struck = this.#argument.inferences.get(link.to);
    const to = struck ? `${this.premises(struck)} > ${this.claim(struck.conclusion)}` : this.claim(link.to);
    const ends = [this.claim(link.from), to];
    return [`${(link.mutual ? ends.sort() : ends).join(' x ')}`];
  }

  /** All of what it is but its circumstances. */
  whole(link: Inference | Conflict): string {
    if (link.kind === 'inference') return `${this.premises(link)} > ${this.claim(link.conclusion)}`;
    return `${this.ends(link).join()} ${link.attack} ${link.mutual}`;
  }
}

const linksOf = ({ inferences, conflicts }: Argument): (Inference | Conflict)[] => [
  ...inferences.values(),
  ...conflicts.values(),
];

function circumstances(left: Inference | Conflict, right: Inference | Conflict): ComparedLink['differs'] {
  if (left.kind !== 'inference' || right.kind !== 'inference') return [];
  return [
    ...(left.implicit === right.implicit ? [] : (['implicit'] as const)),
    ...(left.scheme === right.scheme ? [] : (['scheme'] as const)),
  ];
}

/** Matches links that are wholly the same first, then those that bring the same to bear on the same. */
function compareLinks(left: Argument, right: Argument, names: ReadonlyMap<string, string>): ComparedLink[] {
  const [here, there] = [new Naming(left, null), new Naming(right, names)];
  const open = new Map(linksOf(right).map((link) => [link.id, link]));
  const matched = new Map<string, ComparedLink>();
  const match = (
    keysOf: (naming: Naming, link: Inference | Conflict) => readonly string[],
    isWhole: boolean,
  ): void => {
    const index = new Map<string, Inference | Conflict>();
    for (const link of open.values())
      for (const key of keysOf(there, link)) index.set(`${link.kind} ${key}`, link);
    for (const link of linksOf(left)) {
      if (matched.has(link.id)) continue;
      const other = keysOf(here, link)
        .map((key) => index.get(`${link.kind} ${key}`))
        .find((one) => one !== undefined && open.has(one.id));
      if (!other) continue;
      open.delete(other.id);
      const shape = isWhole ? [] : (['shape'] as const);
      matched.set(link.id, { left: link, right: other, differs: [...shape, ...circumstances(link, other)] });
    }
  };
  match((naming, link) => [naming.whole(link)], true);
  match((naming, link) => naming.ends(link), false);
  const ours = linksOf(left).map((link) => matched.get(link.id) ?? { left: link, right: null, differs: [] });
  return [...ours, ...[...open.values()].map((link) => ({ left: null, right: link, differs: [] }))];
}

/** Compares two arguments on one paper. */
export function compareArguments(left: ToldArgument, right: ToldArgument): Comparison {
  const [ours, theirs] = [left, right].map(({ argument, told }) =>
    [...argument.claims.values()].map(told),
  ) as [ToldClaim[], ToldClaim[]];
  const pairs = pairClaims(ours, theirs);
  const labels = { left: grounded(left.argument), right: grounded(right.argument) };
  const both = pairs.map((pair) =>
    withDifferences(pair, {
      left: labelIn(labels.left, pair.left),
      right: labelIn(labels.right, pair.right),
    }),
  );
  const [known, found] = [
    new Set(pairs.map((one) => one.left.id)),
    new Set(pairs.map((one) => one.right.id)),
  ];
  const names = new Map(pairs.map((one) => [one.right.id, one.left.id]));
  return {
    both,
    onlyLeft: [...left.argument.claims.values()].filter(({ id }) => !known.has(id)),
    onlyRight: [...right.argument.claims.values()].filter(({ id }) => !found.has(id)),
    links: compareLinks(left.argument, right.argument, names),
  };
}
