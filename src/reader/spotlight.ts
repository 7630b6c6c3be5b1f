/** The paragraph that one reads: followed by caret and scrolling, and marked for the sheet that fades all others. */
import type { EditorView } from 'prosemirror-view';
import { unobserved } from './unobserved.ts';

/** Where in the frame one reads, as a share of its height: the paragraph there is the one, unless the caret says otherwise. */
const readingLine = 0.36;

/** The block that is lit as one: an item of a list or a figure with all it holds, else a paragraph or a heading. */
const blockOf = (element: Element | null): Element | null =>
  element?.closest('li, figure') ?? element?.closest('p, h2, h3, h4, h5, h6') ?? null;

/**
 * Gives the class `in-focus` to one block of the text at a time. Each change touches two elements, so that a paper of
 * any length costs the same; `stop` takes the class away.
 */
export class Spotlight {
  readonly #view: EditorView;
  readonly #scroller: Element;
  readonly #abort = new AbortController();
  #lit: Element | null = null;
  /** True while the caret leads: from a move of it until one scrolls by other means or it is out of sight. */
  #isLed = false;

  constructor(view: EditorView, scroller: Element) {
    this.#view = view;
    this.#scroller = scroller;
    const { signal } = this.#abort;
    const passive = { signal, passive: true };
    scroller.addEventListener('scroll', () => this.#onScroll(), passive);
    for (const way of ['wheel', 'touchmove'] as const)
      scroller.addEventListener(way, () => (this.#isLed = false), passive);
    document.addEventListener('selectionchange', () => this.#onSelection(), { signal });
    addEventListener('resize', () => this.#onScroll(), passive);
    this.#readAhead();
  }

  /** The block that is lit; null where there is none. */
  get block(): Element | null {
    return this.#lit;
  }

  stop(): void {
    this.#abort.abort();
    this.#light(null);
  }

  #onSelection(): void {
    const node = document.getSelection()?.focusNode;
    if (!node || !this.#view.hasFocus() || !this.#view.dom.contains(node)) return;
    const block = blockOf(node instanceof Element ? node : node.parentElement);
    if (!block) return;
    this.#isLed = true;
    this.#light(block);
  }

  #onScroll(): void {
    if (this.#isLed && this.#lit && this.#isInSight(this.#lit)) return;
    this.#isLed = false;
    this.#readAhead();
  }

  #isInSight(block: Element): boolean {
    const [frame, box] = [this.#scroller.getBoundingClientRect(), block.getBoundingClientRect()];
    return box.bottom > frame.top && box.top < frame.bottom;
  }

  /** Lights what stands at the reading line; between two blocks, the one that is nearest. */
  #readAhead(): void {
    const frame = this.#scroller.getBoundingClientRect();
    const text = this.#view.dom.getBoundingClientRect();
    const x = text.left + text.width / 2;
    const y = frame.top + frame.height * readingLine;
    for (const step of [0, 24, -24, 56, -56]) {
      const block = blockOf(document.elementFromPoint(x, y + step));
      if (!block || !this.#view.dom.contains(block)) continue;
      this.#light(block);
      return;
    }
    if (!this.#lit) this.#light(blockOf(this.#view.dom.querySelector('p')));
  }

  #light(block: Element | null): void {
    if (block === this.#lit && (block?.classList.contains('in-focus') ?? true)) return;
    unobserved(this.#view, () => {
      this.#lit?.classList.remove('in-focus');
      block?.classList.add('in-focus');
    });
    this.#lit = block;
  }
}
