/** Where one reads: kept with each entry of the browser's history and on the device, restored by text. */
import type { Reveal } from '../desk/desk.ts';
import { blockAt } from '../model/paper.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import type { Place } from '../reader/scroll.ts';
import type { Storage } from '../storage/contract.ts';
import { formatRoute, type Aim } from './routes.ts';

/** What is kept of a paper that was read. */
export interface Progress extends Place {
  /** Share of the text that has been reached, 0 to 1. */
  readonly reached: number;
  /** ISO date of the last reading. */
  readonly read: string;
}

/** Name of the setting that keeps a paper's progress. */
export const progressKey = (paper: string): string => `progress/${paper}`;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  Number.isInteger((value as Place).offset) &&
  Number.isFinite((value as Place).delta);

/** The place that an entry of the browser's history keeps; null where it keeps none. */
export const placeIn = (state: unknown): Place | null => {
  const place = (state as { place?: unknown } | null)?.place;
  return isPlace(place) ? place : null;
};

/** Where a jump leads, as an address; null where it has none of its own. */
function aimOf(target: Reveal['target']): Aim | null {
  if (target.kind === 'offset') return { to: 'offset', value: target.offset };
  return target.kind === 'claim' || target.kind === 'annotation'
    ? { to: target.kind, value: target.id }
    : null;
}

/** Follows the scrolling of an open paper. `onSection` hears the address of the section at the top, or `notes`. */
export class ReadingPlace {
  readonly #pane: PaperPane;
  readonly #scroller: HTMLElement;
  readonly #storage: Storage | null;
  readonly #onSection: (section: string) => void;
  readonly #abort = new AbortController();
  #timer = 0;
  #reached = 0;
  #last: Place | null = null;
  #width = 0;
  /** Where the frame stood when the last place was put there again: while it stands there, nobody scrolled. */
  #heldTop: number | null = null;
  /** True while a new face is on its way: the line that was taken down is the one to go back to. */
  #isSettling = false;

  constructor(
    pane: PaperPane,
    scroller: HTMLElement,
    storage: Storage | null,
    onSection: (section: string) => void,
  ) {
    this.#pane = pane;
    this.#scroller = scroller;
    this.#storage = storage;
    this.#onSection = onSection;
    const { signal } = this.#abort;
    scroller.addEventListener('scroll', () => this.#onScroll(), { signal, passive: true });
    addEventListener('popstate', (event) => this.#onPop(event), { signal });
    addEventListener('look-changing', () => this.#mark(), { signal });
    addEventListener('look-changed', () => void this.#settle(), { signal });
    for (const way of ['wheel', 'touchmove', 'keydown'] as const)
      scroller.addEventListener(way, () => (this.#isSettling = false), { signal, passive: true });
    this.#tellSection();
  }

  stop(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  /** Goes to where one last read, unless a link wants something else. */
  async restore(hasAim: boolean): Promise<void> {
    const { paper } = this.#pane;
    if (!paper) return;
    const entry = placeIn(history.state);
    if (entry) this.#pane.returnTo(entry);
    const kept = await this.#storage?.setting(progressKey(paper.id)).catch(() => null);
    const progress = isPlace(kept) ? (kept as Progress) : null;
    this.#reached = Number(progress?.reached) || 0;
    if (!entry && !hasAim && progress) this.#pane.returnTo(progress);
    this.#last = this.#pane.place();
    this.#width = this.#pane.clientWidth;
    this.#tellSection();
  }

  /** The text has another width: the line that stood at the top stands there again, before anything is painted. */
  hold(): void {
    const width = this.#pane.clientWidth;
    // Out of sight it has no width at all; coming back is no change.
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#stay();
  }

  /** Takes down the line at the top, unless it is still the one that was put there: rounding must not add up. */
  #mark(): void {
    if (this.#isSettling || this.#scroller.scrollTop === this.#heldTop) return;
    this.#last = this.#pane.place() ?? this.#last;
  }

  /** Puts the line that was taken down back to where it stood. */
  #stay(): void {
    // Out of sight nothing stands anywhere.
    if (!this.#last || this.#pane.clientWidth === 0) return;
    this.#pane.returnTo(this.#last);
    this.#heldTop = this.#scroller.scrollTop;
  }

  /** The text is set in another way: its line stands still at once, and again when the face has come. */
  async #settle(): Promise<void> {
    this.#stay();
    // To find the line the text was laid out: by now a new face is asked for.
    if (document.fonts.status !== 'loading') return;
    this.#isSettling = true;
    await document.fonts.ready;
    if (this.#isSettling) this.#stay();
    this.#isSettling = false;
  }

  /** Something is revealed: where that moves the text, the browser's Back will return to exactly here. */
  leave({ target, by }: Reveal): void {
    const aim = aimOf(target);
    const { paper } = this.#pane;
    if (by === 'text' || by === 'route' || !aim || !paper || !this.#pane.isAway(target)) return;
    this.keep();
    history.pushState(null, '', formatRoute(paper.id, aim));
  }

  #onScroll(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#mark();
      this.#tellSection();
      this.keep();
      this.#keepProgress();
    }, 120);
  }

  #tellSection(): void {
    const { paper } = this.#pane;
    const here = this.#pane.place();
    if (!here || !paper) return;
    const isPast = here.offset >= paper.text.length;
    this.#onSection(isPast ? 'notes' : (blockAt(paper, here.offset)?.section ?? ''));
  }

  /** Writes the place into the present entry of the history: before one leaves it, and as one rests. */
  keep(): void {
    const place = this.#pane.place();
    if (place) history.replaceState({ place }, '');
  }

  #keepProgress(): void {
    const { paper } = this.#pane;
    const place = this.#pane.place();
    const text = this.#pane.querySelector('.paper-text');
    if (!paper || !place || !text || !this.#storage) return;
    const box = text.getBoundingClientRect();
    const seen = (this.#scroller.getBoundingClientRect().bottom - box.top) / Math.max(1, box.height);
    this.#reached = Math.max(this.#reached, Math.min(1, Math.max(0, seen)));
    const progress: Progress = { ...place, reached: this.#reached, read: new Date().toISOString() };
    // A lost place costs a scroll, never a word: nothing to say where it cannot be kept.
    this.#storage.setSetting(progressKey(paper.id), progress).catch(() => undefined);
  }

  #onPop(event: PopStateEvent): void {
    const place = placeIn(event.state);
    if (!place) return;
    this.#last = place;
    requestAnimationFrame(() => this.#pane.returnTo(place));
  }
}
