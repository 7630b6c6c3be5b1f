/** Where each run of so many words stands in a text: exact, without hash buckets to search. Pure, in typed arrays. */

/** All places of all runs of a size. */
export interface Grams {
  /** Number of the run with this hash; -1 where it stands nowhere. */
  find(hash: number): number;
  /** How often it stands there. */
  count(id: number): number;
  /** Its places (indices of words, ascending) are `places[first(id)]` and the next `count(id) - 1`. */
  first(id: number): number;
  readonly places: Uint32Array;
}

/** The hash of `size` words from `at` on. */
export function gramHash(hashes: Uint32Array, at: number, size: number): number {
  if (size === 1) return hashes[at] ?? 0;
  let hash = 0;
  for (let next = at; next < at + size; next += 1) {
    hash = Math.imul(hash ^ (hashes[next] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

/** Numbers the runs: an open table of hashes, and the number of the run at each word. */
function numbered(hashes: Uint32Array, total: number, size: number) {
  const slots = 1 << Math.max(4, 32 - Math.clz32(total * 2));
  const keys = new Uint32Array(slots);
  const ids = new Uint32Array(slots);
  const at = new Uint32Array(total);
  let known = 0;
  for (let index = 0; index < total; index += 1) {
    const hash = gramHash(hashes, index, size);
    let slot = hash & (slots - 1);
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
    if (keys[slot] === 0) {
      keys[slot] = hash;
      ids[slot] = known;
      known += 1;
    }
    at[index] = ids[slot] ?? 0;
  }
  return { slots, keys, ids, at, known };
}

/** Reads the places of all runs of `size` words. */
export function gramsOf(hashes: Uint32Array, count: number, size: number): Grams {
  const total = Math.max(0, count - size + 1);
  const { slots, keys, ids, at, known } = numbered(hashes, total, size);
  const firsts = new Uint32Array(known + 1);
  for (const id of at) firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
  for (let id = 0; id < known; id += 1) firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  const places = new Uint32Array(total);
  const next = firsts.slice(0, known);
  for (let index = 0; index < total; index += 1) {
    const id = at[index] ?? 0;
    const place = next[id] ?? 0;
    places[place] = index;
    next[id] = place + 1;
  }
  return {
    places,
    find: (hash) => {
      let slot = hash & (slots - 1);
      while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
      return keys[slot] === hash ? (ids[slot] ?? 0) : -1;
    },
    count: (id) => (firsts[id + 1] ?? 0) - (firsts[id] ?? 0),
    first: (id) => firsts[id] ?? 0,
  };
}
