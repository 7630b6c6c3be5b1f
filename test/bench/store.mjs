// Storing side by side with IndexedDB as it is, in a profile on the disk: one change (of the same durability), and the opening of
// a notebook of 10,000 annotations beside reading as many raw records.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/launch.mjs';
import { median } from './opening.mjs';
import { servePage } from './page.mjs';

const annotations = 10_000;
const changes = 300;

const late = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

const line = (name, times, limit) =>
  `${name.padEnd(44)} ${median(times).toFixed(1).padStart(7)} ms   95 % within ${late(times).toFixed(1).padStart(6)} ms   × ${(median(times) / limit).toFixed(2)}`;

/** Runs `use` with a page of the measurement in a fresh profile on the disk. */
async function withStore(use) {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-store-'));
  const served = await servePage('store-page');
  const context = await chromium.launchPersistentContext(folder, launchOptions());
  try {
    const page = await context.newPage();
    const visit = async () => {
      await page.goto(served.url);
      await page.waitForFunction(() => 'readKept' in globalThis);
    };
    await visit();
    return await use(page, visit);
  } finally {
    await context.close();
    await served.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Measures; `runs` openings. Answers the lines to print. */
export async function measureStore(_browser, runs) {
  return withStore(async (page, visit) => {
    const [raw, alone, kept] = await page.evaluate((count) => globalThis.changes(count), changes);
    const size = await page.evaluate((count) => globalThis.layNotebook(count), annotations);
    const times = { raw: [], loaded: [], read: [] };
    for (let run = 0; run <= runs; run += 1) {
      await visit();
      const rawTime = await page.evaluate(() => globalThis.readRaw());
      const [loaded, read] = await page.evaluate((count) => globalThis.readKept(count), annotations);
      if (run === 0) continue; // the first warms the disk
      times.raw.push(rawTime);
      times.loaded.push(loaded);
      times.read.push(read);
    }
    return [
      `\nStoring one change, durably, ${changes} times in turn\n`,
      line('IndexedDB as it is, strict', raw, median(raw)),
      line('Warrant without its journal', alone, median(raw)),
      line('Warrant, database and journal', kept, median(raw)),
      `\nOpening a notebook of ${annotations.toLocaleString('en')} annotations (${(size / 2 ** 20).toFixed(1)} MB), median of ${runs}\n`,
      line('as many raw records', times.raw, median(times.raw)),
      line('Warrant, the notebook loaded', times.loaded, median(times.raw)),
      line('Warrant, until every record is at hand', times.read, median(times.raw)),
    ];
  });
}
