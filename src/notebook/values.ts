/** Comparing plain values, so that what is the same stays the same object. */

/** True where two JSON values say the same; the order of keys does not count. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

/**
 * `fresh`, with each field that says what `known` said taken from `known`; `known` itself where all do. So
 * a value that was derived from `record.targets` stays valid while only the body changes.
 */
export function shareFields<T extends object>(known: T, fresh: T): T {
  if (isSame(known, fresh)) return known;
  const shared = { ...fresh };
  for (const key of Object.keys(fresh) as (keyof T)[]) {
    if (isSame(known[key], fresh[key])) shared[key] = known[key];
  }
  return Object.freeze(shared);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
