// A large map that is panned and zoomed, side by side with plain Cytoscape on the same boxes and lines: the main thread's CPU time a frame.
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const patience = 60_000;
const sizes = [1000, 3000];
const distances = ['near', 'mid', 'far'];
const moves = ['pan', 'zoom'];

/** CPU time (ms) a frame of each move at each distance. */
async function framesOf(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'prepare' in globalThis, undefined, { timeout: patience });
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const frames = {};
    for (const distance of distances) {
      for (const move of moves) {
        await page.evaluate((at) => globalThis.prepare(at), distance);
        const before = await threadTime(session);
        await page.evaluate((how) => globalThis.move(how), move);
        frames[`${distance} ${move}`] = ((await threadTime(session)) - before) / 60;
      }
    }
    return frames;
  } finally {
    await context.close();
  }
}

const milliseconds = (number) => `${number.toFixed(1).padStart(6)} ms`;

/** Measures `runs` times, the two in turn; answers the lines to print. */
export async function measureFrames(browser, runs) {
  const page = await servePage('frames-page');
  const lines = [`\nA large map panned and zoomed, CPU a frame, median of ${runs} runs`, ''];
  try {
    for (const size of sizes) {
      const ours = [];
      const plain = [];
      for (let run = 0; run < runs; run += 1) {
        ours.push(await framesOf(browser, `${page.url}?size=${size}`));
        plain.push(await framesOf(browser, `${page.url}?size=${size}&plain`));
      }
      for (const name of Object.keys(ours[0])) {
        const [one, other] = [ours, plain].map((all) => median(all.map((frames) => frames[name])));
        lines.push(
          `${String(size).padStart(5)} claims, ${name.padEnd(9)} Cytoscape ${milliseconds(other)}   Warrant ${milliseconds(one)}  × ${(one / other).toFixed(2)}`,
        );
      }
    }
  } finally {
    await page.close();
  }
  return lines;
}
