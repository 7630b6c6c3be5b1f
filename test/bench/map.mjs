// The first map on the screen, side by side with plain Cytoscape drawing the same elements (with their words as labels) in the same
// places: the main thread's CPU time. Ours has the layout in it (measuring, asking the worker, taking its answer), and the pane around
// the map; the worker's own time is not counted, it runs beside. Tasks over 50 ms (wall) are told apart: before the worker
// lays out, while it does, and after (the answer taken and drawn); on a busy machine other programs lengthen them.
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const patience = 30_000;

const cases = [
  { name: 'gul-2008, as it opens', query: 'folded', most: Infinity },
  { name: 'gul-2008, all open', query: 'open', most: Infinity },
  { name: '30 claims, all open', query: 'open&size=30', most: Infinity },
  { name: '200 claims, all open', query: 'open&size=200', most: Infinity },
  { name: '1,000 claims, as it opens', query: 'folded&size=1000', most: 5 },
  { name: '1,000 claims, all open', query: 'open&size=1000', most: 3 },
];

/**
 * Draws once in a fresh profile, everything loaded before: the CPU time of the main thread (ms) until the map is painted.
 * Cytoscape alone draws what is `given`; without it the pane draws, and the answer tells what.
 */
async function drawOnce(browser, url, given = null) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
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
    const tasks = await page.evaluate(given ? 'drawPlain()' : 'drawByPane()');
    const cpu = (await threadTime(session)) - before;
    return { cpu, tasks, picture: given ? null : await page.evaluate('picture()') };
  } finally {
    await context.close();
  }
}

const milliseconds = (number) => `${number.toFixed(0).padStart(5)} ms`;

/** How many tasks over 50 ms there were in the median run, and the longest of the median run. */
function tasksOf(runs, phase) {
  const count = median(runs.map((tasks) => tasks[phase].length));
  return count === 0
    ? '0'
    : `${count} (${median(runs.map((tasks) => Math.max(0, ...tasks[phase]))).toFixed(0)} ms)`;
}

async function caseLine(browser, page, { name, query, most }, runs) {
  const [ours, plain, tasks] = [[], [], []];
  let drawn = 0;
  for (let run = 0; run <= Math.min(runs, most); run += 1) {
    const one = await drawOnce(browser, `${page.url}?${query}`);
    const other = await drawOnce(browser, `${page.url}?${query}`, one.picture);
    drawn = one.picture.elements.length;
    if (run === 0) continue; // it warms the disk and the server
    ours.push(one.cpu);
    plain.push(other.cpu);
    tasks.push(one.tasks);
  }
  const [us, them] = [median(ours), median(plain)];
  return (
    `${name.padEnd(26)} ${String(drawn).padStart(5)} elements  Cytoscape ${milliseconds(them)}  Warrant ${milliseconds(us)}  × ${(us / them).toFixed(2)}` +
    `   tasks over 50 ms: before ${tasksOf(tasks, 'before')}, while the worker lays out ${tasksOf(tasks, 'during')}, after ${tasksOf(tasks, 'after')}`
  );
}

/** Measures `runs` times, the two in turn; answers the lines to print. */
export async function measureMap(browser, runs) {
  const page = await servePage('map-page');
  const lines = [
    `\nLayout and first picture, main thread's CPU, median of ${runs} fresh profiles (the largest: of fewer)`,
    '',
  ];
  try {
    for (const one of cases) lines.push(await caseLine(browser, page, one, runs));
  } finally {
    await page.close();
  }
  return lines;
}
