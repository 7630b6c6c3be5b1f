/** Where a passage could be: places where rare words and pairs of words of it stand in the same order. Pure. */
import { gramHash } from './grams.ts';
import type { Query } from './query.ts';
import type { TextIndex } from './text-index.ts';
import { tokenAt } from './tokens.ts';

/** Words of a query that stand in a text in the same order: pairs of indices, ascending, and what they tell in bits. */
export interface Chain {
  readonly score: number;
  readonly pairs: readonly (readonly [query: number, text: number])[];
}

/** So many hits are looked at, those of the rarest words first. */
const mostHits = 192;
/** A word or pair that is commoner gives hits only near the place where the passage is expected. */
const common = 64;
/** A hit is joined to one of so many before it. */
const back = 32;
const mostChains = 6;
/** A chain that tells less, compared with the best one, is no rival. */
const rival = 0.3;

/** Seeds and hits are sorted as numbers: what they are sorted by times this, plus what they are. */
const step = 2 ** 24;

/** Words (size 1) and pairs (size 2) of a query that stand in the text, as numbers: how often, where in the query, which size. */
function seedsOf(index: TextIndex, { tokens }: Query): Float64Array {
  const seeds = new Float64Array(tokens.count * 2);
  let found = 0;
  for (const size of [1, 2] as const) {
    const grams = index.grams(size);
    for (let at = 0; at + size <= tokens.count; at += 1) {
      const id = grams.find(gramHash(tokens.hashes, at, size));
      const count = id < 0 ? 0 : grams.count(id);
      if (count === 0 || (size === 1 && count > common)) continue;
      seeds[found] = count * step + at * 2 + size - 1;
      found += 1;
    }
  }
  return seeds.subarray(0, found).sort();
}

interface Seed {
  readonly at: number;
  readonly size: 1 | 2;
  /** Its places in the text are these of `places`. */
  readonly places: Uint32Array;
  readonly first: number;
  readonly count: number;
}

function seedOf(index: TextIndex, { tokens }: Query, seed: number): Seed {
  const count = Math.floor(seed / step);
  const rest = seed - count * step;
  const size = rest % 2 === 0 ? 1 : 2;
  const at = Math.floor(rest / 2);
  const grams = index.grams(size);
  return {
    at,
    size,
    places: grams.places,
    first: grams.first(grams.find(gramHash(tokens.hashes, at, size))),
    count,
  };
}

