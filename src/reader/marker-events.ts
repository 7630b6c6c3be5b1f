/** What note numbers in the text do: with the focus they light what they are for, with Enter they are followed. */
import type { EditorView } from 'prosemirror-view';
import type { Store } from '../desk/store.ts';
import { NoteRequest } from '../desk/requests.ts';

const markerAt = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('.marker') : null;

const noteOf = (marker: HTMLElement): string => marker.dataset['note'] ?? '';

/** Listens on the text until `signal` is aborted; requests are fired from `host`. */
export function listenToMarkers(
  text: HTMLElement,
  store: Store,
  host: HTMLElement,
  signal: AbortSignal,
): void {
  const onFocus = (event: FocusEvent): void => {
    const marker = markerAt(event);
    if (marker) store.hover({ kind: 'note', id: noteOf(marker) });
  };
  // What a focused marker has lit goes out with its focus.
  const onBlur = (event: FocusEvent): void => {
    const marker = markerAt(event);
    const { hover } = store.desk.session;
    if (marker && hover?.kind === 'note' && hover.id === noteOf(marker)) store.hover(null);
  };
  // A link with a space bar is no link; Enter alone follows a marker, before the view sees it.
  const onKey = (event: KeyboardEvent): void => {
    const marker = markerAt(event);
    if (!marker || event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    host.dispatchEvent(new NoteRequest(noteOf(marker), marker));
  };
  text.addEventListener('focusin', onFocus, { signal });
  text.addEventListener('focusout', onBlur, { signal });
  text.addEventListener('keydown', onKey, { signal });
}

/** The marker behind the caret of a view, else the one before it; null where the caret touches none. */
export function markerTouching(view: EditorView): HTMLElement | null {
  const { nodeBefore, nodeAfter } = view.state.selection.$from;
  const touching = [nodeAfter, nodeBefore].find((node) => node?.type.name === 'marker');
  return touching ? view.dom.querySelector(`#${CSS.escape(String(touching.attrs['id']))}`) : null;
}
