/** Long work in slices: a little at a time while the page rests, so that scrolling and typing never wait for it. */

/** The longest that one slice works before it lets go, in ms: half a frame, so that a frame still fits beside it. */
const budget = 8;

/** Resolves when the page rests, or after `patience` ms where it never does. */
export const rested = (patience = 200): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callback; a timer of its own then does.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, 16);
  });

/**
 * Takes `steps` to their end, slice after slice, the first one when the page next rests. Answers what they
 * return; null where `signal` ended them before. A step should take far less than half a frame.
 */
export async function inSlices<R>(steps: Iterator<unknown, R>, signal?: AbortSignal): Promise<R | null> {
  for (;;) {
    await rested();
    const end = performance.now() + budget;
    do {
      if (signal?.aborted) return null;
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
