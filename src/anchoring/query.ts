/** A target as the search reads it: its words with those around it, and how much each of them tells. Pure. */
import type { Target } from '../model/record-parts.ts';
import type { TextIndex } from './text-index.ts';
import { tokenise, type Tokens } from './tokens.ts';

/** A target's context, quotation and context in one string; positions are UTF-16 units of it, words are indices. */
export interface Query {
  readonly target: Target;
  readonly tokens: Tokens;
  /** Where the quotation begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The words that have a part in the quotation: `first` to before `last`. */
  readonly first: number;
  readonly last: number;
  /** What a word tells, in bits: the rarer it is in the text, the more. */
  readonly weights: Float64Array;
}

/** What the commonest and the rarest words tell. */
const [least, most] = [1, 12];

function weightsOf({ hashes, count }: Tokens, index: TextIndex): Float64Array {
  const words = index.grams(1);
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const id = words.find(hashes[at] ?? 0);
    const often = id < 0 ? 1 : words.count(id);
    weights[at] = Math.min(most, Math.max(least, Math.log2(index.tokens.count / often)));
  }
  return weights;
}

/** Index of the first word that ends behind a position. */
function endingBehind({ ends, count }: Tokens, unit: number): number {
  let at = 0;
  while (at < count && (ends[at] ?? 0) <= unit) at += 1;
  return at;
}

/** Reads a target for the search in a text. */
export function queryOf(index: TextIndex, target: Target): Query {
  const tokens = tokenise(target.prefix + target.exact + target.suffix);
  const from = target.prefix.length;
  const to = from + target.exact.length;
  const first = endingBehind(tokens, from);
  let last = first;
  while (last < tokens.count && (tokens.starts[last] ?? 0) < to) last += 1;
  return { target, tokens, from, to, first, last, weights: weightsOf(tokens, index) };
}
