/** Asks before the page is left, for as long as something would be lost with it. */

const reasons = new Set<object>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

function listen(): void {
  // Only while it is needed: a page that listens is not kept for the browser's Back.
  if (reasons.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

/** `reason` is whatever would lose something; `isAtRisk` says whether it would, from now on. */
export function guardPage(reason: object, isAtRisk: boolean): void {
  if (isAtRisk) reasons.add(reason);
  else reasons.delete(reason);
  listen();
}

/** All that would be lost is in a file now. What comes afterwards counts again. */
export function releasePage(): void {
  reasons.clear();
  listen();
}