/** Index in `places`, from `low` to before `high`, of the first that is not below `value`. */
function lowerBound(places: Uint32Array, low: number, high: number, value: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const found = new Float64Array(mostHits * 2 + 2);

/** Pairs of equal words as sorted numbers; of what is common, those nearest the expected word `near`. */
function hitsOf(index: TextIndex, query: Query, seeds: Float64Array, near: number): Float64Array {
  let total = 0;
  for (const seed of seeds) {
    if (total >= mostHits) break;
    const { at, size, places, first, count } = seedOf(index, query, seed);
    const most = Math.min(count, common, (mostHits + 1 - total) >> (size - 1));
    const middle = most < count ? lowerBound(places, first, first + count, near + at - query.first) : first;
    const from = Math.max(first, Math.min(first + count - most, middle - (most >> 1)));
    for (let place = from; place < from + most; place += 1) {
      for (let more = 0; more < size; more += 1) {
        found[total] = ((places[place] ?? 0) + more) * step + at + more;
        total += 1;
      }
    }
  }
  return found.slice(0, total).sort();
}

/** What it costs to go from one hit to the next: what was put in or left out between, and never too much of it. */
const leap = (by: number): number => (by > 24 || by < -24 ? 6 : by < 0 ? -by / 4 : by / 4);
/** A paragraph may have been put in; what is farther away is another place. */
const farthest = 160;

/** Hits in the order of the text, each with the best way to it through hits before it. */
interface Links {
  readonly ats: Int32Array;
  readonly texts: Int32Array;
  readonly scores: Float64Array;
  readonly before: Int32Array;
}

function linked(hits: Float64Array, { tokens, weights }: Query): Links {
  const count = hits.length;
  const [ats, texts] = [new Int32Array(count), new Int32Array(count)];
  const scores = new Float64Array(count);
  const before = new Int32Array(count);
  const span = tokens.count + farthest;
  for (let one = 0; one < count; one += 1) {
    const hit = hits[one] as number;
    const text = Math.floor(hit / step);
    const at = hit - text * step;
    ats[one] = at;
    texts[one] = text;
    const own = weights[at] as number;
    let [best, link] = [0, -1];
    const limit = Math.max(0, one - back);
    for (let other = one - 1; other >= limit; other -= 1) {
      const beside = text - (texts[other] as number);
      if (beside > span) break;
      const ahead = at - (ats[other] as number);
      if (ahead <= 0 || beside === 0 || beside - ahead > farthest) continue;
      const score = (scores[other] as number) - leap(beside - ahead);
      if (score <= best) continue;
      best = score;
      link = other;
    }
    scores[one] = own + best;
    before[one] = link;
  }
  return { ats, texts, scores, before };
}

/** The chain that ends at a hit, as far as no better one has its hits. */
function chainTo(end: number, { ats, texts, scores, before }: Links, used: Uint8Array): Chain {
  const pairs: [number, number][] = [];
  let at = end;
  while (at >= 0 && used[at] === 0) {
    used[at] = 1;
    pairs.push([ats[at] ?? 0, texts[at] ?? 0]);
    at = before[at] ?? -1;
  }
  return { score: (scores[end] ?? 0) - (at >= 0 ? (scores[at] ?? 0) : 0), pairs: pairs.reverse() };
}

/** The best hit that no chain has yet; -1 where all are taken. */
function bestEnd(scores: Float64Array, used: Uint8Array): number {
  let best = -1;
  for (let at = 0; at < scores.length; at += 1) {
    if (used[at] === 0 && (best < 0 || (scores[at] ?? 0) > (scores[best] ?? 0))) best = at;
  }
  return best;
}

/**
 * Where query and text agree letter for letter, if that is at one place alone (UTF-16 units of the query's beginning);
 * -1 elsewhere, and where its rarest word is too common to tell.
 */
function onlyPlace(index: TextIndex, query: Query, seeds: Float64Array): number {
  if (seeds.length === 0) return -1;
  const { at, places, first, count } = seedOf(index, query, seeds[0] ?? 0);
  if (count > common) return -1;
  let only = -1;
  for (let place = first; place < first + count; place += 1) {
    const start = (index.tokens.starts[places[place] ?? 0] ?? 0) - (query.tokens.starts[at] ?? 0);
    if (start < 0 || !index.text.text.startsWith(query.tokens.text, start)) continue;
    if (only >= 0) return -1;
    only = start;
  }
  return only;
}

/** Where a passage could be: at the only place that reads like it letter for letter, or at some of these. */
export interface Places {
  /** Where that place's context begins, in UTF-16 units; -1 where there is none or more than one. */
  readonly only: number;
  readonly chains: readonly Chain[];
}

/** The likeliest places of a query, best first. `near` (UTF-16 units) is where it is expected. */
export function placesOf(index: TextIndex, query: Query, near: number): Places {
  const seeds = seedsOf(index, query);
  const only = onlyPlace(index, query, seeds);
  if (only >= 0) return { only, chains: [] };
  const links = linked(hitsOf(index, query, seeds, tokenAt(index.tokens, near)), query);
  return { only, chains: chainsOf(links) };
}

function chainsOf(links: Links): Chain[] {
  const used = new Uint8Array(links.scores.length);
  const chains: Chain[] = [];
  for (let tries = 0; chains.length < mostChains && tries < mostHits; tries += 1) {
    const least = rival * (chains[0]?.score ?? 0);
    const end = bestEnd(links.scores, used);
    if (end < 0 || (links.scores[end] ?? 0) < least) break;
    const chain = chainTo(end, links, used);
    if (chain.score >= least) chains.push(chain);
  }
  return chains.sort((one, other) => other.score - one.score);
}
