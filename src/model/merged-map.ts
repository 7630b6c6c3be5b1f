/** Two compared arguments as one: what both have once, what only one has beside it. Pure. */
import type { Argument } from './argument.ts';
import type { Claim, Conflict, Group, Inference } from './argument-records.ts';
import type { ComparedLink, Comparison, Side } from './comparison.ts';

/** The records of one argument that holds two, and whose each is that only one of them has. */
export interface MergedMap {
  readonly records: readonly (Claim | Inference | Conflict | Group)[];
  /** By id of the record; what both have is not here. */
  readonly sides: ReadonlyMap<string, Side>;
}

/** Ids of the right argument in the merged one: of a claim that both have the left's, of all else its own or one that is free. */
class Names {
  readonly #names = new Map<string, string>();

  constructor({ both, links }: Comparison, taken: ReadonlySet<string>, all: Iterable<string>) {
    for (const { left, right } of both) this.#names.set(right.id, left.id);
    for (const { left, right } of links) if (left && right) this.#names.set(right.id, left.id);
    for (const id of all)
      if (!this.#names.has(id)) this.#names.set(id, taken.has(id) ? `${id.slice(0, 55)}:other` : id);
  }

  of(id: string): string {
    return this.#names.get(id) ?? id;
  }
}

function renamedLink(link: Inference | Conflict, names: Names): Inference | Conflict {
  const id = names.of(link.id);
  if (link.kind === 'conflict') return { ...link, id, from: names.of(link.from), to: names.of(link.to) };
  const premises = link.premises.map((one) => ({ ...one, claim: names.of(one.claim) }));
  return { ...link, id, premises, conclusion: names.of(link.conclusion) };
}

/** A link of both whose shape differs is drawn as the left has it: the list says how the right does. */
const isOnlyRight = (link: ComparedLink): boolean => link.left === null;

/** Merges two arguments by what a comparison of them found. */
export function mergeMaps(left: Argument, right: Argument, comparison: Comparison): MergedMap {
  const ours = [left.groups, left.claims, left.inferences, left.conflicts].flatMap(
    (all): MergedMap['records'] => [...all.values()],
  );
  const taken = new Set(ours.map(({ id }) => id));
  const foreign = [right.groups, right.claims, right.inferences, right.conflicts].flatMap((all) => [
    ...all.keys(),
  ]);
  const names = new Names(
    comparison,
    taken,
    foreign.filter((id) => !right.groups.has(id)),
  );
  // A group that both know by its id is the same; another's is taken along with its claims.
  const groups = [...right.groups.values()].filter(({ id }) => !left.groups.has(id));
  const claims = comparison.onlyRight.map((claim) => ({ ...claim, id: names.of(claim.id) }));
  const links = comparison.links.flatMap((link) =>
    isOnlyRight(link) && link.right ? [renamedLink(link.right, names)] : [],
  );
  const sides = new Map<string, Side>();
  for (const { id } of comparison.onlyLeft) sides.set(id, 'left');
  for (const { left: link, right: other } of comparison.links) if (link && !other) sides.set(link.id, 'left');
  for (const { id } of [...claims, ...links]) sides.set(id, 'right');
  return { records: [...ours, ...groups, ...claims, ...links], sides };
}
