/** Which character of a text is which of another: by their words first, then one by one between words that are the same. Pure. */
import { wordsThere } from '../../src/anchoring/difference.ts';
import { tokenise, type Tokens } from '../../src/anchoring/tokens.ts';

export interface Pairs {
  /** For each UTF-16 unit of the one text its unit in the other; -1 where it has none. Rising. */
  readonly there: Int32Array;
  /** How many have one. */
  readonly matched: number;
  /** The share of the words that are in both which stand in the same order. */
  readonly order: number;
}

/** No more pairs of characters than these are compared between two words. */
const mostCells = 4_000_000;

/** The most words that stand in the same order in both: a longest rising sequence, by index. */
function inOrder(there: Int32Array): number[] {
  const ends: number[] = [];
  const before = new Int32Array(there.length).fill(-1);
  for (let at = 0; at < there.length; at += 1) {
    const to = there[at] as number;
    if (to < 0) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((there[ends[middle] as number] as number) < to) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = at;
  }
  const kept: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.push(at);
  return kept.reverse();
}

interface Stretch {
  readonly one: string;
  readonly two: string;
  readonly from: number;
  readonly to: number;
}

/** Pairs two stretches by their longest common sequence of characters; those too long for that by their beginnings and ends. */
function pairStretch({ one, two, from, to }: Stretch, there: Int32Array): void {
  let head = 0;
  while (head < Math.min(one.length, two.length) && one[head] === two[head]) there[from + head] = to + head++;
  let [a, b] = [one.length, two.length];
  while (a > head && b > head && one[a - 1] === two[b - 1]) there[from + --a] = to + --b;
  const [rows, columns] = [a - head, b - head];
  if (rows * columns === 0 || rows * columns > mostCells) return;
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  const isSame = (row: number, column: number): boolean => one[head + row] === two[head + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      best[row * width + column] = isSame(row, column)
        ? (best[(row + 1) * width + column + 1] as number) + 1
        : Math.max(best[(row + 1) * width + column] as number, best[row * width + column + 1] as number);
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (isSame(row, column)) there[from + head + row++] = to + head + column++;
    else if ((best[(row + 1) * width + column] as number) >= (best[row * width + column + 1] as number))
      row += 1;
    else column += 1;
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Pairs what lies between words that are the same, and those words themselves where they are spelled alike. */
function fill(one: Tokens, two: Tokens, words: readonly number[], to: Int32Array, there: Int32Array): void {
  let [a, b] = [0, 0];
  const between = (aEnd: number, bEnd: number): void =>
    pairStretch({ one: one.text.slice(a, aEnd), two: two.text.slice(b, bEnd), from: a, to: b }, there);
  for (const word of words) {
    const other = to[word] as number;
    between(one.starts[word] as number, two.starts[other] as number);
    [a, b] = [one.starts[word] as number, two.starts[other] as number];
    between(one.ends[word] as number, two.ends[other] as number);
    [a, b] = [one.ends[word] as number, two.ends[other] as number];
  }
  between(one.text.length, two.text.length);
}

/** Pairs the characters of two texts, in order. */
export function pairCharacters(text: string, other: string): Pairs {
  const [one, two] = [tokenise(text), tokenise(other)];
  const to = wordsThere(one, two) ?? new Int32Array(one.count).fill(-1);
  const words = inOrder(to);
  const there = new Int32Array(text.length).fill(-1);
  fill(one, two, words, to, there);
  const common = to.reduce((count, at) => count + (at < 0 ? 0 : 1), 0);
  const matched = there.reduce((count, at) => count + (at < 0 ? 0 : 1), 0);
  return { there, matched, order: share(words.length, common) };
}
