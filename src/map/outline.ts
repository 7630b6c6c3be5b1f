/** The argument as a tree: conclusions on top, under each claim what supports it and what speaks against it. Pure. */
import type { Argument } from '../model/argument.ts';
import type { Conflict, Inference } from '../model/argument-records.ts';

/** How an item bears on the one above it. `linked`: it supports it only together with its siblings. */
export type Bearing = 'top' | 'supports' | 'linked' | 'against' | 'undercuts' | 'beside';

/** A line of the outline. */
export interface OutlineItem {
  /** Unique in the outline: the way from the top. */
  readonly key: string;
  /** `again`: the claim stands elsewhere, with all that belongs to it. `step`: linked premises. `branch`: what leads nowhere. */
  readonly kind: 'claim' | 'again' | 'step' | 'branch';
  /** Id of the claim or inference; empty for the branch. */
  readonly id: string;
  readonly bearing: Bearing;
  readonly children: readonly OutlineItem[];
}

/** An item where it stands, with the numbers that `role=treeitem` wants. */
export interface PlacedItem {
  readonly item: OutlineItem;
  readonly parent: string | null;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
}

class OutlineBuilder {
  readonly #argument: Argument;
  readonly #seen = new Set<string>();

  constructor(argument: Argument) {
    this.#argument = argument;
  }

  build(): OutlineItem[] {
    const claims = [...this.#argument.claims.values()];
    const isEnd = (id: string): boolean => this.#argument.stepsFrom(id).length === 0;
    const isFree = (id: string): boolean => isEnd(id) && this.#argument.attacksBy(id).length === 0;
    const conclusions = claims.filter((claim) => claim.role === 'conclusion' && isEnd(claim.id));
    const heads = claims.filter(
      (claim) => !claim.aside && isFree(claim.id) && this.#argument.supportsFor(claim.id).length > 0,
    );
    const top = [...conclusions, ...heads].flatMap((claim) => this.#unseen(claim.id, 'top', ''));
    // What is left leads nowhere: ends first, then (in a circle) whatever has no end.
    const left = [...claims.filter((claim) => isEnd(claim.id)), ...claims];
    const children = left.flatMap((claim) => this.#unseen(claim.id, 'beside', 'beside/'));
    return children.length > 0
      ? [...top, { key: 'beside', kind: 'branch', id: '', bearing: 'beside', children }]
      : top;
  }

  #unseen(id: string, bearing: Bearing, path: string): OutlineItem[] {
    return this.#seen.has(id) ? [] : [this.#claim(id, bearing, path, null)];
  }

  #claim(id: string, bearing: Bearing, path: string, by: Conflict | null): OutlineItem {
    const key = `${path}${id}`;
    if (this.#seen.has(id)) return { key, kind: 'again', id, bearing, children: [] };
    this.#seen.add(id);
    const children = this.#argument.supportsFor(id).flatMap((one) => this.#support(one, `${key}/`));
    return {
      key,
      kind: 'claim',
      id,
      bearing,
      children: [...children, ...this.#attackers(id, `${key}/`, by)],
    };
  }

  #support(inference: Inference, path: string): OutlineItem[] {
    const attacks = this.#argument.attacksOn(inference.id);
    const [only, ...others] = inference.premises;
    if (only && others.length === 0 && attacks.length === 0) {
      return [this.#claim(only.claim, 'supports', `${path}${inference.id}/`, null)];
    }
    const key = `${path}${inference.id}`;
    const bearing = others.length > 0 ? 'linked' : 'supports';
    const premises = inference.premises.map((one) => this.#claim(one.claim, bearing, `${key}/`, null));
    const children = [...premises, ...this.#attackers(inference.id, `${key}/`, null)];
    return [{ key, kind: 'step', id: inference.id, bearing: 'supports', children }];
  }

  /** `by` is the conflict that led here: of two claims that attack each other the upper one is not said again. */
  #attackers(id: string, path: string, by: Conflict | null): OutlineItem[] {
    const isStep = this.#argument.inferences.has(id);
    return this.#argument.attacksOn(id).flatMap((conflict) => {
      if (conflict === by) return [];
      const attacker = conflict.from === id ? conflict.to : conflict.from;
      return [this.#claim(attacker, isStep ? 'undercuts' : 'against', `${path}${conflict.id}/`, conflict)];
    });
  }
}

/** Builds the outline. Every claim of the argument is in it exactly once as `claim`; further places are `again`. */
export const buildOutline = (argument: Argument): readonly OutlineItem[] =>
  new OutlineBuilder(argument).build();

/** The items that show, in order: those whose ancestors are all open. */
export function placeItems(items: readonly OutlineItem[], isOpen: (key: string) => boolean): PlacedItem[] {
  const placed: PlacedItem[] = [];
  const visit = (siblings: readonly OutlineItem[], parent: string | null, level: number): void => {
    siblings.forEach((item, index) => {
      placed.push({ item, parent, level, position: index + 1, setSize: siblings.length });
      if (isOpen(item.key)) visit(item.children, item.key, level + 1);
    });
  };
  visit(items, null, 1);
  return placed;
}

/** The keys from the top down to the item that holds a claim (or step) itself; empty where there is none. */
export function wayTo(items: readonly OutlineItem[], id: string): readonly string[] {
  for (const item of items) {
    if (item.id === id && item.kind !== 'again') return [item.key];
    const way = wayTo(item.children, id);
    if (way.length > 0) return [item.key, ...way];
  }
  return [];
}
