/** Lights hits in the text by CSS highlights: those near the frame, and the current one. Nothing in the text is drawn anew. */
import type { EditorView } from 'prosemirror-view';
import type { Range as Offsets } from '../desk/desk.ts';
import type { Finder } from '../desk/finder.ts';
import type { PaperText } from '../model/paper-text.ts';
import { seenNow } from './scroll.ts';

const all = 'find-hit';
const current = 'find-current';

/** Most hits that are lit at once: more on a screen are no longer told apart. */
const most = 600;

/** How far beyond the frame hits are lit before they are scrolled in, as a share of what it shows. */
const margin = 0.5;

const canLight = (): boolean => 'highlights' in CSS && typeof Highlight === 'function';

/** Keeps the light on the hits of an open finder; goes with it. */
export class HitLight {
  readonly #view: EditorView;
  readonly #text: PaperText;
  readonly #finder: Finder;
  readonly #abort = new AbortController();
  readonly #stop: () => void;
  #frame = 0;
  #seen: Offsets | null = null;

  constructor(view: EditorView, text: PaperText, finder: Finder, scroller: Element) {
    this.#view = view;
    this.#text = text;
    this.#finder = finder;
    const { signal } = this.#abort;
    scroller.addEventListener('scroll', () => this.#later(), { signal, passive: true });
    addEventListener('resize', () => this.#later(), { signal });
    this.#stop = finder.subscribe(() => this.#later());
    this.#later();
  }

  /** Puts the light out. */
  destroy(): void {
    this.#stop();
    this.#abort.abort();
    cancelAnimationFrame(this.#frame);
    if (!canLight()) return;
    CSS.highlights.delete(all);
    CSS.highlights.delete(current);
  }

  /** Once a frame, however many letters and scrolls there were. */
  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const { count, textCount } = this.#finder;
    const at = this.#finder.current;
    const isInText = at >= 0 && at < textCount;
    if (!canLight()) {
      if (isInText) this.#select(at);
      return;
    }
    CSS.highlights.set(all, new Highlight(...(count > 0 ? this.#near(at) : [])));
    const one = new Highlight(...(isInText ? [this.#range(at)] : []));
    one.priority = 1;
    CSS.highlights.set(current, one);
  }

  /** The hits near the frame but the current one, which has a light of its own. */
  #near(but: number): AbstractRange[] {
    // Where something lies over the text, what was seen last still is.
    const seen = (this.#seen = seenNow(this.#view, this.#text) ?? this.#seen);
    if (!seen) return [];
    const reach = Math.ceil((seen.end - seen.start) * margin);
    const to = seen.end + reach;
    const ranges: AbstractRange[] = [];
    const { textCount } = this.#finder;
    for (
      let at = this.#finder.firstFrom(Math.max(0, seen.start - reach));
      at < textCount && ranges.length < most;
      at += 1
    ) {
      if (this.#finder.hit(at).start > to) break;
      if (at !== but) ranges.push(this.#range(at));
    }
    return ranges;
  }

  #range(at: number): StaticRange {
    const { start, end } = this.#finder.hit(at);
    const from = this.#view.domAtPos(this.#text.toPos(start, 'after'), 1);
    const to = this.#view.domAtPos(this.#text.toPos(end, 'before'), -1);
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** Where the browser has no highlights the current hit is selected, so that one sees it. */
  #select(at: number): void {
    const { startContainer, startOffset, endContainer, endOffset } = this.#range(at);
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }
}
