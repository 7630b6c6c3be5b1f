/** The lines along which a route may run, what each piece of them costs, and the cheapest way through. Pure. */
import type { Point } from './layout.ts';
import type { Rect } from './rects.ts';

/** What a route pays, in px of length: for a corner, for crossing another link, for running along one. */
const price = { bend: 36, crossing: 70, along: 420 };
/** Nearer than this (px) two parallel lines look like one. */
const apart = 5;

/** Where a route may start or end: the gate is a point before the box; it is reached or left along `isUpright`. */
export interface Gate {
  readonly gate: Point;
  readonly isUpright: boolean;
  /** What choosing it costs. */
  readonly cost: number;
}

const sorted = (values: Iterable<number>): Float64Array =>
  Float64Array.from(new Set([...values].map((value) => Math.round(value * 2) / 2))).sort();

/** The first index whose value is not below `value`. */
function firstFrom(line: Float64Array, value: number): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A heap of states by cost, the cheapest first. */
class Heap {
  readonly #states: number[] = [];
  readonly #costs: number[] = [];

  get size(): number {
    return this.#states.length;
  }

  push(state: number, cost: number): void {
    let at = this.#states.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.#costs[above] as number) <= cost) break;
      this.#set(at, this.#states[above] as number, this.#costs[above] as number);
      at = above;
    }
    this.#set(at, state, cost);
  }

  pop(): number {
    const top = this.#states[0] as number;
    const [state, cost] = [this.#states.pop() as number, this.#costs.pop() as number];
    const size = this.#states.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= size) break;
      if (below + 1 < size && (this.#costs[below + 1] as number) < (this.#costs[below] as number)) below += 1;
      if ((this.#costs[below] as number) >= cost) break;
      this.#set(at, this.#states[below] as number, this.#costs[below] as number);
      at = below;
    }
    this.#set(at, state, cost);
    return top;
  }

  #set(at: number, state: number, cost: number): void {
    this.#states[at] = state;
    this.#costs[at] = cost;
  }
}

/** A grid of lines; `block` and `tax` are told what stands and runs there before `cheapest` is asked. */
export class RouteGrid {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  /** Cost of the piece from a crossing of lines to the next one on its right, and to the next one below. */
  readonly #level: Float32Array;
  readonly #upright: Float32Array;

  constructor(xs: Iterable<number>, ys: Iterable<number>) {
    this.#xs = sorted(xs);
    this.#ys = sorted(ys);
    const size = this.#xs.length * this.#ys.length;
    this.#level = new Float32Array(size);
    this.#upright = new Float32Array(size);
  }

  /** Nothing runs through this. */
  block({ left, right, top, bottom }: Rect): void {
    this.#add(this.#level, [left, right, 0.1], [top, bottom, 0.1], Infinity, true);
    this.#add(this.#upright, [left, right, 0.1], [top, bottom, 0.1], Infinity, false);
  }

  /** A piece of another link runs here: crossing it costs, and running along it costs more. */
  tax({ left, right, top, bottom }: Rect): void {
    if (bottom - top > right - left) {
      this.#add(this.#level, [left, right, -0.1], [top, bottom, -1], price.crossing, true);
      this.#add(this.#upright, [left, right, -apart], [top, bottom, -2], price.along, false);
    } else {
      this.#add(this.#upright, [left, right, -1], [top, bottom, -0.1], price.crossing, false);
      this.#add(this.#level, [left, right, -2], [top, bottom, -apart], price.along, true);
    }
  }

  /** Adds to each piece that lies over the two spans; `inset` narrows a span, a negative one widens it. */
  #add(
    costs: Float32Array,
    [left, right, insetX]: readonly [number, number, number],
    [top, bottom, insetY]: readonly [number, number, number],
    cost: number,
    isLevel: boolean,
  ): void {
    const [xs, ys] = [this.#xs, this.#ys];
    // A piece belongs to the crossing at its start, so one that begins before the span counts as well.
    const fromX = Math.max(0, firstFrom(xs, left + insetX) - (isLevel ? 1 : 0));
    const fromY = Math.max(0, firstFrom(ys, top + insetY) - (isLevel ? 0 : 1));
    for (let y = fromY; y < ys.length && (ys[y] as number) <= bottom - insetY; y += 1) {
      for (let x = fromX; x < xs.length && (xs[x] as number) <= right - insetX; x += 1) {
        const at = y * xs.length + x;
        costs[at] = (costs[at] as number) + cost;
      }
    }
  }

  /** The cheapest way from one of `starts` to one of `ends`; null where there is none. The gates are on lines. */
  cheapest(
    starts: readonly Gate[],
    ends: readonly Gate[],
  ): { path: Point[]; start: number; end: number } | null {
    const size = this.#level.length * 2;
    const costs = new Float64Array(size).fill(Infinity);
    const from = new Int32Array(size).fill(-1);
    const heap = new Heap();
    const goals = new Map(ends.map((end, index) => [this.#state(end), index]));
    const rest = this.#restTo(ends);
    starts.forEach((start, index) => {
      const state = this.#state(start);
      if (start.cost >= (costs[state] as number)) return;
      costs[state] = start.cost;
      from[state] = -2 - index;
      heap.push(state, start.cost + rest(state));
    });
    const done = new Uint8Array(size);
    while (heap.size > 0) {
      const state = heap.pop();
      if (done[state]) continue;
      done[state] = 1;
      const end = goals.get(state);
      if (end !== undefined) return { ...this.#walk(from, state), end };
      this.#spread(state, (next, cost) => {
        const sum = (costs[state] as number) + cost;
        if (sum >= (costs[next] as number)) return;
        costs[next] = sum;
        from[next] = state;
        heap.push(next, sum + rest(next));
      });
    }
    return null;
  }

  #state({ gate, isUpright }: Gate): number {
    const [x, y] = [firstFrom(this.#xs, gate.x - 0.3), firstFrom(this.#ys, gate.y - 0.3)];
    return (y * this.#xs.length + x) * 2 + (isUpright ? 1 : 0);
  }

  /** What it costs at least from a state to the nearest end. */
  #restTo(ends: readonly Gate[]): (state: number) => number {
    const [xs, ys] = [ends.map((end) => end.gate.x), ends.map((end) => end.gate.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return (state) => {
      const { x, y } = this.#point(state);
      return Math.max(left - x, 0, x - right) + Math.max(top - y, 0, y - bottom);
    };
  }

  #point(state: number): Point {
    const at = state >> 1;
    const wide = this.#xs.length;
    return { x: this.#xs[at % wide] as number, y: this.#ys[Math.floor(at / wide)] as number };
  }

  #spread(state: number, reach: (next: number, cost: number) => void): void {
    const [at, wide] = [state >> 1, this.#xs.length];
    const [x, y] = [at % wide, Math.floor(at / wide)];
    const isUpright = (state & 1) === 1;
    reach(state ^ 1, price.bend);
    const step = (to: number, piece: number, costs: Float32Array, length: number): void => {
      const cost = costs[piece] as number;
      if (cost !== Infinity) reach(to * 2 + (state & 1), length + cost);
    };
    const [line, place] = isUpright ? [this.#ys, y] : [this.#xs, x];
    const costs = isUpright ? this.#upright : this.#level;
    const stride = isUpright ? wide : 1;
    const here = line[place] as number;
    if (place > 0) step(at - stride, at - stride, costs, here - (line[place - 1] as number));
    if (place + 1 < line.length) step(at + stride, at, costs, (line[place + 1] as number) - here);
  }

  #walk(from: Int32Array, last: number): { path: Point[]; start: number } {
    const path: Point[] = [];
    let state = last;
    for (; state >= 0; state = from[state] as number) path.push(this.#point(state));
    return { path: path.reverse(), start: -2 - state };
  }
}
