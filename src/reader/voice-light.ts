/** Shows in the text what is being read: the sentence is lit and kept in view, unless the reader looks elsewhere. */
import type { EditorView } from 'prosemirror-view';
import type { PaperText } from '../model/paper-text.ts';
import { isInView, scrollerOf, scrollToOffset } from './scroll.ts';
import type { Span } from './segments.ts';

/** The name of the highlight that styles/voice.css draws. */
const name = 'voice';

/** Keys that scroll. */
const scrolling = /^(?:Page(?:Up|Down)|Home|End|Arrow(?:Up|Down))$/u;

/** Lights a range without touching the text's elements: a redraw would take focus and selection away. */
export class VoiceLight {
  readonly #view: EditorView;
  readonly #text: PaperText;
  readonly #abort = new AbortController();
  readonly #onFollow: (follows: boolean) => void;
  #span: Span | null = null;
  #follows = true;
  #byHand = false;

  /** `onFollow` hears when the reader scrolls away from the sentence, and when they are back. */
  constructor(view: EditorView, text: PaperText, onFollow: (follows: boolean) => void) {
    this.#view = view;
    this.#text = text;
    this.#onFollow = onFollow;
    const { signal } = this.#abort;
    const scroller = scrollerOf(view.dom);
    const byHand = (): void => void (this.#byHand = true);
    for (const type of ['wheel', 'touchmove', 'pointerdown'])
      scroller.addEventListener(type, byHand, { signal, passive: true });
    scroller.addEventListener(
      'keydown',
      (event) => scrolling.test((event as KeyboardEvent).key) && byHand(),
      { signal },
    );
    scroller.addEventListener('scroll', () => this.#onScroll(), { signal, passive: true });
  }

  /** Lights a range and brings it into view; null puts the light out. */
  show(span: Span | null): void {
    const isOther = span?.start !== this.#span?.start;
    this.#span = span;
    this.paint();
    if (!span || !isOther) return;
    // Back in view by reading on: then one follows again.
    if (!this.#follows && isInView(this.#view, this.#from(span))) this.#follow(true);
    if (this.#follows) this.#bring(span);
  }

  /** Follows again, from where it is now. */
  follow(): void {
    this.#follow(true);
    if (this.#span) this.#bring(this.#span);
  }

  /** Lights the same words again: after the text was drawn anew. */
  paint(): void {
    if (!('highlights' in CSS)) return;
    if (!this.#span) {
      CSS.highlights.delete(name);
      return;
    }
    const from = this.#view.domAtPos(this.#from(this.#span), 1);
    const to = this.#view.domAtPos(this.#text.toPos(this.#span.end, 'before'), -1);
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
    CSS.highlights.set(name, new Highlight(range));
  }

  destroy(): void {
    this.#abort.abort();
    if ('highlights' in CSS) CSS.highlights.delete(name);
  }

  #from(span: Span): number {
    return this.#text.toPos(span.start, 'after');
  }

  #bring(span: Span): void {
    this.#byHand = false;
    scrollToOffset(this.#view, this.#from(span));
  }

  #onScroll(): void {
    if (!this.#byHand || !this.#span) return;
    this.#follow(isInView(this.#view, this.#from(this.#span)));
  }

  #follow(follows: boolean): void {
    if (follows === this.#follows) return;
    this.#follows = follows;
    this.#onFollow(follows);
  }
}
