/** How well a place agrees with a passage: quotation and both sides of its context, and whether it says the same. Pure. */
import { changesMeaning, likeness, type Word } from './meaning.ts';
import type { Change } from './match.ts';
import type { Query } from './query.ts';
import type { TextIndex } from './text-index.ts';
import type { Tokens } from './tokens.ts';

/** Shares are 0 to 1 of what the words tell; bits are what those that agree tell. */
export interface Agreement {
  /** Of the quotation; 1 where it has no words. */
  readonly quote: number;
  /** Of quotation and context together; a neighbouring paragraph that went as a whole counts little. */
  readonly whole: number;
  /** The same, all that is missing counted in full. */
  readonly strict: number;
  /** Of the context, counted as in `strict` and as in `whole`; 1 where there is none. */
  readonly context: number;
  readonly mildContext: number;
  /** What agrees of the quotation, in bits. */
  readonly bits: number;
  /** True where the quotation differs in setting at most. */
  readonly isSame: boolean;
}

/** A change of more words is not examined. */
const mostWords = 40;

/** True where nothing but the end of a sentence (or nothing at all) stands before a word. */
const isOpening = (text: string, start: number): boolean =>
  /(?:^|[.!?:…\n])["'“”„«»‘’()[\]\s—–]*$/u.test(text.slice(Math.max(0, start - 8), start)) || start === 0;

const wordsOf = ({ text, starts, ends }: Tokens, from: number, to: number): Word[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const start = starts[from + index] ?? 0;
    return { text: text.slice(start, ends[from + index]), isOpening: isOpening(text, start) };
  });

const stretch = ({ text, starts, ends }: Tokens, from: number, to: number): string =>
  from < to ? text.slice(starts[from], ends[to - 1]) : '';

/** What each word of the query agrees: 1 where it stands there, less where it is spelt otherwise. */
function creditsOf(
  index: TextIndex,
  { tokens }: Query,
  map: Int32Array,
  changes: readonly Change[],
): Float64Array {
  const credits = new Float64Array(map.length);
  for (let at = 0; at < map.length; at += 1) credits[at] = (map[at] ?? -1) < 0 ? 0 : 1;
  for (const { a0, a1, b0, b1 } of changes) {
    if (a1 - a0 > mostWords || b1 - b0 > mostWords || a0 === a1 || b0 === b1) continue;
    const like = likeness(stretch(tokens, a0, a1), stretch(index.tokens, b0, b1));
    if (like > 0) credits.fill(like === 1 ? 1 : like * 0.8, a0, a1);
  }
  return credits;
}

/** Of words another paragraph has, that all went, so much is held against a place. */
const beyond = 0.25;

interface Side {
  got: number;
  all: number;
}

function sum(credits: Float64Array, weights: Float64Array, from: number, to: number): Side {
  const side = { got: 0, all: 0 };
  for (let at = from; at < to; at += 1) {
    side.got += (credits[at] ?? 0) * (weights[at] ?? 0);
    side.all += weights[at] ?? 0;
  }
  return side;
}

const sums = (sides: readonly Side[]): Side =>
  sides.reduce((one, two) => ({ got: one.got + two.got, all: one.all + two.all }));

/** What stands around the quotation, counted in full, and with neighbouring paragraphs that went as a whole counted little. */
function around(
  { tokens, from, to, first, last, weights }: Query,
  credits: Float64Array,
): { strict: Side; mild: Side } {
  const { text, starts, count } = tokens;
  const line = text.lastIndexOf('\n', from - 1);
  const next = text.indexOf('\n', to);
  let before = 0;
  while (before < first && (starts[before] ?? 0) < line + 1 && line >= 0) before += 1;
  let after = last;
  while (after < count && (next < 0 || (starts[after] ?? 0) < next)) after += 1;
  const near = [sum(credits, weights, before, first), sum(credits, weights, last, after)];
  const far = [sum(credits, weights, 0, before), sum(credits, weights, after, count)];
  const mild = far.map(({ got, all }) => ({ got, all: got < all * 0.4 ? Math.max(got, all * beyond) : all }));
  return { strict: sums([...near, ...far]), mild: sums([...near, ...mild]) };
}

/** The first and last words may be halves of words that the context was cut from: their absence says nothing. */
function forgiven({ target, tokens, first, last, weights }: Query, credits: Float64Array): Float64Array {
  const known = weights.slice();
  if (target.prefix !== '' && first > 0 && credits[0] === 0) known[0] = 0;
  if (target.suffix !== '' && last < tokens.count && credits[tokens.count - 1] === 0)
    known[tokens.count - 1] = 0;
  return known;
}

/** The changes within the quotation: what was put in at its ends is not of it. */
const inside = ({ first, last }: Query, changes: readonly Change[]): Change[] =>
  changes.filter(({ a0, a1 }) => (a0 < a1 ? a0 < last && a1 > first : a0 > first && a0 < last));

/** Reads how a place agrees. */
export function agreementOf(
  index: TextIndex,
  query: Query,
  map: Int32Array,
  changes: readonly Change[],
): Agreement {
  const { first, last } = query;
  const credits = creditsOf(index, query, map, changes);
  const known = { ...query, weights: forgiven(query, credits) };
  const quote = sum(credits, known.weights, first, last);
  const { strict, mild } = around(known, credits);
  let isSame = true;
  let added = 0;
  for (const { a0, a1, b0, b1 } of inside(query, changes)) {
    if (a0 < a1 && credits[a0] === 1) continue;
    isSame = false;
    added += Math.max(0, b1 - b0 - (a1 - a0)) * 2;
  }
  const all = quote.all + Math.min(added, quote.all);
  return {
    quote: all === 0 ? 1 : quote.got / all,
    whole: (quote.got + mild.got) / Math.max(1, all + mild.all),
    strict: (quote.got + strict.got) / Math.max(1, all + strict.all),
    context: strict.all === 0 ? 1 : strict.got / strict.all,
    mildContext: mild.all === 0 ? 1 : mild.got / mild.all,
    bits: quote.got,
    isSame,
  };
}

/** Where more words than this were put in or left out at once, a reader should look. */
const mostMoved = (words: number): number => Math.max(3, Math.min(8, words * 0.2));

/** True where a name, a number or a negation of the quotation is another one at a place, or much was put in or left out. */
export function isAltered(index: TextIndex, query: Query, changes: readonly Change[]): boolean {
  const most = mostMoved(query.last - query.first);
  return inside(query, changes).some(({ a0, a1, b0, b1 }) => {
    if (Math.abs(Math.min(a1, query.last) - Math.max(a0, query.first) - (b1 - b0)) > most) return true;
    if (likeness(stretch(query.tokens, a0, a1), stretch(index.tokens, b0, b1)) === 1) return false;
    const [from, to] = [Math.max(a0, query.first), Math.min(a1, query.last)];
    return changesMeaning(wordsOf(query.tokens, from, to), wordsOf(index.tokens, b0, b1));
  });
}
