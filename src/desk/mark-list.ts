/**
 * The list of marks of an open desk: how it is filtered and ordered, what of it is selected, and where one is in it. It
 * stands beside the store, one for each, and not in the session: a letter typed into its search redraws no other pane.
 */
import type { Desk } from './desk.ts';
import { noFilter, sift, type MarkFilter, type Sifted } from './mark-filter.ts';
import { grouped, ordered, type MarkGroup, type MarkGrouping, type MarkOrder } from './mark-order.ts';
import { marks, type Mark } from './marks.ts';
import type { Store } from './store.ts';

/** How the list is shown; this is what is worth keeping over a reload. */
export interface MarkListLook {
  readonly filter: MarkFilter;
  readonly grouping: MarkGrouping;
  readonly order: MarkOrder;
}

/** A line of the list. A mark with several tags has several lines where marks stand under their tags. */
export interface MarkRow {
  readonly mark: Mark;
  /** Unique among the lines. */
  readonly key: string;
  /** Index of its group. */
  readonly group: number;
}

/** The list as it is shown. */
export interface Listing extends Sifted {
  /** How many marks there are before any filter. */
  readonly all: number;
  readonly groups: readonly MarkGroup[];
  readonly rows: readonly MarkRow[];
}

const keyOf = (group: string, id: string): string => `${group}\n${id}`;

const rowsOf = (groups: readonly MarkGroup[]): readonly MarkRow[] =>
  groups.flatMap(({ key, marks: found }, group) =>
    found.map((mark) => ({ mark, key: keyOf(key, mark.id), group })),
  );

/** Where one is when the line one was at is gone: at the same mark, else at the next line that is left, else at the last. */
function successor(
  before: readonly MarkRow[],
  key: string,
  rows: readonly MarkRow[],
  keys: ReadonlySet<string>,
): string | null {
  const at = before.findIndex((row) => row.key === key);
  const id = before[at]?.mark.id;
  const next =
    rows.find(({ mark }) => mark.id === id) ?? before.slice(at + 1).find((row) => keys.has(row.key));
  return next?.key ?? rows.at(-1)?.key ?? null;
}

const nothing: ReadonlySet<string> = new Set();

export class MarkList {
  readonly #store: Store;
  readonly #listeners = new Set<() => void>();
  #look: MarkListLook = { filter: noFilter, grouping: 'section', order: 'text' };
  #listing: Listing | null = null;
  #made: { readonly marks: readonly Mark[]; readonly look: MarkListLook } | null = null;
  #selected: ReadonlySet<string> = nothing;
  #at = -1;
  #isChoosing = false;
  #anchor: string | null = null;
  #current: string | null = null;

  constructor(store: Store) {
    this.#store = store;
    store.subscribe((desk, before) => {
      if (desk.layers !== before.layers || desk.placings !== before.placings) this.#onRecords(desk, before);
      else if (desk.session.only !== before.session.only) this.#tell();
    });
  }

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get look(): MarkListLook {
    return this.#look;
  }

  /** Ids of the selected marks: all of them are in the list as it is shown. */
  get selected(): ReadonlySet<string> {
    void this.listing;
    return this.#selected;
  }

