/**
 * Paints the text while it is read. Few passages are all painted; of many only those near the screen, near the caret and
 * under what is focused: an element costs as much as the words in it. What comes near is painted in slices while the page
 * rests, what one looks at at once.
 */
import type { EditorView } from 'prosemirror-view';
import type { Desk } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import type { Block } from '../model/paper-text.ts';
import { inSlices } from '../ui/slices.ts';
import { light, litOf } from './light.ts';
import { blocksNear, type Stretch } from './near-blocks.ts';
import { Painter } from './painter.ts';
import { paintMeta } from './painting.ts';
import { scrollerOf } from './scroll.ts';

/** Up to so many passages all are painted. */
const few = 400;

/** Up to so many blocks are painted anew at once, wherever they stand. */
const little = 24;

/**
 * What is painted at once, and what in slices: that reaches further down than a long paper is laid out ahead of the reading
 * (one and a half frames), so that a block is mostly laid out once, with its marks.
 */
const reach = { now: { above: 0.25, below: 0.25 }, soon: { above: 0.75, below: 1.9 } };

/** What is this many times the near blocks away loses its paint again. */
const farther = 2;

/** So far, in frames, one may scroll before the window is looked at again. */
const slack = 0.4;

/** So many blocks one slice paints. */
const batch = 2;

export class PaintedText {
  readonly #painter: Painter;
  #view: EditorView | null = null;
  #desk: Desk;
  #abort = new AbortController();
  #soon: Stretch = { from: 0, to: 0 };
  #kept: Stretch = this.#soon;
  /** Painted blocks that show what was. */
  readonly #stale = new Set<Block>();
  #lookedAt = NaN;
  #isHeld = false;
  #isAtWork = false;

