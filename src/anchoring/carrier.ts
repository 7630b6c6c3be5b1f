/** Carries positions of one version of a text over into another, by the difference of the two. Pure. */

/** Where a range went, in code points of the new text. */
export interface Carried {
  readonly start: number;
  readonly end: number;
  /** False where part of the passage was changed, taken out, or something put in. */
  readonly isWhole: boolean;
}

/** The way from an old text into a new one. */
export interface Carrier {
  /** Where a range of the old text (code points) stands in the new one; null where (nearly) all of it is gone. */
  carry(start: number, end: number): Carried | null;
}

/** Reads the difference of two texts once; carrying is cheap then. Texts that have too little in common carry nothing. */
export function carrier(oldText: string, newText: string): Carrier {
  const [before, after] = [[...oldText], [...newText]];
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const grown = after.length - before.length;
  return {
    carry: (start, end) => {
      if (end <= head) return { start, end, isWhole: true };
      if (start >= before.length - tail) return { start: start + grown, end: end + grown, isWhole: true };
      return null;
    },
  };
}
