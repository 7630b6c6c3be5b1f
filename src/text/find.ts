/** Finds words in a folded text; as a query grows by a letter, only what was found before is looked at again. Pure. */
import { fold } from './fold.ts';
import type { FoldedText } from './folded-text.ts';

/** Longest query, in characters: more is cut off. */
export const longestQuery = 1000;

/**
 * A query as it is looked for. A space in it stands for any white space, the joint between two blocks too: so a quotation
 * that was copied over a paragraph's end is found, while a word is never found across one. What leads in is dropped.
 */
export const foldQuery = (query: string): string =>
  fold(
    [...query]
      .slice(0, longestQuery)
      .join('')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replaceAll('\0', ''),
  ).trimStart();

/** Pieces of a folded text: from, to, from, to …, rising, none touching another. Indexes of `folded`. */
export type Pieces = Int32Array;

/** Whether two occurrences of a word can overlap: it ends as it begins. */
function canOverlap(word: string): boolean {
  for (let length = 1; length < word.length; length += 1)
    if (word.endsWith(word.slice(0, length))) return true;
  return false;
}

/** A list that is filled front to back, without knowing how long it gets. */
class Growing {
  #values = new Int32Array(256);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length * 4);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  done(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** Where `word` stands in `text`, overlapping occurrences too. */
function scan(text: string, word: string): Int32Array {
  const found = new Growing();
  const step = canOverlap(word) ? 1 : word.length;
  let at = text.indexOf(word);
  while (at >= 0) {
    found.push(at);
    at = text.indexOf(word, at + step);
  }
  return found.done();
}

/** Those of `starts` where `rest` stands `skip` units further on. */
function narrow(text: string, starts: Int32Array, skip: number, rest: string): Int32Array {
  const kept = new Int32Array(starts.length);
  const unit = rest.charCodeAt(0);
  let count = 0;
  for (const start of starts) {
    if (text.charCodeAt(start + skip) !== unit) continue;
    if (rest.length > 1 && !text.startsWith(rest, start + skip)) continue;
    kept[count] = start;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** Those of `starts` whose hits lie between characters, none over another. */
function whole(text: FoldedText, starts: Int32Array, word: string): Int32Array {
  const overlaps = canOverlap(word);
  if (!overlaps && !text.hasInsides) return starts;
  const kept = new Int32Array(starts.length);
  let count = 0;
  let end = 0;
  for (const start of starts) {
    if (text.isInside(start) || text.isInside(start + word.length) || (overlaps && start < end)) continue;
    kept[count] = start;
    count += 1;
    end = start + word.length;
  }
  return kept.subarray(0, count);
}

/** Those of `hits` (each `length` units long) that touch one of `pieces`; with `touching` false, those that touch none. */
export function within(hits: Int32Array, length: number, pieces: Pieces, touching = true): Int32Array {
  const kept = new Int32Array(hits.length);
  let count = 0;
  let at = 0;
  for (const hit of hits) {
    while (at < pieces.length && (pieces[at + 1] as number) <= hit) at += 2;
    const touches = at < pieces.length && (pieces[at] as number) < hit + length;
    if (touches !== touching) continue;
    kept[count] = hit;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** Pieces of a text from ranges in code points, in any order; what touches is joined. */
export function piecesOf(
  text: FoldedText,
  ranges: readonly { readonly start: number; readonly end: number }[],
): Pieces {
  const sorted = [...ranges].sort((one, other) => one.start - other.start);
  const pieces: number[] = [];
  for (const { start, end } of sorted) {
    const from = text.indexAt(start);
    const to = text.indexAt(end);
    const last = pieces.length - 1;
    if (last > 0 && (pieces[last] as number) >= from) pieces[last] = Math.max(pieces[last] as number, to);
    else if (to > from) pieces.push(from, to);
  }
  return Int32Array.from(pieces);
}

/** Looks for one query after another in a text, and remembers what led to the last one. */
export class Search {
  readonly text: FoldedText;
  /** What was found for ever longer beginnings of the last query. */
  readonly #trail: { readonly word: string; readonly starts: Int32Array }[] = [];

  constructor(text: FoldedText) {
    this.text = text;
  }

  /**
   * Where a folded query stands: the indexes of its hits in `text.folded`, rising. A hit begins and ends between
   * characters of the text, and none overlaps another. An empty query is nowhere.
   */
  hits(word: string): Int32Array {
    const trail = this.#trail;
    while (trail.length > 0 && !word.startsWith(trail.at(-1)?.word ?? '')) trail.pop();
    if (word === '') return new Int32Array(0);
    const last = trail.at(-1);
    const { folded } = this.text;
    if (last?.word !== word) {
      const starts = last
        ? narrow(folded, last.starts, last.word.length, word.slice(last.word.length))
        : scan(folded, word);
      trail.push({ word, starts });
    }
    return whole(this.text, (trail.at(-1) as { starts: Int32Array }).starts, word);
  }
}
