/** The keys of a menu, whichever it is (WAI-ARIA APG, menu button pattern). */

/** To the next item that begins with the letter. */
function jump(items: readonly HTMLElement[], at: number, letter: string): void {
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  order.find((item) => item.textContent.trim().toLowerCase().startsWith(letter))?.focus();
}

/**
 * Does what a key means in an open menu: arrows, Home and End walk `items`, letters jump, Escape and Tab `close` it.
 * No key that is pressed in a menu means anything outside it.
 */
export function menuKey(event: KeyboardEvent, items: readonly HTMLElement[], close: () => void): void {
  const at = items.indexOf(event.target as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const edge = { Home: 0, End: items.length - 1 }[event.key];
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (step) items[(at + step + items.length) % items.length]?.focus();
  else if (edge !== undefined) items[edge]?.focus();
  else if (isLetter) jump(items, at, event.key.toLowerCase());
  else return;
  event.preventDefault();
}
