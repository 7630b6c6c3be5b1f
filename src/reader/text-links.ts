/** The author's links in the text: in an editable text the browser does not follow them by itself. */
import type { EditorView } from 'prosemirror-view';

const linkAround = (place: EventTarget | Node | null | undefined): HTMLAnchorElement | null => {
  const element = place instanceof Text ? place.parentElement : place;
  return element instanceof Element ? element.closest<HTMLAnchorElement>('.text-link') : null;
};

/** Follows a link, in a window that knows nothing of this one; false where there is none to follow. */
function follow(link: HTMLAnchorElement | null, event: Event): boolean {
  if (!link) return false;
  event.preventDefault();
  open(link.href, '_blank', 'noopener,noreferrer');
  return true;
}

/** Follows the link that was pressed, unless words are being selected. */
export const followPressed = (view: EditorView, event: MouseEvent): boolean =>
  event.button === 0 && view.state.selection.empty && follow(linkAround(event.target), event);

/** With Enter the link is followed that the caret stands in. */
export const followAtCaret = (view: EditorView, event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  view.state.selection.empty &&
  follow(linkAround(view.domAtPos(view.state.selection.from).node), event);
