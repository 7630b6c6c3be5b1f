/** Brings a place of the text to the reader's eye: a third down the pane, without jumping about. */
import type { EditorView } from 'prosemirror-view';
import type { Range } from '../desk/desk.ts';
import type { PaperText } from '../model/paper-text.ts';
import { unveil } from './veil.ts';

/** A line of the text: the offset (code points) and how far its top stands below the frame's top, in px. */
export interface Place {
  readonly offset: number;
  readonly delta: number;
}

/** What stands this far below the frame's top, in px, is what one reads: just below where headings are brought to. */
const readingLine = 20;

/** The nearest ancestor that scrolls; the page itself where there is none. */
export function scrollerOf(element: Element): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.documentElement;
}

/** What of the window a scroller shows, in px. */
export function frameOf(scroller: Element): { readonly top: number; readonly height: number } {
  return scroller === document.documentElement
    ? { top: 0, height: innerHeight }
    : scroller.getBoundingClientRect();
}

/** Whether a position stands comfortably in view: neither at the very top nor in the last third. */
export function isInView(view: EditorView, pos: number): boolean {
  unveil(view, pos);
  const frame = frameOf(scrollerOf(view.dom));
  const top = view.coordsAtPos(pos, 1).top - frame.top;
  return top > frame.height * 0.12 && top < frame.height * 0.7;
}

/** Whether the line of a position shows at all. */
export function isOnScreen(view: EditorView, pos: number): boolean {
  const frame = frameOf(scrollerOf(view.dom));
  const { top, bottom } = view.coordsAtPos(pos, 1);
  return bottom > frame.top && top < frame.top + frame.height;
}

/** How far a position stands below the frame's top, in px. */
const depth = (view: EditorView, pos: number, scroller: Element): number =>
  view.coordsAtPos(pos, 1).top - frameOf(scroller).top;

/**
 * Scrolls a position into view, a third down, unless it stands comfortably there already. `atOnce` for the keyboard,
 * whose next step may come before a scroll would have ended.
 */
export function scrollToOffset(view: EditorView, pos: number, atOnce = false): void {
  if (isInView(view, pos)) return;
  const scroller = scrollerOf(view.dom);
  const { height } = frameOf(scroller);
  const top = depth(view, pos, scroller);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Far ways are not scrolled through.
  const behavior = atOnce || calm || Math.abs(top) > height * 3 ? 'instant' : 'smooth';
  scroller.scrollBy({ top: top - height / 3, behavior });
}

/** Scrolls a position to the top of the frame, where reading begins; at once, since the caret goes there too. */
export function scrollToTop(view: EditorView, pos: number): void {
  unveil(view, pos);
  const scroller = scrollerOf(view.dom);
  scroller.scrollBy({ top: depth(view, pos, scroller) - 12, behavior: 'instant' });
}

/**
 * The line at the top of the frame that the text is scrolled in; the end of the text where one is past it;
 * null where none is laid out.
 */
export function placeNow(view: EditorView, text: PaperText): Place | null {
  const frame = frameOf(scrollerOf(view.dom));
  const box = view.dom.getBoundingClientRect();
  const isPast = box.bottom < frame.top + readingLine;
  const point = { left: box.left + 8, top: Math.max(frame.top + readingLine, box.top + 2) };
  const pos = isPast ? view.state.doc.content.size : view.posAtCoords(point)?.pos;
  if (pos === undefined) return null;
  const offset = isPast ? text.length : text.toOffset(pos);
  return { offset, delta: Math.round(view.coordsAtPos(text.toPos(offset, 'after'), 1).top - frame.top) };
}

/** What of the text the frame shows, from the line at its top to the one at its foot, in code points; null where none is. */
export function seenNow(view: EditorView, text: PaperText): Range | null {
  const frame = frameOf(scrollerOf(view.dom));
  const box = view.dom.getBoundingClientRect();
  const at = (top: number): number | null => {
    const found = view.posAtCoords({ left: box.left + 8, top });
    return found ? text.toOffset(found.pos) : null;
  };
  const top = Math.max(frame.top + 2, box.top + 2);
  const foot = Math.min(frame.top + frame.height - 2, box.bottom - 2);
  if (frame.height === 0 || foot < frame.top || top > frame.top + frame.height) return null;
  const start = at(top);
  const end = at(foot);
  return start === null || end === null ? null : { start: Math.min(start, end), end: Math.max(start, end) };
}

/** Scrolls so that `place` stands where it stood. */
export function returnTo(view: EditorView, text: PaperText, place: Place): void {
  const scroller = scrollerOf(view.dom);
  const offset = Math.min(Math.max(0, place.offset), text.length);
  const pos = text.toPos(offset, 'after');
  unveil(view, pos);
  const { top } = view.coordsAtPos(pos, 1);
  scroller.scrollTop += top - frameOf(scroller).top - place.delta;
}
