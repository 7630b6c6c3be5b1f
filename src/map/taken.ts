/** Which places are taken: rectangles on a plane, asked for again and again. */

/** A rectangle. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** True where two rectangles have a point inside in common. */
export const areOver = (one: Area, other: Area): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Rectangles by the squares of a grid that they lie in. */
export class Taken {
  readonly #cell: number;
  readonly #gap: number;
  readonly #cells = new Map<string, Area[]>();

  /** `cell`: side of a square; `gap`: what is to stay free around each rectangle. */
  constructor(cell: number, gap: number) {
    this.#cell = cell;
    this.#gap = gap;
  }

  /** Takes a place; false where another is there. */
  take(area: Area): boolean {
    if (this.#over(area).length > 0) return false;
    for (const key of this.#keys(area)) {
      const there = this.#cells.get(key);
      if (there) there.push(area);
      else this.#cells.set(key, [area]);
    }
    return true;
  }

  /** Where a rectangle would have to begin to lie below all that is in its way now. */
  below(area: Area): number {
    return Math.max(area.top, ...this.#over(area).map((one) => one.bottom + this.#gap * 1.001));
  }

  #over(area: Area): readonly Area[] {
    const gap = this.#gap;
    const wide: Area = {
      left: area.left - gap,
      top: area.top - gap,
      right: area.right + gap,
      bottom: area.bottom + gap,
    };
    return this.#keys(wide).flatMap((key) =>
      (this.#cells.get(key) ?? []).filter((one) => areOver(one, wide)),
    );
  }

  #keys({ left, top, right, bottom }: Area): readonly string[] {
    const keys: string[] = [];
    const at = (value: number): number => Math.floor(value / this.#cell);
    for (let x = at(left); x <= at(right); x += 1)
      for (let y = at(top); y <= at(bottom); y += 1) keys.push(`${x} ${y}`);
    return keys;
  }
}
