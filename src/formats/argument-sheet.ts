/** An argument as other programs and people read it outside of Warrant: what drawings, tables and outlines of it are made from. */
import type { Argument } from '../model/argument.ts';
import type { Claim, Conflict, Group } from '../model/argument-records.ts';

/** Where a claim stands in the paper. */
export interface ClaimPlace {
  /** `III.B ¶4 s2, p. 54`. */
  readonly words: string;
  /** The way to its first passage in Warrant; empty where there is none. */
  readonly link: string;
}

/** What is written down. */
export interface ArgumentSheet {
  readonly title: string;
  /** Where the paper is; empty where nobody knows. */
  readonly link: string;
  readonly argument: Argument;
  /** Null where none of its passages is found in the paper. */
  readonly placeOf: (claim: string) => ClaimPlace | null;
  /** Label of an author's note by its id (`54`). */
  readonly noteLabel: (note: string) => string;
  /** What a scheme is called, by what a step says of it; empty for none. */
  readonly schemeName: (scheme: string | null) => string;
}

/** A claim's words, or what stands for them where nobody has written any. */
export const wordsOf = ({ wording }: Claim): string => wording.trim() || '(no words yet)';

/** A group with what lies in it. */
export interface GroupTree {
  /** Null for the argument as a whole. */
  readonly group: Group | null;
  readonly claims: readonly Claim[];
  readonly groups: readonly GroupTree[];
}

/** The argument by its groups, as deep as they lie in each other; groups in a circle stand by themselves, empty ones too. */
export function groupTree({ claims, groups }: Argument): GroupTree {
  const inside = new Map<string | null, Group[]>();
  const members = new Map<string | null, Claim[]>();
  const add = <T>(index: Map<string | null, T[]>, key: string | null, one: T): void => {
    const known = index.get(key);
    if (known) known.push(one);
    else index.set(key, [one]);
  };
  for (const group of groups.values()) {
    const parent = group.parent !== null && leadsOut(groups, group) ? group.parent : null;
    add(inside, parent, group);
  }
  for (const claim of claims.values())
    add(members, claim.group !== null && groups.has(claim.group) ? claim.group : null, claim);
  const tree = (group: Group | null): GroupTree => ({
    group,
    claims: members.get(group?.id ?? null) ?? [],
    groups: (inside.get(group?.id ?? null) ?? []).map(tree),
  });
  return tree(null);
}

/** Groups deeper than this stand beside the others. */
const deepest = 50;

/** True where the groups around a group end in one that has none around it. */
function leadsOut(groups: ReadonlyMap<string, Group>, from: Group): boolean {
  let parent = from.parent;
  for (let level = 0; level < deepest; level += 1) {
    if (parent === null) return true;
    const group = groups.get(parent);
    // A group around it that is gone is no group around it.
    if (!group) return level > 0;
    parent = group.parent;
  }
  return false;
}

/** What an attack does, as a verb. */
export const attackVerb = ({ attack }: Conflict): string => `${attack}s`;

/** Names of nodes for programs whose names are plain: `c1`, `i1`, in the order of the argument. */
export class PlainNames {
  readonly #names = new Map<string, string>();

  constructor({ claims, inferences }: Argument) {
    [...claims.keys()].forEach((id, at) => this.#names.set(id, `c${at + 1}`));
    [...inferences.keys()].forEach((id, at) => this.#names.set(id, `i${at + 1}`));
  }

  /** The name of a claim or a step; empty for anything else. */
  of(id: string): string {
    return this.#names.get(id) ?? '';
  }
}
