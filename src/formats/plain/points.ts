/** Code points of a text up to places that come in its order, each counted once. Part of the reader of plain text. */

/** Counts on from the place before; a place before that is counted from the beginning again. */
export class Points {
  readonly #text: string;
  #at = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The code points before `at`, which is in UTF-16 units. */
  upTo(at: number): number {
    if (at < this.#at) [this.#at, this.#count] = [0, 0];
    for (; this.#at < at; this.#at += (this.#text.codePointAt(this.#at) ?? 0) > 0xffff ? 2 : 1)
      this.#count += 1;
    return this.#count;
  }
}
