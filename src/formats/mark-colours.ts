/** The colours of marks as other programs write them: a key and a hex value for each, and the nearest key of any other. */
import { colours, firstColour } from '../model/colours.ts';

/** The eight colours of Zotero, by our keys. */
export const hexes: Readonly<Record<string, string>> = {
  yellow: '#ffd400',
  red: '#ff6666',
  green: '#5fb236',
  blue: '#2ea8e5',
  purple: '#a28ae5',
  magenta: '#e56eee',
  orange: '#f19837',
  gray: '#aaaaaa',
};

/** The hex value of a colour's key; that of the first colour for a key of somebody else's. */
export const hexOf = (key: string): string =>
  (Object.hasOwn(hexes, key) ? hexes[key] : hexes[firstColour]) ?? '#ffd400';

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** How far two colours are apart. */
function distance(one: string, other: string): number {
  const [left, right] = [channels(one), channels(other)];
  return left.reduce((sum, value, at) => sum + (value - (right[at] ?? 0)) ** 2, 0);
}

/** The key of a colour that is written as a hex value (`#fd0` or `#ffdd00`), the nearest of the eight; null for anything else. */
export function keyOfHex(value: string): string | null {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6})(?:[0-9a-f]{2})?)$/iu.exec(value.trim()) ?? [];
  if (short === undefined && long === undefined) return null;
  const hex = `#${long ?? [...(short ?? '')].map((digit) => digit + digit).join('')}`.toLowerCase();
  const all = colours.map(({ key }) => ({ key, far: distance(hexOf(key), hex) }));
  return all.reduce((near, one) => (one.far < near.far ? one : near)).key;
}

const names: Readonly<Record<string, string>> = {
  grey: 'gray',
  pink: 'magenta',
  cyan: 'blue',
  violet: 'purple',
};

/** The key of a colour that is named in words or in hex; null for anything else. */
export function keyOfColour(value: string): string | null {
  const name = value.trim().toLowerCase();
  const known = Object.hasOwn(names, name) ? (names[name] ?? name) : name;
  return colours.some(({ key }) => key === known) ? known : keyOfHex(name);
}
