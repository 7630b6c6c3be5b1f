/** Keeping values, so that what is the same stays the same object. */
import { isSame } from '../model/same.ts';

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
