/** Which findings are dismissed: kept for as long as the desk is open, and never saved. */
import type { Store } from '../desk/store.ts';

const all = new WeakMap<Store, Set<string>>();

/** The keys of the findings that are dismissed on a desk, to be added to and cleared. */
export function dismissedOn(store: Store): Set<string> {
  let found = all.get(store);
  if (!found) all.set(store, (found = new Set()));
  return found;
}
