/** The way from a line of a list to the mark itself: the focus goes to its passage, or to its card where it has none. */
import type { Focus } from '../desk/desk.ts';
import { noteAround, rangesOf } from '../desk/passages.ts';
import { Announce } from '../desk/requests.ts';
import type { Scene } from './go-to.ts';

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The card of a mark, once the margin has brought it there; null where it shows none. */
async function cardOf(root: HTMLElement, id: string): Promise<HTMLElement | null> {
  // The margin stands with the next frame, and the card of a far mark with the one after it.
  await frame();
  await frame();
  return root.querySelector<HTMLElement>(`#card-${CSS.escape(id)} .card-toggle`);
}

/** Opens a mark in all faces and moves the focus to where it stands in the text; to its card where it stands in a note or nowhere. */
export async function goToMark({ store, pane, root }: Scene, mark: Focus): Promise<void> {
  const [range] = noteAround(store.desk, mark) === null ? rangesOf(store.desk, mark) : [];
  store.reveal(mark, 'route');
  if (range) {
    // Where one pane shows at a time, the text comes with the next frame.
    if (pane.offsetParent === null) await frame();
    pane.focusAt(range.start);
    return;
  }
  const card = await cardOf(root, mark.id);
  card?.focus();
  if (document.activeElement !== card || !card)
    root.dispatchEvent(new Announce('It stands nowhere in the text; its card is in the margin.'));
}
