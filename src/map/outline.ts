/** The argument as a tree: conclusions on top, under each claim what supports it and what speaks against it. Pure. */
import type { Argument } from '../model/argument.ts';
import type { Conflict, Inference } from '../model/argument-records.ts';

/** How an item bears on the one above it. `linked`: it supports it only together with its siblings. */
export type Bearing = 'top' | 'supports' | 'linked' | 'against' | 'undercuts' | 'beside' | 'words';

/** A line of the outline. */
export interface OutlineItem {
  /** Unique in the outline; the same for the same thing as long as it stands under the same one. */
  readonly key: string;
  /**
   * `again`: the claim stands elsewhere, with all that belongs to it. `step`: linked premises, or a step that is
   * attacked. `wording`: how the claim above is worded too. `branch`: what leads nowhere.
   */
  readonly kind: 'claim' | 'again' | 'step' | 'wording' | 'branch';
  /** Id of the claim (of a wording the one that is worded so) or inference; empty for the branch. */
  readonly id: string;
  readonly bearing: Bearing;
  /** Id of the inference or conflict by which it bears on what stands above it; of a wording its own; else null. */
  readonly via: string | null;
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

/** Key of the branch of what leads nowhere. */
export const branchKey = 'beside';

const mainKey = (id: string): string => `=${id}`;

/** An item that is still to be made: where it goes, and what it is. */
interface Task {
  readonly into: OutlineItem[];
  readonly under: string;
  readonly id: string;
  readonly bearing: Bearing;
  /** By which it bears on what is above. */
  readonly via: Inference | Conflict | null;
  /** Set where the item is the step itself. */
  readonly step: Inference | null;
}

/** The premises of a step, each once. */
const premisesOf = (step: Inference): readonly string[] => [
  ...new Set(step.premises.map((one) => one.claim)),
];

/** Goes deep by a list of its own: a chain of ten thousand steps is no circle, and has a right to its lines. */
class OutlineBuilder {
  readonly #argument: Argument;
  readonly #seen = new Set<string>();

  readonly #hasWordings: boolean;

  constructor(argument: Argument, hasWordings: boolean) {
    this.#argument = argument;
    this.#hasWordings = hasWordings;
  }

