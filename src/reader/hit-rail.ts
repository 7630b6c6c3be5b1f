/** `<hit-rail>`: where the hits lie in the whole text, as ticks beside the scroll bar. For the eye alone: the list has them as words. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import type { Finder } from '../desk/finder.ts';
import type { PaperText } from '../model/paper-text.ts';
import { frameOf } from './scroll.ts';
import { isVeiled } from './veil.ts';

/** Height of a tick and the least distance of two, in px. */
const tick = 2;

/** So many parts of the text are measured; what lies between is reckoned. */
const rungs = 160;

/** Offsets of the text, rising, and how far down each stands, as a share of all that is scrolled. */
interface Ladder {
  readonly key: string;
  readonly offsets: readonly number[];
  readonly heights: readonly number[];
}

/** Where the text can be measured without laying out more of it: at its blocks; at the outermost parts of a long one. */
function partsOf(view: EditorView, text: PaperText): { start: number; from: number }[] {
  if (!isVeiled(view)) return text.blocks.map(({ start, from }) => ({ start, from: from - 1 }));
  const parts: { start: number; from: number }[] = [];
  view.state.doc.forEach((_, from) => parts.push({ start: text.toOffset(from + 1), from }));
  return parts;
}

function measure(view: EditorView, text: PaperText, scroller: Element, key: string): Ladder {
  const parts = partsOf(view, text);
  const { scrollHeight, scrollTop } = scroller;
  const base = frameOf(scroller).top - scrollTop;
  const step = Math.max(1, Math.ceil(parts.length / rungs));
  const offsets: number[] = [];
  const heights: number[] = [];
  for (let at = 0; at < parts.length; at += step) {
    const part = parts[at];
    const element = part && view.nodeDOM(part.from);
    if (!part || !(element instanceof Element)) continue;
    offsets.push(part.start);
    heights.push((element.getBoundingClientRect().top - base) / scrollHeight);
  }
  offsets.push(text.length);
  heights.push((view.dom.getBoundingClientRect().bottom - base) / scrollHeight);
  return { key, offsets, heights };
}

/** The value between two rungs that belongs to `at`, which runs along `from` as the answer along `to`. */
function along(at: number, from: readonly number[], to: readonly number[]): number {
  let next = 1;
  while (next < from.length - 1 && (from[next] as number) < at) next += 1;
  const [a, b] = [from[next - 1] as number, from[next] as number];
  const [c, d] = [to[next - 1] as number, to[next] as number];
  return b > a ? c + ((d - c) * (at - a)) / (b - a) : c;
}

@customElement('hit-rail')
export class HitRail extends LitElement {
  @state() private ticks = '';
  @state() private now = '';
  @state() private height = 0;
  #ladder: Ladder | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<svg
      aria-hidden="true"
      focusable="false"
      height=${this.height}
      viewBox="0 0 10 ${this.height}"
      preserveAspectRatio="none"
    >
      <path class="rail-hits" d=${this.ticks}></path>
      <path class="rail-current" d=${this.now}></path>
    </svg>`;
  }

  /** Draws the hits of `finder` anew. However many there are: two paths of at most a tick for every two px. */
  draw(view: EditorView, text: PaperText, finder: Finder, scroller: Element): void {
    this.height = scroller.clientHeight;
    // Beside the scroll bar, where that takes room of its own.
    this.style.right = `${(scroller as HTMLElement).offsetWidth - scroller.clientWidth}px`;
    // Out of sight there is nothing to draw, nor anything to measure.
    if (this.height === 0) return;
    if (finder.textCount === 0) {
      this.ticks = this.now = '';
      return;
    }
    const key = `${scroller.scrollHeight} ${scroller.clientWidth}`;
    if (this.#ladder?.key !== key) this.#ladder = measure(view, text, scroller, key);
    const { offsets, heights } = this.#ladder;
    let ticks = '';
    let from = finder.firstFrom(0);
    for (let y = 0; y < this.height; y += tick) {
      const to = finder.firstFrom(Math.ceil(along((y + tick) / this.height, heights, offsets)));
      if (to > from) ticks += `M0 ${y + tick / 2}h10`;
      from = Math.max(from, to);
    }
    this.ticks = ticks;
    const { current } = finder;
    const isInText = current >= 0 && current < finder.textCount;
    const at = isInText ? along(finder.hit(current).start, offsets, heights) * this.height : 0;
    this.now = isInText ? `M0 ${at.toFixed(1)}h10` : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hit-rail': HitRail;
  }
}
