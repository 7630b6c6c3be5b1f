/** A layout as what can be kept on a device, and back: ids, and one row of numbers. Reading checks it like any input. */
import type { Box, MapLayout, Point } from './layout.ts';
import { layoutOf } from './room.ts';

/** A layout with the claims that stand outside the box of their group in it. */
export interface KeptLayout {
  readonly layout: MapLayout;
  readonly strays: ReadonlySet<string>;
}

/** Boxes are four numbers, routes their length and their points. */
export interface WrittenLayout {
  readonly nodes: readonly string[];
  readonly groups: readonly string[];
  readonly links: readonly string[];
  readonly strays: readonly string[];
  readonly numbers: Float64Array;
}

/** Further from the origin (px) nothing is believed to be. */
const farthest = 1e7;
const longestRoute = 400;

/** The layout as it is kept. */
export function writeLayout({ layout, strays }: KeptLayout): WrittenLayout {
  const numbers: number[] = [];
  for (const box of [...layout.nodes.values(), ...layout.groups.values()]) {
    numbers.push(box.x, box.y, box.width, box.height);
  }
  for (const route of layout.links.values()) {
    numbers.push(route.length);
    for (const { x, y } of route) numbers.push(x, y);
  }
  return {
    nodes: [...layout.nodes.keys()],
    groups: [...layout.groups.keys()],
    links: [...layout.links.keys()],
    strays: [...strays],
    numbers: Float64Array.from(numbers),
  };
}

const areWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Takes numbers one by one; NaN where there is none, or none that can be believed. */
class Numbers {
  readonly #values: Float64Array;
  #at = 0;

  constructor(values: Float64Array) {
    this.#values = values;
  }

  next(): number {
    const value = this.#values[this.#at++] ?? NaN;
    return Math.abs(value) <= farthest ? value : NaN;
  }

  box(): Box {
    return { x: this.next(), y: this.next(), width: this.next(), height: this.next() };
  }

  route(): Point[] | null {
    const length = this.next();
    if (!Number.isInteger(length) || length < 2 || length > longestRoute) return null;
    return Array.from({ length }, () => ({ x: this.next(), y: this.next() }));
  }

  get isSpent(): boolean {
    return this.#at === this.#values.length;
  }
}

const isBox = ({ x, y, width, height }: Box): boolean => Number.isFinite(x + y) && width > 0 && height > 0;

function readRoutes(ids: readonly string[], from: Numbers): Map<string, readonly Point[]> | null {
  const routes = new Map<string, readonly Point[]>();
  for (const id of ids) {
    const route = from.route();
    if (!route?.every(({ x, y }) => Number.isFinite(x + y))) return null;
    routes.set(id, route);
  }
  return routes;
}

const isWritten = (value: unknown): value is WrittenLayout => {
  const parts = (value ?? {}) as Partial<Record<keyof WrittenLayout, unknown>>;
  const words = [parts.nodes, parts.groups, parts.links, parts.strays];
  return words.every(areWords) && parts.numbers instanceof Float64Array;
};

/** The layout that was written; null where the value is anything else. */
export function readLayout(value: unknown): KeptLayout | null {
  if (!isWritten(value)) return null;
  const from = new Numbers(value.numbers);
  const boxes = (ids: readonly string[]): Map<string, Box> => new Map(ids.map((id) => [id, from.box()]));
  const [nodes, groups] = [boxes(value.nodes), boxes(value.groups)];
  if (![...nodes.values(), ...groups.values()].every(isBox)) return null;
  const links = readRoutes(value.links, from);
  return links && from.isSpent
    ? { layout: layoutOf(nodes, groups, links), strays: new Set(value.strays) }
    : null;
}
