// A paper fifty times as long: opening it, side by side with a static page of the same text that lays out only what is near
// the screen; then the longest task while the rest of the desk arrives, and the longest task while one scrolls through it.
/* global localStorage, PerformanceObserver, tasks */
import { largePaper, routeLarge } from '../support/large.mjs';
import { measureOpening, median } from './opening.mjs';
import { serveStatic } from './static-page.mjs';

const patience = 120_000;
const lazy = 'section section { content-visibility: auto; contain-intrinsic-size: auto 3000px }';

/** What is shown beside the text, by name. */
const looks = {
  'text alone': { margin: false, map: false },
  'with the margin': { margin: true, map: false },
  'with margin and map': { margin: true, map: true },
};

/** Measures `runs` openings and one walk for each look; answers the lines to print. */
export async function measureLarge(browser, app, paper, runs, times = 50) {
  const large = largePaper(times, paper);
  const page = await serveStatic(browser, paper, { xml: large.xml, css: lazy });
  try {
    return [
      `\nOpening ${paper} ${times} times over (${(large.xml.length / 1e6).toFixed(1)} MB), median of ${runs} fresh profiles`,
      '',
      ...(await openings(browser, app, page, { large, paper, runs })),
      '',
      ...(await walks(browser, app, { large, paper })),
    ];
  } finally {
    await page.close();
  }
}

async function openings(browser, app, page, { large, paper, runs }) {
  const prepare = (context) => routeLarge(context, large);
  const contestants = [
    { name: 'static page', blank: `${page.url}blank.html`, url: page.url, cpu: [] },
    { name: 'Warrant', blank: `${app.url}missing`, url: `${app.url}#/${paper}`, cpu: [] },
  ];
  for (let run = 0; run <= runs; run += 1) {
    for (const { blank, url, cpu } of contestants) {
      const result = await measureOpening(browser, blank, url, prepare);
      if (run > 0) cpu.push(result.cpu); // the first warms the disk and the server
    }
  }
  const limit = median(contestants[0].cpu);
  return contestants.map(({ name, cpu }) => {
    const range = `${Math.min(...cpu).toFixed(0)}–${Math.max(...cpu).toFixed(0)}`;
    return `${name.padEnd(12)} ${median(cpu).toFixed(1).padStart(7)} ms CPU (${range})  × ${(median(cpu) / limit).toFixed(2)}`;
  });
}

async function walks(browser, app, { large, paper }) {
  const lines = [];
  for (const [name, panes] of Object.entries(looks)) {
    const { arriving, smooth, jumps } = await walk(browser, `${app.url}#/${paper}`, large, panes);
    const words = [arriving, smooth, jumps].map((tasks) => `${Math.round(Math.max(0, ...tasks))} ms`);
    lines.push(
      `${name.padEnd(20)} longest task: arriving ${words[0]}, scrolling by lines ${words[1]}, by jumps ${words[2]} (wall)`,
    );
  }
  return lines;
}

/** Opens the paper and scrolls through it, line by line and in jumps; the long tasks (over 50 ms) of each. */
async function walk(browser, url, large, panes) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    await routeLarge(context, large);
    await context.addInitScript((like) => {
      localStorage.setItem('warrant-preferences', JSON.stringify({ welcomed: true, text: true, ...like }));
      globalThis.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({
        type: 'longtask',
      });
    }, panes);
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(
      (notes) =>
        document.querySelector('.ProseMirror mark[data-claim]') &&
        document.querySelectorAll('.notes-items > li').length === notes,
      large.perPart.notes * 50,
      { timeout: patience },
    );
    const take = () =>
      page.evaluate(() => new Promise((done) => setTimeout(() => done(tasks.splice(0)), 500)));
    const arriving = await take();
    await page.evaluate(scroll, { frames: 400, step: 40 });
    const smooth = await take();
    await page.evaluate(scroll, { frames: 60, step: null });
    return { arriving, smooth, jumps: await take() };
  } finally {
    await context.close();
  }
}

/** Runs in the page: scrolls a step a frame, or for null to places all over the text, two frames each. */
async function scroll({ frames, step }) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const reading = document.querySelector('.reading');
  for (let at = 0; at < frames; at += 1) {
    if (step === null) reading.scrollTop = ((at * 0.618) % 1) * reading.scrollHeight * 0.8;
    else reading.scrollTop += step;
    await frame();
    if (step === null) await frame();
  }
}
