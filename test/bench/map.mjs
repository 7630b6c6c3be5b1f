// The first map on the screen, side by side with plain Cytoscape drawing the same elements in the same places.
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const patience = 30_000;

const cases = [
  { name: 'as it opens', query: 'folded' },
  { name: 'all open', query: 'open' },
];

/**
 * Draws once in a fresh profile, everything loaded before: the CPU time of the main thread (ms) until the map is painted.
 * Cytoscape alone draws what is `given`; without it the pane draws, and the answer tells what.
 */
async function drawOnce(browser, url, given = null) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'drawPlain' in globalThis, undefined, { timeout: patience });
    await page.evaluate((picture) => {
      globalThis.given = picture;
      return new Promise((rested) => setTimeout(rested, 300));
    }, given);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const before = await threadTime(session);
    await page.evaluate(given ? 'drawPlain()' : 'drawByPane()');
    const cpu = (await threadTime(session)) - before;
    return { cpu, picture: given ? null : await page.evaluate('picture()') };
  } finally {
    await context.close();
  }
}

const milliseconds = (number) => `${number.toFixed(1).padStart(7)} ms CPU`;

/** Measures `runs` times, the two in turn; answers the lines to print. */
export async function measureMap(browser, runs) {
  const page = await servePage('map-page');
  const lines = [`\nFirst map on screen, gul-2008, median of ${runs} fresh profiles`, ''];
  try {
    for (const { name, query } of cases) {
      const ours = [];
      const plain = [];
      for (let run = 0; run <= runs; run += 1) {
        const { cpu, picture } = await drawOnce(browser, `${page.url}?${query}`);
        const other = await drawOnce(browser, `${page.url}?${query}`, picture);
        if (run === 0) continue; // it warms the disk and the server
        ours.push(cpu);
        plain.push(other.cpu);
      }
      const ratio = median(ours) / median(plain);
      lines.push(
        `${name.padEnd(12)} Cytoscape ${milliseconds(median(plain))}   Warrant ${milliseconds(median(ours))}  × ${ratio.toFixed(2)}`,
      );
    }
  } finally {
    await page.close();
  }
  return lines;
}
