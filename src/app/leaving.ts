/** Asks before the page is left, for as long as something would be lost with it. */

/** Whatever would lose something, with when it last said so: a number that grows. */
const reasons = new Map<object, number>();

let said = 0;

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

function listen(): void {
  // Only while it is needed: a page that listens is not kept for the browser's Back.
  if (reasons.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

/** `reason` is whatever would lose something; `isAtRisk` says whether it would, from now on: to be said of each change. */
export function guardPage(reason: object, isAtRisk: boolean): void {
  if (isAtRisk) reasons.set(reason, ++said);
  else reasons.delete(reason);
  listen();
}

/** All that would be lost now is on its way into a file; to be called when it is there. What comes meanwhile and later counts. */
export function releasing(): () => void {
  const until = said;
  return () => {
    for (const [reason, at] of reasons) if (at <= until) reasons.delete(reason);
    listen();
  };
}
