/** Where on the screen an offset of the text stands. */
import type { EditorView } from 'prosemirror-view';
import type { Desk } from '../desk/desk.ts';
import { marksAt } from '../desk/marks-at.ts';
import type { PaperText } from '../model/paper-text.ts';
import { frameOf, scrollerOf } from './scroll.ts';

/** Where a passage begins or ends in its line, in px of the window. */
export interface LinePlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The place of an offset (code points), of the `start` or the `end` of a passage; null where it is not in sight. */
export function linePlace(
  view: EditorView,
  text: PaperText,
  offset: number,
  side: 'start' | 'end',
): LinePlace | null {
  const pos = text.toPos(offset, side === 'start' ? 'after' : 'before');
  const { left, top, bottom } = view.coordsAtPos(pos, side === 'start' ? 1 : -1);
  const frame = frameOf(scrollerOf(view.dom));
  const isSeen = bottom > frame.top + 8 && top < frame.top + frame.height - 8;
  return isSeen ? { left, top, bottom } : null;
}

/** The offset at a point of the window; null where the point is not in the text. */
export function offsetAt(view: EditorView, text: PaperText, left: number, top: number): number | null {
  const found = view.posAtCoords({ left, top });
  return found && view.dom.contains(view.domAtPos(found.pos).node) ? text.toOffset(found.pos) : null;
}

/**
 * The offset that was clicked on in the element of a mark: where the browser names a place beside it, the element's
 * beginning.
 */
export function clickedIn(view: EditorView, desk: Desk, mark: Element, event: MouseEvent): number {
  const { text } = desk.paper;
  const start = text.toOffset(view.posAtDOM(mark, 0));
  const at = offsetAt(view, text, event.clientX, event.clientY) ?? start;
  const ids = (offset: number): string =>
    marksAt(desk, offset)
      .map(({ id }) => id)
      .join();
  return ids(at) === ids(start) ? at : start;
}

/** Puts the handle of an end of a passage below its line; hides it where the line is not in sight. */
export function placeHandle(handle: HTMLElement, at: LinePlace | null): void {
  handle.toggleAttribute('hidden', !at);
  if (!at) return;
  handle.style.left = `${Math.round(at.left - 12)}px`;
  handle.style.top = `${Math.round(at.bottom - 4)}px`;
  handle.style.setProperty('--stem', `${Math.round(at.bottom - at.top)}px`);
}

/** Puts a line of help below a place, within the window; as it was where either is missing. */
export function placeHint(hint: HTMLElement | null, at: LinePlace | null): void {
  if (!hint || !at) return;
  hint.style.left = `${Math.max(8, Math.min(at.left, innerWidth - hint.offsetWidth - 8))}px`;
  hint.style.top = `${Math.min(at.bottom + 24, innerHeight - hint.offsetHeight - 8)}px`;
}
