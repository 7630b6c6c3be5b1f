// How good the map's layouts are, counted: crossings and links through foreign boxes, side by side with ELK layered (the same groups,
// ports and spacing) at its default thoroughness; how many other cards move while twenty claims are added one after another; and how long
// (wall) it takes from giving up a layout to the start of the next. Counts are the same in every run; only the last is a time.
import { median } from './opening.mjs';
import { servePage } from './page.mjs';

const subjects = [
  { name: 'gul-2008', size: null },
  ...[1, 2, 3].map((seed) => ({ name: `30 claims (${seed})`, size: 30, seed })),
  ...[1, 2, 3].map((seed) => ({ name: `200 claims (${seed})`, size: 200, seed })),
  { name: '1,000 claims', size: 1000 },
];

const grown = [
  { name: 'gul-2008', size: null },
  { name: '30 claims', size: 30 },
  { name: '200 claims', size: 200 },
];

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const through = ({ throughNodes, throughGroups }) =>
  `through cards ${throughNodes}, through boxes ${throughGroups}`;

async function crossingLines(page) {
  const lines = [];
  for (const { name, size, seed } of subjects) {
    const { ours, theirs } = await page.evaluate(
      ([one, other]) => globalThis.crossings(one, other),
      [size, seed],
    );
    lines.push(
      `${name.padEnd(16)} crossings: ELK ${String(theirs.crossings).padStart(5)}, Warrant ${String(ours.crossings).padStart(5)}` +
        `   links: ELK ${through(theirs)}; Warrant ${through(ours)}`,
    );
  }
  return lines;
}

async function addingLines(page) {
  const lines = [];
  for (const { name, size } of grown) {
    const { shares, quality } = await page.evaluate((one) => globalThis.adding(one), size);
    const still = shares.filter((share) => share === 0).length;
    lines.push(
      `${name.padEnd(16)} others moved by a claim: median ${percent(median(shares))}, most ${percent(Math.max(...shares))}; ` +
        `none ${still} times of ${shares.length}; afterwards links ${through(quality)}`,
    );
  }
  return lines;
}

async function cancelLine(page, runs) {
  const times = [];
  for (let run = 0; run <= runs; run += 1) {
    const time = await page.evaluate(() => globalThis.cancelling());
    if (run > 0) times.push(time); // the first loads the engine's file
  }
  const of = (key) => `${median(times.map((time) => time[key])).toFixed(0)} ms`;
  return `1,000 claims     given up after ${of('released')}, the next layout started after ${of('started')}, done (30 claims) after ${of('done')}; median of ${runs}, wall`;
}

/** Counts, and measures `runs` cancellations; answers the lines to print. */
export async function measureQuality(browser, runs) {
  const served = await servePage('quality-page');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(served.url);
    await page.waitForFunction(() => 'cancelling' in globalThis);
    return [
      '\nThe layout, counted',
      '',
      ...(await crossingLines(page)),
      '\nTwenty claims added one after another',
      '',
      ...(await addingLines(page)),
      '\nA layout given up',
      '',
      await cancelLine(page, runs),
    ];
  } finally {
    await context.close();
    await served.close();
  }
}
