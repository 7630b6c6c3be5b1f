/** A place where a passage could be, read word by word: what agrees, what differs, and where it begins and ends there. Pure. */
import { align } from './align.ts';
import type { Query } from './query.ts';
import type { Chain } from './seeds.ts';
import type { TextIndex } from './text-index.ts';

/** Words of the query that are others in the text: `a0` to before `a1` there, `b0` to before `b1` here; one may be none. */
export interface Change {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** At the open ends of a query so many more words of the text are looked at. */
const slack = 12;

/** For each word of the query its word in the text; -1 where it has none. */
export function mapOf(index: TextIndex, query: Query, chain: Chain): Int32Array {
  return gathered(query, aligned(index, query, chain));
}

/** Within a quotation of so many words no more is put in between than this; what is farther off is met by chance. */
const mostBetween = (words: number): number => Math.max(24, words * 1.5);

/** What the words of the quotation from one to before another tell, as far as they have a place. */
function toldBy({ weights }: Query, map: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) if ((map[at] as number) >= 0) sum += weights[at] as number;
  return sum;
}

/** A quotation that is torn in two keeps the part that tells more, with the context on its side. */
function gathered(query: Query, map: Int32Array): Int32Array {
  let [first, last] = [query.first, query.last];
  const most = mostBetween(last - first);
  let before = -1;
  for (let at = first; at < last; at += 1) {
    const text = map[at] as number;
    if (text < 0) continue;
    if (before >= 0 && text - (map[before] as number) - (at - before) > most) {
      const isFirst = toldBy(query, map, first, at) >= toldBy(query, map, at, last);
      if (isFirst) map.fill(-1, (last = at));
      else map.fill(-1, 0, (first = at));
    }
    before = at;
  }
  return map;
}

function aligned(index: TextIndex, { tokens }: Query, { pairs }: Chain): Int32Array {
  const map = new Int32Array(tokens.count).fill(-1);
  const [a, b] = [tokens.hashes, index.tokens.hashes];
  let [a0, b0] = [-1, -1];
  for (const [at, text] of pairs) {
    map[at] = text;
    if (a0 < 0) align(a, b, { a0: 0, a1: at, b0: Math.max(0, text - at - slack), b1: text }, 'end', map);
    else if (at > a0 + 1) align(a, b, { a0: a0 + 1, a1: at, b0: b0 + 1, b1: text }, 'both', map);
    [a0, b0] = [at, text];
  }
  const b1 = Math.min(index.tokens.count, b0 + tokens.count - a0 + slack);
  align(a, b, { a0: a0 + 1, a1: tokens.count, b0: b0 + 1, b1 }, 'start', map);
  return map;
}

/** Where a line of the text begins or ends: nothing beyond is taken for the passage by guess. */
function within(index: TextIndex, from: number, to: number): string {
  const { starts, ends } = index.tokens;
  return index.text.text.slice(ends[from] ?? 0, starts[to] ?? 0);
}

/** The first word of the text that may stand for `count` words before word `at`: of the same line, and as many. */
function reach(index: TextIndex, at: number, count: number, by: 1 | -1): number {
  let to = at;
  while (count > 0 && to + by >= 0 && to + by < index.tokens.count) {
    const joint = by < 0 ? within(index, to - 1, to) : within(index, to, to + 1);
    if (joint.includes('\n')) break;
    to += by;
    count -= 1;
  }
  return to;
}

/** What differs between two neighbouring pairs of words; null where nothing does. */
const between = (a: number, at: number, b: number, text: number): Change | null =>
  at > a + 1 || text > b + 1 ? { a0: a + 1, a1: at, b0: b + 1, b1: text } : null;

/**
 * What differs, in order. At the open ends as many words of the text are taken as the query has there, of the quotation
 * alone: of what stands around it nothing is known.
 */
export function changesOf(index: TextIndex, { first, last }: Query, map: Int32Array): Change[] {
  const changes: (Change | null)[] = [];
  let [a, b] = [-1, -1];
  for (let at = 0; at < map.length; at += 1) {
    const text = map[at] as number;
    if (text < 0) continue;
    if (a >= 0) changes.push(between(a, at, b, text));
    else if (at > 0)
      changes.push({ a0: 0, a1: at, b0: reach(index, text, at - Math.min(first, at), -1), b1: text });
    [a, b] = [at, text];
  }
  if (a >= 0 && a < map.length - 1) {
    const count = Math.max(0, last - a - 1);
    changes.push({ a0: a + 1, a1: map.length, b0: b + 1, b1: reach(index, b, count, 1) + 1 });
  }
  return changes.filter((change) => change !== null);
}
