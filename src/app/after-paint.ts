/** Waits until the text is on the screen in its own face: what is not needed for reading comes after that. */

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The longest that opening is put off, in ms, where faces load slowly or the page never rests. */
const patience = 1200;

/** Resolves when the faces are there, two frames have been drawn and the page rests; at the latest after `patience`. */
export async function afterPaint(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([late, document.fonts.ready.then(frame).then(frame).then(frame)]);
  // Safari has no idle callback; a timer of its own then does.
  if ('requestIdleCallback' in globalThis) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 }));
  } else await new Promise((resolve) => setTimeout(resolve));
}
