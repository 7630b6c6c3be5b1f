// The map of 1,000 claims as a file: writing the SVG, side by side with drawing the same placed elements on a canvas, without any
// layout; then a PNG at scale 4. The main thread's CPU time, each in a fresh profile. The canvas is measured in two ways:
// the map's own canvas with the whole map in view, from nothing until it is at rest (Cytoscape draws boxes and links, our ink the words that
// show from there); and our ink alone, writing all words at full size, without boxes and links, which the SVG has as well.
// The SVG is what is exported, with the records inside and without the fonts' data; it is text, not yet drawn.
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const ways = [
  { name: 'the whole map on its canvas', call: 'drawCanvas' },
  { name: 'all words in ink', call: 'writeWords' },
  { name: 'the SVG', call: 'writePicture' },
];

/** Calls a function of the page in a fresh profile; answers the CPU time (ms) and what it answered. */
async function callOnce(browser, url, call, given = null, argument = null) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'savePng' in globalThis);
    await page.evaluate((layout) => {
      globalThis.given = layout;
      return new Promise((rested) => setTimeout(rested, 300));
    }, given);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const before = await threadTime(session);
    const answer = await page.evaluate(([name, value]) => globalThis[name](value), [call, argument]);
    return { cpu: (await threadTime(session)) - before, answer };
  } finally {
    await context.close();
  }
}

const count = (number) => number.toLocaleString('en-GB');

function pngLine({ cpu, answer: { map, scale, pixels, isWhole, bytes, time } }) {
  const size = pixels.map(count).join(' × ');
  return (
    `PNG at scale 4: a map of ${map.map(count).join(' × ')} px, made at scale ${scale.toFixed(2)}, ${size} px, ` +
    `${(bytes / 1e6).toFixed(1)} MB, ${isWhole ? 'whole' : 'BROKEN'}; ${(cpu / 1000).toFixed(1)} s CPU, ${(time / 1000).toFixed(1)} s wall, once`
  );
}

/** Measures `runs` times, the ways in turn; answers the lines to print. */
export async function measurePictures(browser, runs) {
  const { url, close } = await servePage('pictures-page');
  try {
    const { answer: given } = await callOnce(browser, url, 'layOut');
    const times = new Map(ways.map(({ call }) => [call, []]));
    for (let run = 0; run <= runs; run += 1) {
      for (const { call } of ways) {
        const { cpu } = await callOnce(browser, url, call, given);
        if (run > 0) times.get(call).push(cpu); // the first warms the disk and the server
      }
    }
    const svg = median(times.get('writePicture'));
    const lines = ways.map(({ name, call }) => {
      const cpu = median(times.get(call));
      const ratio = call === 'writePicture' ? '' : `   the SVG × ${(svg / cpu).toFixed(2)}`;
      return `${name.padEnd(28)} ${cpu.toFixed(1).padStart(7)} ms CPU${ratio}`;
    });
    const png = await callOnce(browser, url, 'savePng', given, 4);
    return [
      `\nA map of 1,000 claims as a file, median of ${runs} fresh profiles`,
      '',
      ...lines,
      '',
      pngLine(png),
    ];
  } finally {
    await close();
  }
}
