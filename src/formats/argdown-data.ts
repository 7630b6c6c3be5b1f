/** The data of an Argdown element, YAML between braces: read into plain values, and written so that the lexer finds its end. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { isObject, type JsonObject } from './json-values.ts';

/** Most characters of one piece of data, and most values that it may hold when every alias is written out. */
const longest = 2_000_000;
const mostValues = 100_000;

/** The key under which everything stands that Warrant says of an element. */
export const ownKey = 'warrant';

/**
 * A plain copy of what YAML gave: JSON values alone. An alias is written out, so what is counted is what it would be;
 * undefined where that is too much, or a value holds itself.
 */
function plain(value: unknown): unknown {
  let count = 0;
  const copy = (one: unknown, above: readonly unknown[]): unknown => {
    count += 1;
    if (count > mostValues || above.length > 100 || above.includes(one))
      throw new RangeError('Too much data.');
    if (Array.isArray(one)) return one.map((item) => copy(item, [...above, one]));
    if (!isObject(one)) return typeof one === 'number' && !Number.isFinite(one) ? null : (one ?? null);
    const entries = Object.entries(one).filter(([key]) => key !== '__proto__');
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, [...above, one])]));
  };
  try {
    return copy(value, []);
  } catch {
    return undefined;
  }
}

/** What a YAML text says; undefined where it is none, or too large. Never throws. */
export function readYaml(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return plain(load(text, { schema: CORE_SCHEMA, json: true }));
  } catch {
    return undefined;
  }
}

/**
 * What stands between braces, as Argdown has it: block style where a new line follows the first brace, else flow style.
 * Null where it is no object.
 */
export function readData(image: string): JsonObject | null {
  const block = /^\{[ \t]*\n\r?/u.exec(image);
  const value = readYaml(block ? image.slice(block[0].length).replace(/\}\s*$/u, '') : image);
  return isObject(value) ? value : null;
}

/**
 * A JSON text that is YAML too, and in which the lexer of Argdown sees neither the end of the data nor that of the
 * front matter: braces and rows of equals signs in texts are escaped, and so is what YAML does not take as it is.
 */
export function yamlValue(value: unknown): string {
  const escape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  if (typeof value === 'string')
    return JSON.stringify(value).replace(/[{}=\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu, escape);
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`;
  if (isObject(value)) return `{${Object.entries(value).map(yamlPair).join(', ')}}`;
  return JSON.stringify(value ?? null);
}

const yamlKey = (key: string): string =>
  /^[A-Za-z][\w-]{0,40}$/u.test(key) && !/^(?:y|n|yes|no|true|false|on|off|null)$/iu.test(key)
    ? key
    : yamlValue(key);

const yamlPair = ([key, value]: readonly [string, unknown]): string => `${yamlKey(key)}: ${yamlValue(value)}`;

/** Data no longer than this stands in one line. */
const oneLine = 90;

/**
 * An object as lines of block YAML, or null where that cannot be: no line may end in a brace, there the lexer would take
 * the data for ended.
 */
export function yamlLines(value: JsonObject, indent: string): readonly string[] | null {
  const lines: string[] = [];
  for (const [key, one] of Object.entries(value)) {
    if (isObject(one)) {
      const inner = Object.keys(one).length > 0 ? yamlLines(one, `${indent}  `) : null;
      if (!inner) return null;
      lines.push(`${indent}${yamlKey(key)}:`, ...inner);
    } else if (Array.isArray(one) && one.some(isObject)) {
      const items = one.map((item) => `${indent}  ${yamlValue(item)}`).join(',\n');
      lines.push(`${indent}${yamlKey(key)}: [`, `${items}]`);
    } else lines.push(`${indent}${yamlPair([key, one])}`);
  }
  return lines;
}

/** An object as Argdown data; empty where it says nothing. */
export function writeData(value: JsonObject): string {
  if (Object.keys(value).length === 0) return '';
  const flat = yamlValue(value);
  const lines = flat.length <= oneLine ? null : yamlLines(value, '  ');
  return lines ? `{\n${lines.join('\n')}\n}` : flat;
}
