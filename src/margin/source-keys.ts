/** The arrow keys in the list of sources: up and down over all that can be pressed, left and right to shut and open. */

const stops =
  '.source-toggle, .source-body button, .source-body a[href], .sources-section summary, .sources-section button, .without button:not(:disabled)';

/** Steps by key. */
const ways: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function move(to: HTMLElement | undefined): boolean {
  to?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: 'nearest' });
  return to !== undefined;
}

/** Opens with right, shuts with left; left within an open row leads back to its head. */
function openOrShut(key: string, at: HTMLElement): boolean {
  const head = at.closest('.source-row')?.querySelector<HTMLElement>('.source-toggle');
  if (!head || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const isOpen = head.getAttribute('aria-expanded') === 'true';
  if (at !== head) return key === 'ArrowLeft' && move(head);
  if (isOpen !== (key === 'ArrowRight')) head.click();
  return true;
}

/** Where a key leads from one of all stops; undefined where it is no key that walks. */
function target(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  const step = ways[key];
  return step === undefined ? undefined : all[Math.min(all.length - 1, Math.max(0, at + step))];
}

const isChord = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

/**
 * Does what a key means in `root`; true where it meant something. In the filter only the arrow down counts: it leads
 * to the first row.
 */
export function walkStops(event: KeyboardEvent, root: HTMLElement): boolean {
  if (isChord(event)) return false;
  const at = event.target instanceof HTMLElement ? event.target : null;
  const isFilter = at?.matches('.sources-filter') === true;
  if (isFilter ? event.key !== 'ArrowDown' : !at?.matches(stops)) return false;
  const all = [...root.querySelectorAll<HTMLElement>(stops)].filter((one) => one.offsetParent !== null);
  if (!at || isFilter) return move(all.find((one) => one.matches('.source-toggle')));
  return move(target(event.key, all.indexOf(at), all)) || openOrShut(event.key, at);
}
