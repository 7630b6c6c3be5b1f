/** Looking into JSON of unknown shape: every answer is of the kind that was asked for, and nothing inherited counts. */

/** A JSON object. Its keys come from outside: read them with `own` only, and never assign by them. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object that is neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object says itself under a key; undefined where it says nothing, or is none. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A text under a key; empty where there is none. */
export const textIn = (value: unknown, key: string): string => {
  const found = own(value, key);
  return typeof found === 'string' ? found : '';
};

/** An object under a key; null where there is none. */
export const objectIn = (value: unknown, key: string): JsonObject | null => {
  const found = own(value, key);
  return isObject(found) ? found : null;
};

/** A whole number from 0 under a key; null where there is none. */
export const offsetIn = (value: unknown, key: string): number | null => {
  const found = own(value, key);
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : null;
};

/** The elements of a list; a single value as a list of one; none for nothing at all. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
};

/** The texts among the elements of what stands under a key. */
export const textsIn = (value: unknown, key: string): readonly string[] =>
  listOf(own(value, key)).filter((one): one is string => typeof one === 'string');

/** The value of a JSON text; undefined where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** An object without some of its keys. */
export const without = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