  /** The list as it is shown; made when it is asked for, the same value until something changes. */
  get listing(): Listing {
    const { desk } = this.#store;
    const last = this.#listing;
    const all = marks(desk);
    if (last && this.#made?.marks === all && this.#made.look === this.#look) return last;
    const { filter, grouping, order } = this.#look;
    const sifted = sift(all, filter);
    const groups = grouped(ordered(sifted.marks, order), grouping);
    const next = { ...sifted, all: all.length, groups, rows: rowsOf(groups) };
    this.#listing = next;
    this.#made = { marks: all, look: this.#look };
    this.#keepUp(last, next);
    return next;
  }

  /** Index of the line one is at; -1 in an empty list. */
  get at(): number {
    const { rows } = this.listing;
    // It is asked for often, and mostly is where it was.
    if (rows[this.#at]?.key !== this.#current) this.#at = rows.findIndex(({ key }) => key === this.#current);
    return Math.max(this.#at, rows.length > 0 ? 0 : -1);
  }

  /** Shows the list otherwise. What is not in it any more is not selected any more. */
  show(patch: Partial<MarkListLook>): void {
    this.#look = { ...this.#look, ...patch };
    if (this.isOnly) this.#store.setSession({ only: this.#ids() });
    this.#tell();
  }

  /** Goes to a line; indices beyond the ends mean the ends. */
  goTo(index: number): void {
    const { rows } = this.listing;
    this.#current = rows[Math.min(rows.length - 1, Math.max(0, index))]?.key ?? null;
    this.#tell();
  }

  /** Goes to the first line of a mark; false where the list does not show it. */
  goToMark(id: string): boolean {
    const row = this.listing.rows.find(({ mark }) => mark.id === id);
    if (row) this.#current = row.key;
    if (row) this.#tell();
    return row !== undefined;
  }

  /** Selects these and no others; unknown ids are passed over. */
  select(ids: Iterable<string>): void {
    const shown = this.#ids();
    this.#selected = new Set([...ids].filter((id) => shown.has(id)));
    this.#anchor = this.#current;
    this.#tell();
  }

  /** Selects a line's mark as well, or not any more; ranges begin there from now on. */
  toggle(index: number): void {
    const row = this.listing.rows[index];
    if (!row) return;
    const next = new Set(this.#selected);
    if (!next.delete(row.mark.id)) next.add(row.mark.id);
    this.#selected = next;
    this.#anchor = this.#current = row.key;
    this.#tell();
  }

  /** Goes to a line and selects all from where the range began to there, and no others. */
  extendTo(index: number): void {
    const { rows } = this.listing;
    const from = this.#anchor === null ? this.at : rows.findIndex(({ key }) => key === this.#anchor);
    const to = Math.min(rows.length - 1, Math.max(0, index));
    const [first, last] = [Math.min(Math.max(0, from), to), Math.max(from, to)];
    this.#anchor = rows[Math.max(0, from)]?.key ?? null;
    this.#current = rows[to]?.key ?? null;
    this.#selected = new Set(rows.slice(first, last + 1).map(({ mark }) => mark.id));
    this.#tell();
  }

  selectAll(): void {
    this.#selected = this.#ids();
    this.#tell();
  }

  /** The selected marks, in the order of the list. */
  get chosen(): readonly Mark[] {
    const { selected } = this;
    return this.listing.marks.filter(({ id }) => selected.has(id));
  }

  /** Whether a plain press chooses a mark with the others that are chosen. */
  get isChoosing(): boolean {
    return this.#isChoosing;
  }

  /** Begins or ends choosing several by plain presses; the end leaves nothing selected. */
  setChoosing(isChoosing: boolean): void {
    this.#isChoosing = isChoosing;
    if (!isChoosing) this.#selected = nothing;
    this.#tell();
  }

  /** Whether text, margin and map show only what is listed. */
  get isOnly(): boolean {
    return this.#store.desk.session.only !== null;
  }

  /** Lets text, margin and map show only what is listed, or everything again. */
  showOnly(isOnly: boolean): void {
    this.#store.setSession({ only: isOnly ? this.#ids() : null });
  }

  #ids(): ReadonlySet<string> {
    return new Set(this.listing.marks.map(({ id }) => id));
  }

  /** What one makes while only some marks show has to show, too. */
  #onRecords(desk: Desk, before: Desk): void {
    const { only } = desk.session;
    if (only) {
      const known = new Set(marks(before).map(({ id }) => id));
      const made = marks(desk).filter(({ id }) => !known.has(id) || only.has(id));
      const next = new Set([...this.#ids(), ...made.map(({ id }) => id)]);
      if (next.size !== only.size || [...next].some((id) => !only.has(id)))
        this.#store.setSession({ only: next });
    }
    this.#tell();
  }

  /** What is no longer in the list is not selected, and no range begins there. */
  #keepUp(last: Listing | null, next: Listing): void {
    const keys = new Set(next.rows.map(({ key }) => key));
    if (this.#selected.size > 0) {
      const ids = new Set(next.marks.map(({ id }) => id));
      const kept = [...this.#selected].filter((id) => ids.has(id));
      if (kept.length < this.#selected.size) this.#selected = new Set(kept);
    }
    if (this.#anchor !== null && !keys.has(this.#anchor)) this.#anchor = null;
    if (this.#current !== null && !keys.has(this.#current))
      this.#current = successor(last?.rows ?? [], this.#current, next.rows, keys);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const lists = new WeakMap<Store, MarkList>();

/** The list of a store; always the same one. */
export function markListOf(store: Store): MarkList {
  let list = lists.get(store);
  if (!list) lists.set(store, (list = new MarkList(store)));
  return list;
}
