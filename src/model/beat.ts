/**
 * Signs of life of long work in a worker. What loops over a whole file calls `beat`; whoever has the work done hears of
 * it now and then. It is one for the whole worker, which reads one file at a time: the deepest loops need not be handed it.
 */

/** It is heard about every so many ms, and the clock is asked at each so many beats. */
const pause = 50;
const stride = 16;

let heart: (() => void) | null = null;
let [count, last] = [0, 0];

/** Says that work goes on, from the tightest loops: it costs next to nothing, and does nothing where nobody listens. */
export function beat(): void {
  if (heart !== null && (count = (count + 1) % stride) === 0) pulse();
}

/** The same, from loops whose rounds are long: the clock is asked at once. */
export function pulse(): void {
  if (heart === null) return;
  const now = performance.now();
  if (now - last < pause) return;
  last = now;
  heart();
}

/** Does the work while `listener` hears it beat. */
export async function withBeats<T>(listener: () => void, work: () => Promise<T>): Promise<T> {
  const before = heart;
  heart = listener;
  last = performance.now();
  try {
    return await work();
  } finally {
    heart = before;
  }
}
