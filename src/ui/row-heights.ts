/** The heights of the rows of a long list, estimated until they are measured: which row stands where. Pure; all in px. */

export class RowHeights {
  readonly #heights: Float64Array;
  /** Tops of the rows, and the end of the last; right up to `#known`. */
  readonly #tops: Float64Array;
  #known = 0;

  /** `estimate` gives the height of a row that has not been measured. */
  constructor(count: number, estimate: (index: number) => number) {
    this.#heights = Float64Array.from({ length: count }, (_, index) => estimate(index));
    this.#tops = new Float64Array(count + 1);
  }

  get count(): number {
    return this.#heights.length;
  }

  /** Height of all rows together. */
  get total(): number {
    return this.top(this.count);
  }

  /** Takes a measured height; true where it is another one than before. */
  measure(index: number, height: number): boolean {
    if (index < 0 || index >= this.count || this.#heights[index] === height) return false;
    this.#heights[index] = height;
    this.#known = Math.min(this.#known, index);
    return true;
  }

  /** Where a row begins; for the index after the last: where it ends. */
  top(index: number): number {
    for (; this.#known < index; this.#known += 1)
      this.#tops[this.#known + 1] = (this.#tops[this.#known] ?? 0) + (this.#heights[this.#known] ?? 0);
    return this.#tops[index] ?? 0;
  }

  /** Index of the row at a height; the first or the last where it is outside. */
  at(y: number): number {
    void this.total;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
