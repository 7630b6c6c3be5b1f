/** Which lines of the outline stand: all of a small one, of a large one those near what is seen. A Lit controller. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RowHeights } from '../ui/row-heights.ts';
import { ScrollFrames } from '../ui/scroll-frames.ts';

/** Up to so many lines all stand. */
const wholeLimit = 200;

/** So far beyond what is seen lines stand, in px. */
const slack = 600;

/** What a line is taken to need until it has stood, in px. */
const guess = 52;

/** Lines that stand one after the other, or a gap where others do not: indexes, `to` exclusive. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isGap: boolean;
}

/** The stretches of `count` lines, where those from `from` to `to` stand and the ones of `also` as well. */
export function piecesOf(count: number, from: number, to: number, also: readonly number[]): readonly Piece[] {
  const stands = [{ from, to: Math.min(to, count) }, ...also.map((one) => ({ from: one, to: one + 1 }))]
    .filter((one) => one.from >= 0 && one.to <= count && one.from < one.to)
    .sort((one, other) => one.from - other.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const stretch of stands) {
    if (stretch.to <= at) continue;
    if (stretch.from > at) pieces.push({ from: at, to: stretch.from, isGap: true });
    pieces.push({ from: Math.max(at, stretch.from), to: stretch.to, isGap: false });
    at = stretch.to;
  }
  return at < count ? [...pieces, { from: at, to: count, isGap: true }] : pieces;
}

/** The host is the scrolled frame; in it `.map-tree` holds the lines (`data-key`) and the gaps (`data-from`, `data-to`). */
export class OutlineWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #known = new Map<string, number>();
  #keys: readonly string[] = [];
  #heights: RowHeights | null = null;
  #width = 0;
  #from = 0;
  #to = 0;
  #wanted: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    new ScrollFrames(host, () => this.#scrolled());
  }

  /** Brings a line into view with the next rendering. */
  bring(key: string): void {
    this.#wanted = key;
    this.#host.requestUpdate();
  }

  /** What is to stand now of the lines with these keys; those of `kept` stand in any case. */
  choose(keys: readonly string[], kept: readonly (string | null)[]): readonly Piece[] {
    if (keys.length <= wholeLimit) {
      this.#heights = null;
      return [{ from: 0, to: keys.length, isGap: false }];
    }
    if (keys !== this.#keys || !this.#heights) {
      this.#keys = keys;
      this.#heights = new RowHeights(keys.length, (at) => this.#known.get(keys[at] ?? '') ?? guess);
    }
    const top = this.#host.scrollTop;
    this.#from = this.#heights.at(top - slack);
    this.#to = this.#heights.at(top + this.#host.clientHeight + slack) + 1;
    const also = [...kept, this.#wanted].map((key) => (key === null ? -1 : keys.indexOf(key)));
    return piecesOf(keys.length, this.#from, this.#to, also);
  }

  hostUpdated(): void {
    const heights = this.#heights;
    // Before anything is asked of the layout: a gap without its height would let the frame scroll back.
    if (heights) this.#space(heights);
    if (heights && this.#host.clientHeight > 0) {
      const first = heights.at(this.#host.scrollTop);
      const before = heights.top(first);
      const isOther = this.#measure(heights);
      this.#space(heights);
      const moved = heights.top(first) - before;
      if (moved !== 0) this.#host.scrollTop += moved;
      if (isOther) this.#again();
    }
    if (this.#wanted !== null) this.#show(this.#wanted);
  }

  #show(key: string): void {
    const row = this.#host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    this.#wanted = null;
    row?.scrollIntoView({ block: 'nearest' });
    if (this.#heights && !this.#covers(this.#heights)) this.#again();
  }

  #again(): void {
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  /** Takes the heights of the lines that stand; true where one is another than before. */
  #measure(heights: RowHeights): boolean {
    const { clientWidth } = this.#host;
    if (clientWidth !== this.#width) this.#known.clear();
    this.#width = clientWidth;
    let isOther = false;
    for (const row of this.#host.querySelectorAll<HTMLElement>('[data-key][data-index]')) {
      const height = row.offsetHeight;
      this.#known.set(row.dataset['key'] ?? '', height);
      if (heights.measure(Number(row.dataset['index']), height)) isOther = true;
    }
    return isOther;
  }

  #space(heights: RowHeights): void {
    for (const gap of this.#host.querySelectorAll<HTMLElement>('.map-gap')) {
      const { from, to } = gap.dataset;
      gap.style.height = `${heights.top(Number(to)) - heights.top(Number(from))}px`;
    }
  }

  /** Whether all that is seen stands. */
  #covers(heights: RowHeights): boolean {
    const top = this.#host.scrollTop;
    const seen = top + this.#host.clientHeight;
    return (
      (this.#from === 0 || heights.top(this.#from) <= top) &&
      (this.#to >= heights.count || heights.top(this.#to) >= seen)
    );
  }

  /** New lines stand at most once a frame, and only where those that do run out. */
  #scrolled(): void {
    if (this.#heights && !this.#covers(this.#heights)) this.#host.requestUpdate();
  }
}
