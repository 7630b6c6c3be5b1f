/** Derived values: computed once for what they are made of. */

/** Remembers the last result for the same input: derived values cost nothing until the desk changes. */
export function derived<A extends object, R>(compute: (input: A) => R): (input: A) => R {
  const cache = new WeakMap<A, { readonly value: R }>();
  return (input) => {
    const hit = cache.get(input);
    if (hit) return hit.value;
    const value = compute(input);
    cache.set(input, { value });
    return value;
  };
}

/** Gives back the last map where the next one holds the same: what is derived from it stays as it is, too. */
export function steady<A extends object, K, V>(compute: (input: A) => ReadonlyMap<K, V>) {
  let last: ReadonlyMap<K, V> = new Map();
  return derived((input: A): ReadonlyMap<K, V> => {
    const next = compute(input);
    const isSame = next.size === last.size && [...next].every(([key, value]) => last.get(key) === value);
    return isSame ? last : (last = next);
  });
}
