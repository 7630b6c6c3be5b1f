/** What an outline shows of an argument: its items, which of them are shut, where each stands. Kept by identity. */
import { argument, type Desk } from '../desk/desk.ts';
import type { Argument } from '../model/argument.ts';
import type { Claim } from '../model/argument-records.ts';
import {
  buildOutline,
  indexOutline,
  placeItems,
  wayIn,
  type OutlineIndex,
  type OutlineItem,
  type PlacedItem,
} from './outline.ts';

/** An outline of more lines than this opens with its deeper branches shut. */
const openLimit = 300;

/** Down to this level a large outline is open. */
const openLevels = 2;

const noIndex: OutlineIndex = { placed: new Map(), lines: new Map() };

/** See the head of this file. `update` takes a new desk in; everything else asks about the last one. */
export class OutlineView {
  /** Keys of the items that are shut; everything else is open. Null: not chosen yet. */
  #shut: ReadonlySet<string> | null = null;
  #graph: Argument | null = null;
  #items: readonly OutlineItem[] = [];
  #index = noIndex;
  #placed: readonly PlacedItem[] | null = null;
  #keys: readonly string[] = [];

  /** Takes in what is open now. */
  update(desk: Desk): void {
    const graph = argument(desk);
    if (graph === this.#graph) return;
    this.#graph = graph;
    this.#items = buildOutline(graph, { hasWordings: true });
    this.#index = indexOutline(this.#items);
    this.#placed = null;
    if (this.#shut === null && this.#index.placed.size > 0) this.#shut = this.#shutAtFirst();
  }

  get shut(): ReadonlySet<string> {
    return this.#shut ?? new Set();
  }

  /** Shuts just these. */
  set shut(keys: ReadonlySet<string>) {
    this.#shut = keys;
    this.#placed = null;
  }

  /** Opens items, or shuts them. */
  turn(keys: readonly string[], isOpen: boolean): void {
    const shut = new Set(this.shut);
    for (const key of keys) {
      if (isOpen) shut.delete(key);
      else shut.add(key);
    }
    this.shut = shut;
  }

  /** The items that show, in order. */
  get placed(): readonly PlacedItem[] {
    if (!this.#placed) {
      const { shut } = this;
      this.#placed = placeItems(this.#items, (key) => !shut.has(key));
      this.#keys = this.#placed.map(({ item }) => item.key);
    }
    return this.#placed;
  }

  /** Their keys; the same list until it changes. */
  get keys(): readonly string[] {
    void this.placed;
    return this.#keys;
  }

  /** All items, shown or not. */
  get items(): readonly OutlineItem[] {
    return this.#items;
  }

  /** An item by its key, shown or not; null where there is none. */
  item(key: string | null): OutlineItem | null {
    return key === null ? null : (this.#index.placed.get(key)?.item ?? null);
  }

  /** The item above another; null at the top. */
  parent(key: string): OutlineItem | null {
    return this.item(this.#index.placed.get(key)?.parent ?? null);
  }

  /** The siblings of an item, itself among them, in order. */
  siblings(key: string): readonly OutlineItem[] {
    const parent = this.parent(key);
    return parent ? parent.children : this.#items;
  }

  /** The claim on whose line an item hangs, straight or by a step; null at the top. */
  above(key: string): Claim | null {
    const parent = this.parent(key);
    const upper = parent?.kind === 'step' ? this.parent(parent.key) : parent;
    return this.#graph?.claims.get(upper?.id ?? '') ?? null;
  }

  /** Key of the line that says a claim, step or conflict; null where none does. */
  lineOf(id: string): string | null {
    return this.#index.lines.get(id) ?? null;
  }

  /** Opens all that stands above the line of a claim, step or conflict; answers its key, or null. */
  open(id: string): string | null {
    const way = wayIn(this.#index, id);
    const key = way.at(-1) ?? null;
    const above = new Set(way.slice(0, -1));
    if ([...this.shut].some((one) => above.has(one)))
      this.shut = new Set([...this.shut].filter((one) => !above.has(one)));
    return key;
  }

  #shutAtFirst(): ReadonlySet<string> {
    const all = [...this.#index.placed.values()];
    if (all.length <= openLimit) return new Set();
    return new Set(
      all
        .filter(({ item, level }) => level > openLevels && item.children.length > 0)
        .map(({ item }) => item.key),
    );
  }
}
