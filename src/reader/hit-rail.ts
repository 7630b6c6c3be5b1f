/** `<hit-rail>`: where the hits lie in the whole text, as ticks beside the scroll bar. For the eye alone: the list has them as words. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import type { Finder } from '../desk/finder.ts';
import type { PaperText } from '../model/paper-text.ts';
import { along, ladderOf, type Ladder } from './ladder.ts';

/** Height of a tick and the least distance of two, in px. */
const tick = 2;

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
    const { offsets, heights } = (this.#ladder = ladderOf(view, text, scroller, this.#ladder));
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
