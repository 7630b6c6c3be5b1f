/** What one looked at on the map, in order, with the way back and forward. Plain values; nothing of it is saved. */
import type { Near } from './neighbours.ts';

/** A claim that was focused, and the neighbourhood that was shown then; null: the whole map. */
export interface Looked {
  readonly focus: string | null;
  readonly near: Near | null;
}

/** So many places are remembered. */
const longest = 200;

const isSame = (one: Looked, other: Looked): boolean =>
  one.focus === other.focus &&
  one.near?.centre === other.near?.centre &&
  one.near?.steps === other.near?.steps &&
  one.near?.along === other.near?.along;

/** Remembers where one was. */
export class Trail {
  #places: Looked[] = [];
  #at = -1;
  /** True where the present place was reached step by step: the next step goes on from it and adds none. */
  #isWalk = false;

  /**
   * One is somewhere now. A walk by arrow keys counts as one place, the one where it ended; what lay ahead is forgotten.
   * Being where one is already changes nothing.
   */
  visit(looked: Looked, isWalk = false): void {
    const now = this.#places[this.#at];
    if (now && isSame(now, looked)) return;
    const goesOn = isWalk && this.#isWalk && now?.near === looked.near;
    this.#places = [...this.#places.slice(0, goesOn ? this.#at : this.#at + 1), looked].slice(-longest);
    this.#at = this.#places.length - 1;
    this.#isWalk = isWalk;
  }

  /** True where there is a place before (`by` -1) or after (`by` 1) that `isThere` still knows. */
  has(by: 1 | -1, isThere: (looked: Looked) => boolean): boolean {
    return this.#next(by, isThere) !== null;
  }

  /** Goes there; null where there is no such place. */
  go(by: 1 | -1, isThere: (looked: Looked) => boolean): Looked | null {
    const at = this.#next(by, isThere);
    if (at === null) return null;
    this.#at = at;
    this.#isWalk = false;
    return this.#places[at] ?? null;
  }

  #next(by: 1 | -1, isThere: (looked: Looked) => boolean): number | null {
    for (let at = this.#at + by; ; at += by) {
      const place = this.#places[at];
      if (!place) return null;
      if (isThere(place)) return at;
    }
  }
}
