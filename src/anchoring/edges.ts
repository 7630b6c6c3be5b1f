/** Where a quotation begins and ends at a place that was read word by word. Pure; in UTF-16 units. */
import { bare } from './letters.ts';
import type { Change } from './match.ts';
import type { Query } from './query.ts';
import type { Tokens } from './tokens.ts';

const signs = [/\s/u, /["'“”„‟«»‹›‘’‚`´]/u, /[-‐‑‒–—―−]/u];

/** What a sign between words counts as: kinds of spaces, of quotation marks and of dashes are each the same. */
const kindOf = (sign: string): string => {
  const known = signs.findIndex((pattern) => pattern.test(sign));
  return known < 0 ? sign : String(known);
};

/** How many units of `text` before `at` (or behind it) say what `signs` says, counted from the word outwards. */
function agreeing(text: string, at: number, wanted: string, by: 1 | -1): number {
  const found = by > 0 ? text.slice(at, at + wanted.length) : text.slice(Math.max(0, at - wanted.length), at);
  const [one, two] = [wanted, found].map((signs) => (by > 0 ? [...signs] : [...signs].reverse()));
  let [count, kept] = [0, 0];
  for (const [index, sign] of (one ?? []).entries()) {
    const other = two?.[index];
    if (other === undefined || kindOf(sign) !== kindOf(other)) break;
    count += other.length;
    if (/\S/u.test(other)) kept = count;
  }
  return kept;
}

/** What of a query tells where its quotation is. */
export type Quoted = Pick<Query, 'tokens' | 'from' | 'to' | 'first' | 'last'>;

/** A range in UTF-16 units. */
export interface Units {
  readonly start: number;
  readonly end: number;
}

/** The word of the text at one end of the quotation, and whether it is the very word of the quotation; -1 where none is. */
export interface End {
  readonly word: number;
  readonly isSame: boolean;
}

/** True where far more stands in the place of words than they were: most of it was put in beside them. */
const isSwollen = ({ a0, a1, b0, b1 }: Change): boolean => b1 - b0 > (a1 - a0) * 2 + 8;

/** The first word at the place; beyond the quotation's last where nothing of it is left. */
function firstWord({ first, last }: Quoted, map: Int32Array, changes: readonly Change[]): End {
  const word = map[first] ?? -1;
  if (word >= 0) return { word, isSame: true };
  const change = changes.find(({ a0, a1 }) => a0 <= first && first < a1);
  if (!change) return { word: nextMapped(map, first, last), isSame: false };
  const { a0, a1, b0, b1 } = change;
  const isOwn = a0 >= first && !isSwollen(change);
  return { word: isOwn ? b0 : Math.max(b0, b1 - (a1 - first)), isSame: false };
}

const nextMapped = (map: Int32Array, first: number, last: number): number => {
  for (let at = first; at < last; at += 1) if ((map[at] ?? -1) >= 0) return map[at] ?? 0;
  return -1;
};

function lastWord({ last }: Quoted, map: Int32Array, changes: readonly Change[]): End {
  const word = map[last - 1] ?? -1;
  if (word >= 0) return { word, isSame: true };
  const change = changes.find(({ a0, a1 }) => a0 < last && last <= a1);
  if (!change) return { word: -1, isSame: false };
  const { a0, a1, b0, b1 } = change;
  const isOwn = a1 <= last && !isSwollen(change);
  return { word: (isOwn ? b1 : Math.min(b1, b0 + (last - a0))) - 1, isSame: false };
}

/** Where `inside` units into a word of the quotation are in the same word of the text, set otherwise perhaps. */
function into(query: string, text: string, inside: number): number {
  if (query.length === text.length) return inside;
  const wanted = bare(query.slice(0, inside)).length;
  let at = 0;
  for (const character of text) {
    if (bare(text.slice(0, at)).length >= wanted) break;
    at += character.length;
  }
  return at;
}

const at = (list: Uint32Array, word: number): number => list[word] ?? 0;

/** A quotation without a word (a dash, a bracket): it stands between the same two words. Null where it does not. */
export function signsBetween(
  words: Tokens,
  { tokens, from, to, first }: Quoted,
  map: Int32Array,
): Units | null {
  const [before, after] = [map[first - 1] ?? -1, map[first] ?? -1];
  if (before < 0 && after < 0) return null;
  const start = before < 0 ? at(words.starts, after) - (to - from) * 2 : at(words.ends, before);
  const end = after < 0 ? at(words.ends, before) + (to - from) * 2 : at(words.starts, after);
  const signs = tokens.text.slice(from, to);
  const found = words.text.slice(Math.max(0, start), Math.max(0, end)).indexOf(signs);
  return found < 0
    ? null
    : { start: Math.max(0, start) + found, end: Math.max(0, start) + found + signs.length };
}

/** The range of the quotation at a place of `words`; null where nothing of it is there. */
export function rangeOf(
  words: Tokens,
  quoted: Quoted,
  map: Int32Array,
  changes: readonly Change[],
): Units | null {
  if (quoted.first === quoted.last) return signsBetween(words, quoted, map);
  return rangeBetween(words, quoted, firstWord(quoted, map, changes), lastWord(quoted, map, changes));
}

/** The range from one word of `words` to another, with as much of them and of the signs around as the quotation has. */
export function rangeBetween(words: Tokens, quoted: Quoted, head: End, tail: End): Units | null {
  const { tokens, from, to, first, last } = quoted;
  const { text } = words;
  if (head.word < 0 || tail.word < head.word) return null;
  const raw = (of: Tokens, word: number): string => of.text.slice(at(of.starts, word), at(of.ends, word));
  let start = at(words.starts, head.word);
  let end = at(words.ends, tail.word);
  const inside = from - at(tokens.starts, first);
  if (inside > 0 && head.isSame) start += into(raw(tokens, first), raw(words, head.word), inside);
  if (inside < 0) start -= agreeing(text, start, tokens.text.slice(from, from - inside), -1);
  const left = at(tokens.ends, last - 1) - to;
  if (left > 0 && tail.isSame) {
    const whole = raw(tokens, last - 1);
    end = at(words.starts, tail.word) + into(whole, raw(words, tail.word), whole.length - left);
  }
  if (left < 0) end += agreeing(text, end, tokens.text.slice(to + left, to), 1);
  return start < end ? { start, end } : null;
}
