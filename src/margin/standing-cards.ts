/** Which of the margin's cards stand: all where they are few, else those around what one reads. A Lit controller. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Desk, Range } from '../desk/desk.ts';
import { shown } from '../desk/only.ts';
import type { Store } from '../desk/store.ts';
import { rootOf } from '../desk/threads.ts';
import { withFocused } from './focused-item.ts';
import {
  covers,
  itemsOf,
  mostAtOnce,
  stretchAround,
  stretchAt,
  type Item,
  type Stretch,
} from './margin-items.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | null;
  readonly seen: (() => Range | null) | null;
  readonly flow: boolean;
  /** Puts every card beside its passage. */
  arrange(): void;
}

/** So long after a scroll the cards are put beside their lines again, in ms. */
const rest = 120;

export class StandingCards implements ReactiveController {
  /** The items that stand, as they were chosen last. */
  items: readonly Item[] = [];
  /** Where of all items they are, apart from single ones that are kept. */
  stretch: Stretch = { from: 0, to: 0 };
  readonly #host: Host;
  /** Around which item the cards shall stand, where something other than the reading decides it; null else. */
  #aim: number | null = null;
  /** Beside what the card stands that has no passage: where one read when it was opened. */
  #beside: { readonly id: string; readonly start: number } | null = null;
  #frame = 0;
  #rest = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#onScroll, { capture: true });
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
  }

  /** All items of the desk, whether they stand or not. */
  get all(): readonly Item[] {
    const desk = this.#host.store?.desk;
    return desk ? withFocused(desk, itemsOf(shown(desk)), this.#around) : [];
  }

  /** Lets the cards around an item stand from the next rendering on; nothing where the index is none. */
  aimAt(index: number): void {
    if (index < 0) return;
    this.#aim = index;
    this.#host.requestUpdate();
  }

  /** The items that are to stand: the stretch, what is open or written in, and the card that holds the focus. */
  choose(desk: Desk): readonly Item[] {
    const { all } = this;
    this.stretch = all.length <= mostAtOnce ? { from: 0, to: all.length } : this.#wanted(all);
    this.#aim = null;
    const { from, to } = this.stretch;
    const focused = document.activeElement?.closest('.card')?.id.slice('card-'.length);
    const open = desk.session.focus && rootOf(desk, desk.session.focus.id);
    const kept = new Set([open, desk.session.editing, focused]);
    const isAll = from === 0 && to === all.length;
    return (this.items = isAll ? all : all.filter(({ id }, at) => (at >= from && at < to) || kept.has(id)));
  }

  /** Where one reads, in code points; the same for as long as a thing is in focus. */
  readonly #around = (id: string): number => {
    if (this.#beside?.id !== id) this.#beside = { id, start: this.#host.seen?.()?.start ?? 0 };
    return this.#beside.start;
  };

  #wanted(items: readonly Item[]): Stretch {
    if (this.#aim !== null) return stretchAt(items, this.#aim);
    const { flow, seen } = this.#host;
    const now = flow ? null : (seen?.() ?? null);
    if (!now) return this.stretch.to > 0 ? this.stretch : stretchAt(items, 0);
    return covers(items, this.stretch, now) ? this.stretch : stretchAround(items, now);
  }

  /** The cards follow the reading, at most once a frame. */
  readonly #onScroll = (): void => {
    // Lines of a long paper are known exactly only when they come near.
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#host.arrange(), rest);
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const { flow, seen, offsetParent } = this.#host;
      const { all } = this;
      if (flow || all.length <= mostAtOnce || offsetParent === null) return;
      const now = seen?.();
      if (now && !covers(all, this.stretch, now)) this.#host.requestUpdate();
    });
  };
}
