/** Which passages cover a stretch of the text, answered without a look at all of them. Derived, cached. */
import { lastAtMost } from '../model/paper-text.ts';
import { derived, type Desk, type Range } from './desk.ts';
import { placed, supported, type Passage } from './passages.ts';

/** So many neighbours are passed over together where none of them reaches far enough. */
const stride = 64;

/**
 * A list in the order of starts, with the furthest end of each stretch of it: made in one pass, and what is asked of it costs
 * little more than what it answers.
 */
export class PassageIndex<P extends Range> {
  readonly #all: readonly P[];
  readonly #reach: Float64Array;

  /** `all` stands in the order of starts; throws RangeError where it does not. */
  constructor(all: readonly P[]) {
    this.#all = all;
    this.#reach = new Float64Array(Math.ceil(all.length / stride)).fill(-Infinity);
    let last = -Infinity;
    for (let at = 0; at < all.length; at += 1) {
      const { start, end } = all[at] as P;
      if (start < last) throw new RangeError('An index needs its passages in the order of their starts.');
      last = start;
      const chunk = Math.floor(at / stride);
      if (end > (this.#reach[chunk] as number)) this.#reach[chunk] = end;
    }
  }

  /** Those that begin before `end` and end after `start` (code points), in the order of the list. */
  over(start: number, end: number): P[] {
    const found: P[] = [];
    const past = lastAtMost(this.#all, end - 1, (one) => one.start) + 1;
    for (let from = 0; from < past; from += stride) {
      if ((this.#reach[from / stride] as number) <= start) continue;
      for (let at = from; at < Math.min(from + stride, past); at += 1) {
        const passage = this.#all[at] as P;
        if (passage.end > start) found.push(passage);
      }
    }
    return found;
  }
}

const indexOf = derived((passages: readonly Passage[]) => new PassageIndex(passages));

const supportIndexOf = derived(
  (passages: readonly Passage[]) =>
    new PassageIndex([...passages].sort((one, other) => one.start - other.start)),
);

/** The visible claims and marks whose passages reach into a stretch of the paper text, in the order of the text. */
export const passagesOver = (desk: Desk, { start, end }: Range): readonly Passage[] =>
  indexOf(placed(desk).passages).over(start, end);

/** The same for what the notes support. */
export const supportsOver = (desk: Desk, { start, end }: Range): readonly Passage[] =>
  supportIndexOf(supported(desk)).over(start, end);
