/** Which passages cover a stretch of the text, answered without a look at all of them. Derived, cached. */
import { lastAtMost } from '../model/paper-text.ts';
import { derived, type Desk, type Range } from './desk.ts';
import { shown } from './only.ts';
import { supported, type Passage } from './passages.ts';

/** So many neighbours are passed over together where none of them reaches far enough. */
const stride = 64;

/**
 * A list in the order of starts, with the furthest end of each stretch of it, looked up when it is first needed: what is asked
 * costs little more than what it answers.
 */
export class PassageIndex<P extends Range> {
  readonly #all: readonly P[];
  /** By stretch; NaN where nobody has asked yet. */
  readonly #reach: Float64Array;

  /** `all` stands in the order of starts. */
  constructor(all: readonly P[]) {
    this.#all = all;
    this.#reach = new Float64Array(Math.ceil(all.length / stride)).fill(NaN);
  }

  /**
   * Those that begin before `end` and end after `start` (code points), in the order of the list. Throws RangeError where it
   * meets passages in another order.
   */
  over(start: number, end: number): P[] {
    const found: P[] = [];
    const past = lastAtMost(this.#all, end - 1, (one) => one.start) + 1;
    for (let from = 0; from < past; from += stride) {
      if (this.#reachFrom(from) <= start) continue;
      for (let at = from; at < Math.min(from + stride, past); at += 1) {
        const passage = this.#all[at] as P;
        if (passage.end > start) found.push(passage);
      }
    }
    return found;
  }

  /** The furthest end in the stretch that begins at a place of the list. */
  #reachFrom(from: number): number {
    let reach = this.#reach[from / stride] as number;
    if (!Number.isNaN(reach)) return reach;
    reach = -Infinity;
    let last = this.#all[from - 1]?.start ?? -Infinity;
    for (let at = from; at < Math.min(from + stride, this.#all.length); at += 1) {
      const { start, end } = this.#all[at] as P;
      if (start < last) throw new RangeError('An index needs its passages in the order of their starts.');
      last = start;
      reach = Math.max(reach, end);
    }
    return (this.#reach[from / stride] = reach);
  }
}

const indexOf = derived((passages: readonly Passage[]) => new PassageIndex(passages));

const supportIndexOf = derived(
  (passages: readonly Passage[]) =>
    new PassageIndex([...passages].sort((one, other) => one.start - other.start)),
);

/** The visible claims and marks whose passages reach into a stretch of the paper text, in the order of the text. */
export const passagesOver = (desk: Desk, { start, end }: Range): readonly Passage[] =>
  indexOf(shown(desk).passages).over(start, end);

/** The same for what the notes support. */
export const supportsOver = (desk: Desk, { start, end }: Range): readonly Passage[] =>
  supportIndexOf(supported(desk)).over(start, end);
