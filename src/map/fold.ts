/** Which groups are folded into one node, and by what node a claim is shown then. */
import type { Argument } from '../model/argument.ts';
import { claimRoles, type Claim } from '../model/argument-records.ts';

/** The groups around a group, itself first; stops where a parent is missing or comes round again. */
export function groupChain(argument: Argument, group: string | null): readonly string[] {
  const chain: string[] = [];
  for (let id = group; id !== null && argument.groups.has(id) && !chain.includes(id);) {
    chain.push(id);
    id = argument.groups.get(id)?.parent ?? null;
  }
  return chain;
}

/** The innermost box that a claim or group of `group` stands in; null outside any. */
export const boxAround = (
  argument: Argument,
  boxes: ReadonlySet<string>,
  group: string | null,
): string | null => groupChain(argument, group).find((id) => boxes.has(id)) ?? null;

/** The node that stands for a claim: the claim itself, or the outermost folded group around it. */
export function shownAs(argument: Argument, folded: ReadonlySet<string>, claim: string): string {
  const group = argument.claims.get(claim)?.group ?? null;
  return groupChain(argument, group).findLast((id) => folded.has(id)) ?? claim;
}

/** The innermost group that holds all of `chains` (each from the inside out); null where there is none. */
export function commonGroup(chains: readonly (readonly string[])[]): string | null {
  const [first, ...others] = chains;
  return first?.find((id) => others.every((chain) => chain.includes(id))) ?? null;
}

/** Groups that hold claims, themselves or further in, with the number of claims. */
export function groupSizes(argument: Argument): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const claim of argument.claims.values()) {
    for (const id of groupChain(argument, claim.group)) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  return sizes;
}

/** The claim that speaks for a group: of the highest role in it, one that supports no other there. */
export function headOf(argument: Argument, group: string): Claim | null {
  const inside = [...argument.claims.values()].filter((claim) =>
    groupChain(argument, claim.group).includes(group),
  );
  const ids = new Set(inside.map((claim) => claim.id));
  const isLast = (claim: Claim): boolean =>
    argument.stepsFrom(claim.id).every((step) => !ids.has(step.conclusion));
  // Background feeds premises, so where both end a group the premise says what the group comes to.
  const rank = (claim: Claim): number =>
    claimRoles.indexOf(claim.role === 'background' ? 'premise' : claim.role) * 2 + (isLast(claim) ? 0 : 1);
  return inside.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** A group of fewer claims gains nothing by being folded. */
const leastFolded = 3;

/** A map of more claims than this is large: it opens with its innermost groups folded, or no word could be read. */
const openLimit = 40;

const parentsOf = (argument: Argument): ReadonlySet<string | null> =>
  new Set([...argument.groups.values()].map((group) => group.parent));

/**
 * The groups that are drawn as boxes: all of a small map's. In a large one the innermost alone, since each box
 * around boxes pushes its claims so far apart that none can be read.
 */
export function boxedGroups(argument: Argument): ReadonlySet<string> {
  const ids = [...groupSizes(argument).keys()];
  if (argument.claims.size <= openLimit) return new Set(ids);
  const parents = parentsOf(argument);
  return new Set(ids.filter((id) => !parents.has(id)));
}

/** The innermost groups that are worth folding; what holds a conclusion stays open. */
export function foldable(argument: Argument): ReadonlySet<string> {
  const parents = parentsOf(argument);
  const concluding = new Set(
    [...argument.claims.values()].filter((claim) => claim.role === 'conclusion').map((claim) => claim.group),
  );
  const inner = [...groupSizes(argument)].filter(
    ([id, size]) => size >= leastFolded && !parents.has(id) && !concluding.has(id),
  );
  return new Set(inner.map(([id]) => id));
}

/** What is folded when a map is first shown. */
export const foldedAtFirst = (argument: Argument): ReadonlySet<string> =>
  argument.claims.size > openLimit ? foldable(argument) : new Set();
