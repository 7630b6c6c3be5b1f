/**
 * Values that a database keeps (whatever can be cloned) as JSON, and back: bytes, dates, maps and sets are told by a mark. Written
 * and read side by side. What cannot be written down (a handle of a folder, say) becomes null.
 */

/** The key of a mark; objects that have it themselves are marked too. */
const mark = '$';

/** Deepest value that is written or read. */
const deepest = 200;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const base64 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const marked = (kind: string, value: Json): Json => ({ [mark]: kind, value });

const pairs = (object: object, depth: number): Json =>
  Object.entries(object).map(([key, value]) => [key, toJson(value, depth)]);

function objectToJson(value: object, depth: number): Json {
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, depth));
  if (value instanceof Uint8Array) return marked('bytes', base64(value));
  if (value instanceof ArrayBuffer) return marked('buffer', base64(new Uint8Array(value)));
  if (value instanceof Date) return marked('date', value.getTime());
  if (value instanceof Map)
    return marked(
      'map',
      [...value].map(([key, item]) => [toJson(key, depth), toJson(item, depth)]),
    );
  if (value instanceof Set)
    return marked(
      'set',
      [...value].map((item) => toJson(item, depth)),
    );
  const isPlain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
  if (!isPlain) return null;
  // An own key `__proto__` would be lost on the way into an object: it goes as a pair.
  if (Object.hasOwn(value, mark) || Object.hasOwn(value, '__proto__'))
    return marked('object', pairs(value, depth));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth)]));
}

function toJson(value: unknown, depth: number): Json {
  if (depth > deepest) throw new RangeError('A value is too deep to be written down.');
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : marked('number', String(value));
  if (typeof value === 'bigint') return marked('bigint', String(value));
  if (value === undefined) return marked('undefined', null);
  return typeof value === 'object' ? objectToJson(value, depth + 1) : null;
}

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new RangeError('A list is missing.');
  return value;
};

const pairOf = (value: unknown, depth: number): [unknown, unknown] => {
  const [key, item] = listOf(value);
  return [fromJson(key, depth), fromJson(item, depth)];
};

const readers: ReadonlyMap<unknown, (value: unknown, depth: number) => unknown> = new Map<
  unknown,
  (value: unknown, depth: number) => unknown
>([
  ['bytes', (value) => bytesOf(String(value))],
  ['buffer', (value) => bytesOf(String(value)).buffer],
  ['date', (value) => new Date(Number(value))],
  ['map', (value, depth) => new Map(listOf(value).map((pair) => pairOf(pair, depth)))],
  ['set', (value, depth) => new Set(listOf(value).map((item) => fromJson(item, depth)))],
  ['number', (value) => Number(value)],
  ['bigint', (value) => BigInt(String(value))],
  ['undefined', () => undefined],
  ['object', (value, depth): unknown => Object.fromEntries(listOf(value).map((pair) => pairOf(pair, depth)))],
]);

function fromJson(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new RangeError('A value is too deep to be read.');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => fromJson(item, depth + 1));
  if (Object.hasOwn(value, mark)) {
    const { [mark]: kind, value: inner } = value as Record<string, unknown>;
    const reader = readers.get(kind);
    if (!reader) throw new RangeError('A value has a mark that is not known.');
    return reader(inner, depth + 1);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromJson(item, depth + 1)]));
}

/** The value as JSON. Throws RangeError past 200 levels. */
export const writeClone = (value: unknown): string => JSON.stringify(toJson(value, 0));

/** The value of what `writeClone` wrote. Throws RangeError or SyntaxError where it is no such thing. */
export const readClone = (text: string): unknown => fromJson(JSON.parse(text) as unknown, 0);
