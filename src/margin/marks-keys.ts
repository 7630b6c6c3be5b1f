/** The keys of the list of marks, as those of any list of which several can be chosen. */
import type { MarkList } from '../desk/mark-list.ts';

/** What a key asks of the view around the list. */
export type KeyAct = 'go' | 'delete' | 'leave';

/** How many lines a page is, where the view does not say. */
const page = 10;

/** Index of the line that a key leads to; null where it leads nowhere. */
function target(key: string, at: number, last: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? null : Math.min(last, Math.max(0, to));
}

function walk(event: KeyboardEvent, list: MarkList): boolean {
  const to = target(event.key, list.at, list.listing.rows.length - 1);
  if (to === null) return false;
  if (event.shiftKey) list.extendTo(to);
  else list.goTo(to);
  return true;
}

function choose(event: KeyboardEvent, list: MarkList): boolean {
  const isHeld = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && event.shiftKey) list.extendTo(list.at);
  else if (event.key === ' ') list.toggle(list.at);
  else if (isHeld && event.key.toLowerCase() === 'a') list.selectAll();
  else return false;
  return true;
}

/** Does what a key means in the list. True where that was all, the act that is left to the view, or false where it meant nothing. */
export function listKey(event: KeyboardEvent, list: MarkList): KeyAct | boolean {
  if (event.altKey || event.isComposing || list.listing.rows.length === 0) return false;
  if (walk(event, list) || choose(event, list)) return true;
  if (event.key === 'Enter') return 'go';
  if (event.key === 'Delete' || event.key === 'Backspace') return 'delete';
  if (event.key !== 'Escape') return false;
  if (list.selected.size === 0) return 'leave';
  list.select([]);
  return true;
}
