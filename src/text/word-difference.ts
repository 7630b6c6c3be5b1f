/** The difference of two wordings, word by word, as a reader is shown it. Pure. */

export interface Piece {
  /** `gone`: only in the wording before; `new`: only in the one after. */
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: string;
}

/** Wordings whose differing middles are larger than this (words times words) are told apart as wholes. */
const mostCells = 1_000_000;

/** Words with the white space behind them, and signs one by one: a comma may change alone. */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*\s*|[^\p{L}\p{N}\p{M}]\s*/gu) ?? [];

const bare = (word: string): string => word.trimEnd();

/** How many words two lists share from a place on, for every pair of places. */
function sharedFrom(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const shared = new Uint32Array((before.length + 1) * width);
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const at = one * width + other;
      shared[at] =
        bare(before[one] ?? '') === bare(after[other] ?? '')
          ? (shared[at + width + 1] ?? 0) + 1
          : Math.max(shared[at + width] ?? 0, shared[at + 1] ?? 0);
    }
  }
  return shared;
}

function* middle(before: readonly string[], after: readonly string[]): Generator<Piece> {
  if (before.length * after.length > mostCells) {
    yield { kind: 'gone', words: before.join('') };
    yield { kind: 'new', words: after.join('') };
    return;
  }
  const width = after.length + 1;
  const shared = sharedFrom(before, after);
  const isSame = (one: number, other: number): boolean =>
    one < before.length && other < after.length && bare(before[one] ?? '') === bare(after[other] ?? '');
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const at = one * width + other;
    if (isSame(one, other)) {
      yield { kind: 'same', words: after[other] ?? '' };
      one += 1;
      other += 1;
    } else if (
      other >= after.length ||
      (one < before.length && rest(shared, at + width) >= rest(shared, at + 1))
    ) {
      yield { kind: 'gone', words: before[one] ?? '' };
      one += 1;
    } else {
      yield { kind: 'new', words: after[other] ?? '' };
      other += 1;
    }
  }
}

const rest = (shared: Uint32Array, at: number): number => shared[at] ?? 0;

/** Pieces of one kind in a row as one; between two that are the same what is gone stands before what is new. */
function joined(pieces: Iterable<Piece>): Piece[] {
  const all: Piece[] = [];
  let [gone, fresh] = ['', ''];
  const flush = (): void => {
    if (gone) all.push({ kind: 'gone', words: gone });
    if (fresh) all.push({ kind: 'new', words: fresh });
    [gone, fresh] = ['', ''];
  };
  for (const { kind, words } of pieces) {
    if (kind === 'gone') gone += words;
    else if (kind === 'new') fresh += words;
    else {
      flush();
      const last = all.at(-1);
      if (last?.kind === 'same') all[all.length - 1] = { kind, words: last.words + words };
      else all.push({ kind, words });
    }
  }
  flush();
  return all;
}

/** How `after` differs from `before`. The pieces that are not gone make up `after`; no two in a row are of one kind. */
export function wordDifference(before: string, after: string): readonly Piece[] {
  const [ones, others] = [wordsOf(before), wordsOf(after)];
  const limit = Math.min(ones.length, others.length);
  let head = 0;
  while (head < limit && bare(ones[head] ?? '') === bare(others[head] ?? '')) head += 1;
  let tail = 0;
  while (tail < limit - head && bare(ones.at(-1 - tail) ?? '') === bare(others.at(-1 - tail) ?? ''))
    tail += 1;
  const same = (words: readonly string[]): Piece[] =>
    words.length > 0 ? [{ kind: 'same', words: words.join('') }] : [];
  return joined([
    ...same(others.slice(0, head)),
    ...middle(ones.slice(head, ones.length - tail), others.slice(head, others.length - tail)),
    ...same(others.slice(others.length - tail)),
  ]);
}