  build(): OutlineItem[] {
    const claims = [...this.#argument.claims.values()];
    const isEnd = (id: string): boolean => this.#argument.stepsFrom(id).length === 0;
    const isFree = (id: string): boolean => isEnd(id) && this.#argument.attacksBy(id).length === 0;
    const conclusions = claims.filter((claim) => claim.role === 'conclusion' && isEnd(claim.id));
    const heads = claims.filter(
      (claim) => !claim.aside && isFree(claim.id) && this.#argument.supportsFor(claim.id).length > 0,
    );
    const top: OutlineItem[] = [];
    for (const { id } of [...conclusions, ...heads]) this.#root(id, 'top', top);
    // What is left leads nowhere: what bears on nothing first, then ends, then (in a circle) whatever has no end.
    const left = [
      ...claims.filter((claim) => isFree(claim.id)),
      ...claims.filter((claim) => isEnd(claim.id)),
      ...claims,
    ];
    const children: OutlineItem[] = [];
    for (const { id } of left) this.#root(id, 'beside', children);
    const branch: OutlineItem = {
      key: branchKey,
      kind: 'branch',
      id: '',
      bearing: 'beside',
      via: null,
      children,
    };
    return children.length > 0 ? [...top, branch] : top;
  }

  #root(id: string, bearing: Bearing, into: OutlineItem[]): void {
    if (this.#seen.has(id)) return;
    const tasks: Task[] = [{ into, under: '', id, bearing, via: null, step: null }];
    for (let task = tasks.pop(); task; task = tasks.pop()) tasks.push(...this.#make(task).reverse());
  }

  /** Makes an item and answers what is to be made under it. */
  #make(task: Task): Task[] {
    const { into, under, id, bearing, via, step } = task;
    const isAgain = !step && this.#seen.has(id);
    const key = isAgain ? `${under}>${via?.id ?? ''}>${id}` : mainKey(id);
    const children: OutlineItem[] = [];
    const kind = step ? 'step' : isAgain ? 'again' : 'claim';
    into.push({ key, kind, id, bearing, via: via?.id ?? null, children });
    if (isAgain) return [];
    if (step) return [...this.#premises(step, key, children), ...this.#attackers(id, key, children, null)];
    this.#seen.add(id);
    children.push(...this.#wordings(id, key));
    const supports = this.#argument.supportsFor(id).flatMap((one) => this.#support(one, key, children));
    return [...supports, ...this.#attackers(id, key, children, via)];
  }

  #wordings(id: string, under: string): OutlineItem[] {
    const wordings = this.#hasWordings ? (this.#argument.claims.get(id)?.wordings ?? []) : [];
    return wordings.map((one) => ({
      key: `${under}~${one.id}`,
      kind: 'wording',
      id,
      bearing: 'words',
      via: one.id,
      children: [],
    }));
  }

  /** A step of one premise that nothing attacks is told in the line of its premise. */
  #support(step: Inference, under: string, into: OutlineItem[]): Task[] {
    const premises = premisesOf(step);
    const isFolded = premises.length === 1 && this.#argument.attacksOn(step.id).length === 0;
    return isFolded
      ? this.#premises(step, under, into)
      : [{ into, under, id: step.id, bearing: 'supports', via: step, step }];
  }

  #premises(step: Inference, under: string, into: OutlineItem[]): Task[] {
    const premises = premisesOf(step);
    const bearing = premises.length > 1 ? 'linked' : 'supports';
    return premises.map((id) => ({ into, under, id, bearing, via: step, step: null }));
  }

  /** `by` is what led here: of two claims that attack each other the upper one is not said again. */
  #attackers(id: string, under: string, into: OutlineItem[], by: Task['via']): Task[] {
    const bearing = this.#argument.inferences.has(id) ? 'undercuts' : 'against';
    return this.#argument
      .attacksOn(id)
      .filter((conflict) => conflict !== by)
      .map((via) => {
        const attacker = via.from === id ? via.to : via.from;
        return { into, under, id: attacker, bearing, via, step: null };
      });
  }
}

/**
 * Builds the outline. Every claim of the argument is in it exactly once as `claim`; further places are `again`. The
 * other wordings of claims are lines of their own only where they are asked for.
 */
export const buildOutline = (argument: Argument, { hasWordings = false } = {}): readonly OutlineItem[] =>
  new OutlineBuilder(argument, hasWordings).build();

/** The items that show, in order: those whose ancestors are all open. */
export function placeItems(items: readonly OutlineItem[], isOpen: (key: string) => boolean): PlacedItem[] {
  const placed: PlacedItem[] = [];
  const left: PlacedItem[] = [];
  const add = (siblings: readonly OutlineItem[], parent: string | null, level: number): void => {
    const setSize = siblings.length;
    for (let at = setSize - 1; at >= 0; at -= 1) {
      const item = siblings[at];
      if (item) left.push({ item, parent, level, position: at + 1, setSize });
    }
  };
  add(items, null, 1);
  for (let one = left.pop(); one; one = left.pop()) {
    placed.push(one);
    if (isOpen(one.item.key)) add(one.item.children, one.item.key, one.level + 1);
  }
  return placed;
}

/** Where everything of an outline stands. */
export interface OutlineIndex {
  /** All items, open or not, by their keys. */
  readonly placed: ReadonlyMap<string, PlacedItem>;
  /** Key of the line that says a record: a claim's own, a step's, else the one that tells of the step or conflict. */
  readonly lines: ReadonlyMap<string, string>;
}

/** Indexes an outline. */
export function indexOutline(items: readonly OutlineItem[]): OutlineIndex {
  const all = placeItems(items, () => true);
  const lines = new Map<string, string>();
  for (const { item } of all) if (item.kind === 'claim' || item.kind === 'step') lines.set(item.id, item.key);
  // A line that says the claim itself tells of a relation rather than one that only points to it.
  for (const kind of ['claim', 'again']) {
    for (const { item } of all) {
      if (item.kind === kind && item.via !== null && !lines.has(item.via)) lines.set(item.via, item.key);
    }
  }
  return { placed: new Map(all.map((one) => [one.item.key, one])), lines };
}

/** The keys from the top down to the line that says a claim, step or conflict; empty where there is none. */
export function wayIn({ placed, lines }: OutlineIndex, id: string): readonly string[] {
  const way: string[] = [];
  for (let key = lines.get(id) ?? null; key !== null; key = placed.get(key)?.parent ?? null) way.unshift(key);
  return way;
}

/** As `wayIn`, of an outline that has no index. */
export const wayTo = (items: readonly OutlineItem[], id: string): readonly string[] =>
  wayIn(indexOutline(items), id);
