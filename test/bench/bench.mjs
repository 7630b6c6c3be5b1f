// Opening a paper in the app, and one fifty times as long, side by side with a static page of the same text; the first map, and a large
// one that is moved, side by side with plain Cytoscape; the map's layouts, counted beside ELK's, and its pictures, beside a canvas;
// what the rules of the text are worth; finding, side by side with a plain scan; annotations found again, side by side with
// Hypothesis and Recogito; storing, side by side with IndexedDB as it is; highlights, side by side with a CSS highlight and Recogito: `npm run bench`,
// `npm run bench -- --runs 15`, `npm run bench -- --only map`.
// The figure is the main thread's CPU time up to the painted text: wall time says little on a busy machine.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/launch.mjs';
import { serve } from '../support/serve.mjs';
import { measureAnchor } from './anchor.mjs';
import { bundles } from './bundles.mjs';
import { measureFind } from './find.mjs';
import { measureFrames } from './frames.mjs';
import { measureImport } from './import.mjs';
import { measureImportPdf } from './import-pdf.mjs';
import { measureLarge } from './large.mjs';
import { measureMap } from './map.mjs';
import { measureOpening, median } from './opening.mjs';
import { measurePaint } from './paint.mjs';
import { measurePictures } from './pictures.mjs';
import { measureQuality } from './quality.mjs';
import { serveStatic } from './static-page.mjs';
import { measureStore } from './store.mjs';
import { measureRules } from './text-rules.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    paper: { type: 'string', default: 'gul-2008' },
    only: { type: 'string', default: 'text large map frames rules find anchor paint import store' },
  },
});
const runs = Number(values.runs);

const browser = await chromium.launch(launchOptions());
try {
  console.log(`load average before: ${load()}`);
  if (values.only.includes('text')) for (const line of await openingLines()) console.log(line);
  if (values.only.includes('large')) for (const line of await largeLines()) console.log(line);
  if (values.only.includes('map')) {
    for (const measure of [measureMap, measureQuality, measurePictures])
      for (const line of await measure(browser, runs)) console.log(line);
  }
  if (values.only.includes('frames'))
    for (const line of await measureFrames(browser, Math.min(runs, 3))) console.log(line);
  if (values.only.includes('rules')) for (const line of await measureRules(browser)) console.log(line);
  if (values.only.includes('find')) for (const line of await measureFind(browser, runs)) console.log(line);
  if (values.only.includes('anchor'))
    for (const line of await measureAnchor(browser, runs)) console.log(line);
  if (values.only.includes('paint')) for (const line of await measurePaint(browser, runs)) console.log(line);
  if (values.only.includes('import')) {
    for (const measure of [measureImport, measureImportPdf])
      for (const line of await measure(browser)) console.log(line);
  }
  if (values.only.includes('store')) for (const line of await measureStore(browser, runs)) console.log(line);
  console.log(`\nload average after: ${load()}`);
} finally {
  await browser.close();
}

function load() {
  return loadavg()
    .map((n) => n.toFixed(1))
    .join(' ');
}

/** Measures the long paper, and answers what there is to print. */
async function largeLines() {
  const app = await serve();
  try {
    return await measureLarge(browser, app, values.paper, Math.min(runs, 5));
  } finally {
    await app.close();
  }
}

/** Measures the opening, and answers what there is to print. */
async function openingLines() {
  const app = await serve();
  const page = await serveStatic(browser, values.paper);
  const contestants = [
    { name: 'static page', blank: `${page.url}blank.html`, url: page.url, results: [] },
    { name: 'Warrant', blank: `${app.url}missing`, url: `${app.url}#/${values.paper}`, results: [] },
  ];
  try {
    // In turn, not one after the other, so that a busy minute falls on both.
    for (let run = 0; run <= runs; run += 1) {
      for (const { results, blank, url } of contestants) {
        const result = await measureOpening(browser, blank, url);
        if (run > 0) results.push(result); // the first warms the disk and the server
      }
    }
  } finally {
    await app.close();
    await page.close();
  }
  const limit = median(contestants[0].results.map(({ cpu }) => cpu));
  return [
    `\nOpening ${values.paper}, median of ${runs} fresh profiles\n`,
    ...contestants.map((contestant) => contestantLine(contestant, limit)),
    '',
    ...bundles(contestants[1].results[0].scripts),
  ];
}

function contestantLine({ name, results }, limit) {
  const cpu = results.map((result) => result.cpu);
  const paint = median(results.map((result) => result.firstPaint));
  const range = `${Math.min(...cpu).toFixed(0)}–${Math.max(...cpu).toFixed(0)}`;
  return (
    `${name.padEnd(12)} ${median(cpu).toFixed(1).padStart(7)} ms CPU (${range})  ` +
    `× ${(median(cpu) / limit).toFixed(2)}   first paint ${paint.toFixed(0)} ms (wall)`
  );
}
