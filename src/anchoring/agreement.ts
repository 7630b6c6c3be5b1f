/** How well a place agrees with a passage: quotation and both sides of its context, and whether it says the same. Pure. */
import type { Grams } from './grams.ts';
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

/** So many places of a word are looked at for one where it is not capital. */
const looks = 12;

/** True where the text has a word in small letters somewhere: its capital at the beginning of a sentence says nothing. */
function isCommon({ tokens, grams }: Pick<TextIndex, 'tokens'> & { grams: Grams }, hash: number): boolean {
  const id = grams.find(hash);
  for (let at = 0; id >= 0 && at < Math.min(looks, grams.count(id)); at += 1) {
    const start = tokens.starts[grams.places[grams.first(id) + at] as number] as number;
    if (/^\p{Ll}/u.test(tokens.text.slice(start, start + 2))) return true;
  }
  return false;
}

/** The words of a stretch of the query or the text, and which of them are names. */
function wordsOf(index: TextIndex, { text, starts, ends, hashes }: Tokens, from: number, to: number): Word[] {
  const known = { tokens: index.tokens, grams: index.grams(1) };
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
    const at = from + offset;
    const start = starts[at] as number;
    const word = text.slice(start, ends[at]);
    const isCapital = /^\p{Lu}/u.test(word);
    return {
      text: word,
      isName: isCapital && !(isOpening(text, start) && isCommon(known, hashes[at] as number)),
    };
  });
}

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

/** Context that stands farther from the quotation than it did, by more words than this, is the context of what was there. */
const farthest = 24;

/** Takes away what the context agrees far from the quotation. */
function keepNear({ first, last }: Query, map: Int32Array, credits: Float64Array): void {
  let [head, tail] = [first, last - 1];
  while (head < last && (map[head] as number) < 0) head += 1;
  while (tail > head && (map[tail] as number) < 0) tail -= 1;
  if (head >= last) return;
  for (let at = 0; at < map.length; at += 1) {
    const text = map[at] as number;
    if (text < 0 || (at >= first && at < last)) continue;
    const edge = at < first ? head : tail;
    if (Math.abs(text - (map[edge] as number) - (at - edge)) > farthest) credits[at] = 0;
  }
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
  keepNear(query, map, credits);
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
    return changesMeaning(wordsOf(index, query.tokens, from, to), wordsOf(index, index.tokens, b0, b1));
  });
}
