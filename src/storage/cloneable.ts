/** Values that can be cloned, as JSON and byte parts: how entries stand in the journal. */

/** The first part is JSON, the others are the bytes that it points to. */
export type Parts = readonly Uint8Array[];

/** What is no JSON stands under this key, with its kind; an object that has the key itself is wrapped likewise. */
const mark = '$';

type Packed = unknown;

/**
 * Plain objects, arrays, strings, numbers of every kind, undefined, bytes (`Uint8Array`, `ArrayBuffer`), `Date`, `Map`,
 * `Set` and bigint come back as they were; anything else as a plain object of its own properties.
 */
export function toParts(value: unknown): Parts {
  const bytes: Uint8Array[] = [];
  const json = JSON.stringify(pack(value, bytes));
  return [new TextEncoder().encode(json), ...bytes];
}

/** The value of parts. Throws a SyntaxError where the first one is not JSON. */
export function fromParts([json, ...bytes]: Parts): unknown {
  return unpack(JSON.parse(new TextDecoder().decode(json)) as Packed, bytes);
}

const marked = (kind: string, data: unknown): Packed => ({ [mark]: [kind, data] });

function pack(value: unknown, bytes: Uint8Array[]): Packed {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : marked('number', numberWord(value));
  if (value === undefined) return marked('undefined', 0);
  if (typeof value === 'bigint') return marked('bigint', String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pack(item, bytes));
  return packObject(value, bytes);
}

const numberWord = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function packObject(value: object, bytes: Uint8Array[]): Packed {
  if (value instanceof Uint8Array) return marked('bytes', bytes.push(value) - 1);
  if (value instanceof ArrayBuffer) return marked('buffer', bytes.push(new Uint8Array(value)) - 1);
  if (value instanceof Date) return marked('date', value.getTime());
  if (value instanceof Map) return marked('map', pack([...value], bytes));
  if (value instanceof Set) return marked('set', pack([...value], bytes));
  const packed = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item, bytes)]));
  return mark in packed ? marked('object', packed) : packed;
}

function unpack(packed: Packed, bytes: readonly Uint8Array[]): unknown {
  if (typeof packed !== 'object' || packed === null) return packed;
  if (Array.isArray(packed)) return packed.map((item) => unpack(item, bytes));
  if (!Object.hasOwn(packed, mark)) return unpackObject(packed, bytes);
  const [kind, data] = (packed as Record<string, [string, unknown]>)[mark] as [string, unknown];
  return unpackMarked(kind, data, bytes);
}

const unpackObject = (packed: object, bytes: readonly Uint8Array[]): object =>
  Object.fromEntries(Object.entries(packed).map(([key, item]) => [key, unpack(item, bytes)]));

function unpackMarked(kind: string, data: unknown, bytes: readonly Uint8Array[]): unknown {
  const items = (): unknown[] => unpack(data, bytes) as unknown[];
  const kinds: Record<string, () => unknown> = {
    number: () => Number(data),
    undefined: () => undefined,
    bigint: () => BigInt(data as string),
    bytes: () => bytes[data as number],
    buffer: () => bytes[data as number]?.slice().buffer,
    date: () => new Date(data as number),
    map: () => new Map(items() as [unknown, unknown][]),
    set: () => new Set(items()),
    object: () => unpackObject(data as object, bytes),
  };
  return kinds[kind]?.();
}
