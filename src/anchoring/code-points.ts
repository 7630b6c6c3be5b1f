/** Positions of a text in code points and in UTF-16 units, each from the other. Pure; a table is kept for a text that needs one. */
import type { PlainText } from '../model/plain-text.ts';

/** The joint between a text's code points and its UTF-16 units. */
export interface CodePoints {
  /** Where a code point begins, in units; outside the text its nearest end. */
  toUnit(point: number): number;
  /** Which code point begins at a unit; within a surrogate pair the pair's. */
  toPoint(unit: number): number;
}

/** Positions in units of the first halves of all surrogate pairs. */
function pairsOf(text: string, count: number): Uint32Array {
  const pairs = new Uint32Array(count);
  let found = 0;
  for (let at = 0; at < text.length && found < count; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800 || (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) continue;
    pairs[found] = at;
    found += 1;
    at += 1;
  }
  return pairs;
}

/** How many items of an ascending list are, with `key`, below `value`. */
function countBelow(items: Uint32Array, value: number, isPoint: boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The pair of index n begins at code point "its unit less n".
    const at = (items[middle] ?? 0) - (isPoint ? middle : 0);
    if (at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const clamp = (value: number, limit: number): number => Math.min(Math.max(0, value), limit);

function tableOf({ text, length }: PlainText): CodePoints {
  if (length === text.length) {
    const same = (at: number): number => clamp(at, length);
    return { toUnit: same, toPoint: same };
  }
  const pairs = pairsOf(text, text.length - length);
  return {
    toUnit: (point) => {
      const at = clamp(point, length);
      return at + countBelow(pairs, at, true);
    },
    toPoint: (unit) => {
      const at = clamp(unit, text.length);
      return at - countBelow(pairs, at, false);
    },
  };
}

const tables = new WeakMap<PlainText, CodePoints>();

/** The code points of a text; read once for each text. */
export function codePointsOf(text: PlainText): CodePoints {
  let table = tables.get(text);
  if (!table) tables.set(text, (table = tableOf(text)));
  return table;
}
