/** The rows of one list on the screen that mends: drawn anew only where the thing itself is another one. */

interface Thing {
  readonly id: string;
}

/** What hears of rows that go. */
export interface RowListener {
  /** `row` takes the place of `old`, which still stands. */
  replaced(old: HTMLElement, row: HTMLElement): void;
  /** A row is about to go; `near` is the one beside it, null where there is none. */
  removed(row: HTMLElement, near: HTMLElement | null): void;
}

export class MendRows<T extends Thing> {
  readonly #into: HTMLElement;
  readonly #make: (thing: T) => HTMLElement;
  readonly #listener: RowListener;
  readonly #rows = new Map<string, { readonly thing: T; readonly row: HTMLElement }>();

  constructor(into: HTMLElement, make: (thing: T) => HTMLElement, listener: RowListener) {
    this.#into = into;
    this.#make = make;
    this.#listener = listener;
  }

  /** The row of a thing; null where it is not drawn. */
  of(id: string): HTMLElement | null {
    return this.#rows.get(id)?.row ?? null;
  }

  /** Draws the things in their order, and nothing else; the rows of things that are the same objects stay. */
  draw(things: readonly T[]): void {
    this.#prune(new Set(things.map(({ id }) => id)));
    let next = this.#into.firstElementChild;
    for (const thing of things) {
      const known = this.#rows.get(thing.id);
      const row = known?.thing === thing ? known.row : this.#make(thing);
      if (known && known.row !== row) {
        if (known.row === next) next = next.nextElementSibling;
        this.#listener.replaced(known.row, row);
        known.row.remove();
      }
      this.#rows.set(thing.id, { thing, row });
      if (row === next) next = row.nextElementSibling;
      else this.#into.insertBefore(row, next);
    }
  }

  #prune(ids: ReadonlySet<string>): void {
    for (const [id, { row }] of this.#rows) {
      if (ids.has(id)) continue;
      const near = row.previousElementSibling ?? row.nextElementSibling;
      this.#listener.removed(row, near instanceof HTMLElement ? near : null);
      row.remove();
      this.#rows.delete(id);
    }
  }
}
