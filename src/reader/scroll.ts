/** Brings a place of the text to the reader's eye: a third down the pane, without jumping about. */
import type { EditorView } from 'prosemirror-view';

/** The nearest ancestor that scrolls; the page itself where there is none. */
export function scrollerOf(element: Element): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.documentElement;
}

/** Scrolls the position `pos` into view, unless it stands comfortably there already. */
export function scrollToOffset(view: EditorView, pos: number): void {
  const scroller = scrollerOf(view.dom);
  const frame = scroller.getBoundingClientRect();
  const top = view.coordsAtPos(pos, 1).top - frame.top;
  if (top > frame.height * 0.12 && top < frame.height * 0.7) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const far = Math.abs(top) > frame.height * 3;
  scroller.scrollBy({ top: top - frame.height / 3, behavior: calm || far ? 'instant' : 'smooth' });
}
