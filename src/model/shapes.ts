/**
 * Small readers of untrusted JSON values, from which those of whole records and references are built. Each
 * looks only at what it was told to look at, so cycles, strange prototypes and surplus keys never come along.
 */

/** Why a value was refused: `where` is the path to it (`targets.0.end`), `why` ends the sentence. */
export class Unsound {
  readonly where: string;
  readonly why: string;

  constructor(why: string, where = '') {
    this.why = why;
    this.where = where;
  }

  /** The same refusal, told from one level further out. */
  within(key: string | number): Unsound {
    return new Unsound(this.why, this.where === '' ? String(key) : `${key}.${this.where}`);
  }

  toString(): string {
    return this.where === '' ? this.why : `${this.where} ${this.why}`;
  }
}

/** Reads a value: a frozen copy that holds just what belongs to it, or the reason against it. Never throws. */
export type Shape<T> = (value: unknown) => T | Unsound;

/** A string of at most `max` UTF-16 units. Halves of surrogate pairs become U+FFFD, as they would in any file. */
export const text =
  (max: number): Shape<string> =>
  (value) => {
    if (typeof value !== 'string') return new Unsound('is not a text');
    if (value.length > max) return new Unsound(`is longer than ${max} characters`);
    return value.replace(/\p{Surrogate}/gu, '\uFFFD');
  };

/** A string that `pattern` matches; `what` names it in the refusal. The pattern must bound the length. */
export const matching =
  (pattern: RegExp, what: string): Shape<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : new Unsound(`is not ${what}`);

/** One of the given words. */
export const oneOf =
  <T extends string>(...words: readonly T[]): Shape<T> =>
  (value) =>
    words.find((word) => word === value) ?? new Unsound(`is not one of ${words.join(', ')}`);

/** True or false. */
export const flag: Shape<boolean> = (value) =>
  typeof value === 'boolean' ? value : new Unsound('is neither true nor false');

/** A whole number from 0. */
export const offset: Shape<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : new Unsound('is not a whole number from 0');

/** A number from 0 to 1. */
export const fraction: Shape<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : new Unsound('is not a number from 0 to 1');

/** Null, or what `shape` reads. */
export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

/** A list of at most `max` items. */
export const list =
  <T>(shape: Shape<T>, max: number): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return new Unsound('is not a list');
    if (value.length > max) return new Unsound(`has more than ${max} items`);
    const items: T[] = [];
    for (let at = 0; at < value.length; at += 1) {
      const item = shape(value[at]);
      if (item instanceof Unsound) return item.within(at);
      items.push(item);
    }
    return Object.freeze(items);
  };

/**
 * An object with at least these fields, each its own and not inherited; others are left behind. Fields in
 * `defaults` may be missing: what an older version wrote has not got them.
 */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]: Shape<T[K]> }, defaults: Partial<T> = {}): Shape<T> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return new Unsound('is not an object');
    }
    const copy: Partial<T> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const isThere = Object.hasOwn(value, key);
      if (!isThere && !Object.hasOwn(defaults, key)) return new Unsound('is missing', key);
      const field = isThere ? fields[key]((value as Record<string, unknown>)[key]) : defaults[key];
      if (field instanceof Unsound) return field.within(key);
      copy[key] = field;
    }
    return Object.freeze(copy as T);
  };

/** An object with any of these fields, each its own and not inherited; others are left behind. */
export const partial =
  <T extends object>(fields: { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> }): Shape<T> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return new Unsound('is not an object');
    }
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      if (!Object.hasOwn(value, key)) continue;
      const field = fields[key]((value as Record<string, unknown>)[key]);
      if (field instanceof Unsound) return field.within(key);
      copy[key] = field;
    }
    return Object.freeze(copy as T);
  };
