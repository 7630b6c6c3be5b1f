/** Long work in small steps, so that no frame waits for it. */

/** How long one goes on before the page may breathe, in ms. */
const breath = 8;

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** Runs a generator to its end, a few milliseconds at a time; answers what it returns. */
export async function atLeisure<T>(steps: Generator<void, T>): Promise<T> {
  let until = performance.now() + breath;
  let step = steps.next();
  while (!step.done) {
    if (performance.now() > until) {
      await pause();
      until = performance.now() + breath;
    }
    step = steps.next();
  }
  return step.value;
}
