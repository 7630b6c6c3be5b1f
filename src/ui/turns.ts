/** Long work in small steps that wait for one another: between them the page has its turn. */

/** Longest that steps go on without one, in ms. */
const budget = 12;

/** What to ask after each step: resolves at once, or, when it is time, after the page has had its turn. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < budget) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
