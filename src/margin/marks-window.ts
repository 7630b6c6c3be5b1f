/** Which lines of the list of marks stand: those near what is seen, of however many. A Lit controller. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Listing } from '../desk/mark-list.ts';
import { ScrollFrames } from '../ui/scroll-frames.ts';
import { MarksLayout, type Stretch } from './marks-layout.ts';

/** So far beyond what is seen lines stand, in px. */
const slack = 480;

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly listing: Listing | null;
  readonly hasHeads: boolean;
}

/** The host is the scrolled frame; in it `.marks-list` holds the lines, between two spaces `.marks-space`. */
export class MarksWindow implements ReactiveController {
  readonly #host: Host;
  #listing: Listing | null = null;
  #layout: MarksLayout | null = null;
  /** Measured heights by the key of a line. */
  readonly #known = new Map<string, number>();
  #width = 0;
  #from = 0;
  #to = 0;
  #wanted: number | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    new ScrollFrames(host, () => this.#scrolled());
  }

  /** Brings a line into view with the next rendering. */
  bring(row: number): void {
    this.#wanted = row;
    this.#host.requestUpdate();
  }

  /** What is to stand now. */
  choose(listing: Listing): readonly Stretch[] {
    const heads = this.#host.hasHeads ? 1 : 0;
    if (listing !== this.#listing || this.#layout?.heads !== heads) {
      this.#listing = listing;
      this.#layout = new MarksLayout(listing, heads, this.#known);
    }
    const layout = this.#layout;
    if (this.#wanted !== null) this.#scrollTo(this.#wanted);
    const { heights } = layout;
    const top = this.#host.scrollTop - this.#listTop;
    this.#from = heights.at(top - slack);
    this.#to = heights.count === 0 ? 0 : heights.at(top + this.#host.clientHeight + slack) + 1;
    return layout.stretches(this.#from, this.#to);
  }

  /** Where the lines begin in the frame. */
  get #listTop(): number {
    return this.#list?.offsetTop ?? 0;
  }

  get #list(): HTMLElement | null {
    return this.#host.querySelector('.marks-list');
  }

  /** What stands over the lines at both ends of the frame, in px. */
  #covered(selector: string): number {
    const bar = this.#host.querySelector<HTMLElement>(selector);
    return bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  }

  #scrollTo(row: number): void {
    const layout = this.#layout;
    const group = this.#listing?.rows[row]?.group;
    if (!layout || group === undefined) return;
    const item = layout.itemOf(row, group);
    // The heading comes along with the first line of its group.
    const first = item - layout.heads === layout.itemOfHead(group) ? item - layout.heads : item;
    const top = this.#listTop + layout.heights.top(first);
    const end = this.#listTop + layout.heights.top(item + 1);
    const host = this.#host;
    const above = this.#covered('.marks-tools');
    const below = this.#covered('.marks-foot');
    if (top < host.scrollTop + above) host.scrollTop = top - above;
    else if (end > host.scrollTop + host.clientHeight - below)
      host.scrollTop = end - host.clientHeight + below;
  }

  hostUpdated(): void {
    const layout = this.#layout;
    const list = this.#list;
    if (!layout || !list || this.#host.clientHeight === 0) return;
    if (list.clientWidth !== this.#width) this.#known.clear();
    this.#width = list.clientWidth;
    const first = layout.heights.at(this.#host.scrollTop - list.offsetTop);
    const before = layout.heights.top(first);
    const isOther = this.#measure(layout, list);
    this.#space(layout, list);
    const moved = layout.heights.top(first) - before;
    if (moved !== 0) this.#host.scrollTop += moved;
    if (this.#wanted !== null) {
      this.#scrollTo(this.#wanted);
      // What was estimated is known now; once more, until nothing changes.
      if (!isOther) this.#wanted = null;
    }
    if (isOther || !this.#covers(layout) || this.#wanted !== null)
      void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  /** Takes the heights of what stands; true where one is another than before. */
  #measure(layout: MarksLayout, list: HTMLElement): boolean {
    let isOther = false;
    for (const element of list.querySelectorAll<HTMLElement>('.mark-row, .marks-head')) {
      const group = Number(element.dataset['group']);
      const index = element.dataset['index'];
      const item = index === undefined ? layout.itemOfHead(group) : layout.itemOf(Number(index), group);
      const height = element.getBoundingClientRect().height;
      this.#known.set(layout.key(item), height);
      if (layout.heights.measure(item, height)) isOther = true;
    }
    return isOther;
  }

  /** The spaces stand for all that does not. */
  #space({ heights }: MarksLayout, list: HTMLElement): void {
    const [above, below] = list.querySelectorAll<HTMLElement>(':scope > .marks-space');
    if (above) above.style.height = `${heights.top(this.#from)}px`;
    if (below) below.style.height = `${heights.total - heights.top(this.#to)}px`;
  }

  /** Whether all that is seen stands. */
  #covers({ heights }: MarksLayout): boolean {
    const top = this.#host.scrollTop - this.#listTop;
    const seen = top + this.#host.clientHeight;
    return (
      (this.#from === 0 || heights.top(this.#from) <= top) &&
      (this.#to >= heights.count || heights.top(this.#to) >= seen)
    );
  }

  /** New lines stand at most once a frame, and only where those that do run out. */
  #scrolled(): void {
    if (this.#layout && !this.#covers(this.#layout)) this.#host.requestUpdate();
  }
}
