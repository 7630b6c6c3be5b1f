/** Keeps an open card and its passage from hiding each other: moves the text, just enough, at once. */

/** Scrolls just enough for the whole card, and never so far that its head goes. */
export function showWhole(card: HTMLElement, frame: Element): void {
  const box = card.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  const lacking = box.bottom + 24 - view.bottom;
  const spare = box.top - 24 - view.top;
  if (lacking > 0 && spare > 0) frame.scrollBy({ top: Math.min(lacking, spare), behavior: 'instant' });
}

/** Scrolls the passage out from under a card that floats over the text; its first line stays in view. */
export function uncover(card: HTMLElement, passage: Element, frame: Element): void {
  const over = card.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  const lines = [...passage.getClientRects()];
  const bottom = Math.max(...lines.map((line) => line.bottom));
  const top = Math.min(...lines.map((line) => line.top));
  const isHidden = lines.some(
    (line) =>
      line.bottom > over.top && line.top < over.bottom && line.right > over.left && line.left < over.right,
  );
  if (!isHidden) return;
  const wanted = bottom + 16 - over.top;
  frame.scrollBy({ top: Math.min(wanted, Math.max(0, top - view.top - 24)), behavior: 'instant' });
}
