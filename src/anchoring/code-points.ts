/** Positions of a text in code points and in UTF-16 units, each from the other. Pure; a table is kept for a text that needs one. */
import type { PlainText } from '../model/plain-text.ts';

/** The joint between a text's code points and its UTF-16 units. */
export interface CodePoints {
  /** Length in code points. */
  readonly length: number;
  /** Where a code point begins, in units; outside the text its nearest end. */
  toUnit(point: number): number;
  /** Which code point begins at a unit; within a surrogate pair the pair's. */
  toPoint(unit: number): number;
}

/** Positions in units of the first halves of all surrogate pairs. */
function pairsOf(text: string): Uint32Array {
  const pairs: number[] = [];
  const pattern = /[\ud800-\udbff][\udc00-\udfff]/g;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) pairs.push(found.index);
  return Uint32Array.from(pairs);
}

/** How many pairs begin before a code point, or before a unit. */
function pairsBefore(pairs: Uint32Array, value: number, isPoint: boolean): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The pair of index n begins at code point "its unit less n".
    const at = (pairs[middle] as number) - (isPoint ? middle : 0);
    if (at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const clamp = (value: number, limit: number): number => Math.min(Math.max(0, value), limit);

/** Reads the code points of a string; those of a text that is used again are kept by `codePointsOf`. */
export function readCodePoints(text: string): CodePoints {
  const pairs = pairsOf(text);
  const length = text.length - pairs.length;
  return {
    length,
    toUnit: (point) => {
      const at = clamp(point, length);
      return pairs.length === 0 ? at : at + pairsBefore(pairs, at, true);
    },
    toPoint: (unit) => {
      const at = clamp(unit, text.length);
      return pairs.length === 0 ? at : at - pairsBefore(pairs, at, false);
    },
  };
}

/** A text without surrogate pairs: both are the same. */
function same(length: number): CodePoints {
  const at = (value: number): number => clamp(value, length);
  return { length, toUnit: at, toPoint: at };
}

const tables = new WeakMap<PlainText, CodePoints>();

/** The code points of a text; read once for each text. */
export function codePointsOf(text: PlainText): CodePoints {
  let table = tables.get(text);
  if (!table) {
    table = text.length === text.text.length ? same(text.length) : readCodePoints(text.text);
    tables.set(text, table);
  }
  return table;
}
