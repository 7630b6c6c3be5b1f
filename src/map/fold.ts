/** Which groups are folded into one node, and by what node a claim is shown then. */
import type { Argument } from '../model/argument.ts';

/** The groups around a group, itself first; stops where a parent is missing or comes round again. */
export function groupChain(argument: Argument, group: string | null): readonly string[] {
  const chain: string[] = [];
  for (let id = group; id !== null && argument.groups.has(id) && !chain.includes(id); ) {
    chain.push(id);
    id = argument.groups.get(id)?.parent ?? null;
  }
  return chain;
}

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