  /** Few passages are painted from the start. */
  constructor(desk: Desk) {
    this.#desk = desk;
    this.#painter = new Painter(desk);
    if (this.#isFew) this.#painter.paint(desk.paper.text.blocks);
  }

  /** What is painted to begin with. */
  get first(): Painter['set'] {
    return this.#painter.set;
  }

  /** From now on paints into a view. */
  begin(view: EditorView): void {
    this.#view = view;
    const { signal } = this.#abort;
    addEventListener('scroll', (event) => this.#onScroll(event), { signal, capture: true, passive: true });
    const sizes = new ResizeObserver(() => this.#look());
    sizes.observe(view.dom);
    signal.addEventListener('abort', () => sizes.disconnect());
    this.#look();
  }

  destroy(): void {
    this.#abort.abort();
    this.#view = null;
  }

  /** Follows the desk: paints what has changed, where passages may have (`isMoved`), and lights what is lit. */
  follow(desk: Desk, isMoved: boolean): void {
    this.#desk = desk;
    if (isMoved) this.#take();
    else if (this.#bringFocused()) return;
    else this.#light();
  }

  /** While the pointer drags a selection nothing is redrawn: the browser would lose the text it started in. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Paints what has waited. */
  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#look();
  }

  /** Sees to it that the blocks of a stretch of the text are painted: one goes there. */
  bring(range: { readonly start: number; readonly end: number }): boolean {
    return this.#paint(this.#painter.blocksOf(range).filter((block) => this.#isWanting(block)));
  }

  get #blocks(): readonly Block[] {
    return this.#desk.paper.text.blocks;
  }

  get #isFew(): boolean {
    return this.#painter.count <= few;
  }

  #take(): void {
    const changed = this.#painter.take(this.#desk);
    if (!this.#isFew) this.#painter.clearEmpty();
    for (const block of changed) if (this.#painter.isPainted(block)) this.#stale.add(block);
    this.#look();
  }

  /** The first lines of what is focused; true where they had to be painted. */
  #bringFocused(): boolean {
    const { focus } = this.#desk.session;
    const [range] = focus && !this.#isFew ? rangesOf(this.#desk, focus) : [];
    return range !== undefined && this.bring({ start: range.start, end: range.start + 1 });
  }

  #onScroll(event: Event): void {
    const view = this.#view;
    const { target } = event;
    if (!view || !(target instanceof Node) || !target.contains(view.dom) || this.#isFew) return;
    const { scrollTop, clientHeight } = target instanceof Element ? target : document.documentElement;
    if (!(Math.abs(scrollTop - this.#lookedAt) < clientHeight * slack)) this.#look();
  }

  /** Looks what stands near: paints at once what shows, and the rest in slices. */
  #look(): void {
    const view = this.#view;
    if (!view || this.#isHeld) return;
    const isLittle = this.#isFew && this.#stale.size <= little;
    const shown = isLittle ? null : blocksNear(view, this.#blocks, reach.now);
    if (this.#isFew) this.#soon = this.#kept = { from: 0, to: this.#blocks.length };
    else this.#aim(view, shown);
    const now = isLittle ? [...this.#stale] : shown ? this.#blocks.slice(shown.from, shown.to) : [];
    if (!this.#paint(now.filter((block) => this.#isWanting(block)))) this.#light();
    this.#bringFocused();
    this.#work();
  }

  /** What of many is to be painted next, and what keeps its paint; as before where the text is not shown. */
  #aim(view: EditorView, shown: Stretch | null): void {
    const soon = shown && (blocksNear(view, this.#blocks, reach.soon) ?? shown);
    if (!soon) return;
    this.#lookedAt = scrollerOf(view.dom).scrollTop;
    const more = (soon.to - soon.from) * farther;
    this.#soon = soon;
    this.#kept = { from: Math.max(0, soon.from - more), to: Math.min(this.#blocks.length, soon.to + more) };
  }

  #isWanting(block: Block): boolean {
    return !this.#painter.isPainted(block) || this.#stale.has(block);
  }

  /** Goes on in slices until all that is near is painted, and nothing that is far. */
  #work(): void {
    if (this.#isAtWork || !this.#hasWork()) return;
    this.#isAtWork = true;
    void inSlices(this.#steps(), this.#abort.signal).then(() => (this.#isAtWork = false));
  }

  #hasWork(): boolean {
    return this.#nextWanting().length > 0 || this.#nextFar().length > 0;
  }

  *#steps(): Generator<undefined, void> {
    while (!this.#isHeld) {
      const wanting = this.#nextWanting();
      const far = wanting.length > 0 ? [] : this.#nextFar();
      if (wanting.length > 0) this.#paint(wanting);
      else if (far.length > 0) this.#clear(far);
      else return;
      yield;
    }
  }

  #nextWanting(): readonly Block[] {
    const { from, to } = this.#soon;
    const found: Block[] = [];
    for (let at = from; at < to && found.length < batch; at += 1) {
      const block = this.#blocks[at] as Block;
      if (this.#isWanting(block)) found.push(block);
    }
    return found;
  }

  /** Painted blocks far from screen, caret and focus; a stale one of them, too, is better without paint. */
  #nextFar(): readonly Block[] {
    const { from, to } = this.#kept;
    if (from === 0 && to === this.#blocks.length) return [];
    const first = this.#blocks[from]?.start ?? 0;
    const last = this.#blocks[to - 1]?.end ?? 0;
    const homes = this.#homes();
    const isFar = (block: Block): boolean =>
      (block.end < first || block.start > last) && !homes.some((at) => at >= block.start && at <= block.end);
    return this.#painter.painted.filter(isFar).slice(0, batch);
  }

  /** Where caret and focus are. */
  #homes(): readonly number[] {
    const { paper, session } = this.#desk;
    const focused = session.focus ? rangesOf(this.#desk, session.focus)[0] : undefined;
    const caret = paper.text.toOffset(this.#view?.state.selection.head ?? 0);
    return focused ? [caret, focused.start] : [caret];
  }

  #paint(blocks: readonly Block[]): boolean {
    if (blocks.length === 0 || !this.#view || this.#isHeld) return false;
    this.#painter.paint(blocks);
    for (const block of blocks) this.#stale.delete(block);
    this.#show();
    return true;
  }

  #clear(blocks: readonly Block[]): void {
    this.#painter.clear(blocks);
    for (const block of blocks) this.#stale.delete(block);
    this.#show();
  }

  /** Gives the view what is painted now. What had the focus in a block that is drawn anew has it again. */
  #show(): void {
    const view = this.#view;
    if (!view) return;
    const focused = document.activeElement;
    const id = focused && focused !== view.dom && view.dom.contains(focused) ? focused.id : '';
    view.dispatch(view.state.tr.setMeta(paintMeta, this.#painter.set));
    if (id && document.activeElement !== focused) document.getElementById(id)?.focus({ preventScroll: true });
    this.#light();
  }

  #light(): void {
    if (this.#view) light(this.#view, litOf(this.#desk));
  }
}
