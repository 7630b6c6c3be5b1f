// Painting highlights on ten copies of the paper (0.4 MB): the reader's pane side by side with one CSS highlight on the same DOM,
// which is the limit, and with Recogito's renderer by spans; then one more among many, and scrolling past them.
import { largePaper } from '../support/large.mjs';
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const copies = 10;
const counts = [100, 1_000, 10_000];
const limit = 'CSS highlight';
const names = [limit, 'Warrant', 'Recogito'];
const more = 8;
const frames = 100;

/** Whose text is without marks the bare page to compare scrolling with. */
const bareOf = { 'CSS highlight': limit, Warrant: limit, Recogito: 'plain text' };

/** Measures `runs` times (three at most); answers the lines to print. */
export async function measurePaint(browser, runs) {
  const { xml } = largePaper(copies);
  const times = Math.min(runs, 3);
  const served = await servePage('paint-page');
  const measure = (name, count, act, where = 'layer') =>
    inPage(browser, served.url, { name, xml, count, where }, act);
  const all = { bare: {}, taken: {}, length: 0 };
  try {
    await round(measure, { bare: {}, taken: {} }, [100]); // it warms the disk and the server
    for (let run = 0; run < times; run += 1) await round(measure, all, counts);
  } finally {
    await served.close();
  }
  return [
    `\nHighlights on ${all.length.toLocaleString('en')} characters, median of ${times} fresh profiles (CPU of the main thread)`,
    ...table('painting them', all, 'paint', counts),
    ...table(`one more on the screen, of ${more}, less what an idle page takes`, all, 'add', counts),
    ...table('one away again', all, 'remove', counts),
    ...scrollTable(all),
    ...lateLines(all),
  ];
}

/** Every contestant once, with each number of marks, in turn: so a busy minute falls on all of them. */
async function round(measure, all, columns) {
  const keep = (into, name, key, value) => ((into[name] ??= {})[key] ??= []).push(value);
  for (const bare of new Set(Object.values(bareOf))) {
    const { result, length } = await measure(bare, 0, scrolled);
    all.length = length;
    keep(all.bare, bare, 'scroll', result);
  }
  for (const count of columns) {
    for (const name of names) {
      const shown = await measure(name, count, painted);
      for (const key of ['paint', 'scroll', 'late'])
        keep(all.taken, name, `${key} ${count}`, shown.result[key]);
      const changed = await measure(name, count, oneMore, 'own');
      for (const key of ['add', 'remove']) keep(all.taken, name, `${key} ${count}`, changed.result[key]);
    }
  }
}

/** Runs `act` in a fresh profile, on a page that is prepared; `cpu(call)` is what a call takes of its main thread, in ms. */
async function inPage(browser, url, { name, xml, count, where }, act) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'prepare' in globalThis);
    const length = await page.evaluate((all) => globalThis.prepare(...all), [name, xml, count, where]);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const cpu = async (call) => {
      const before = await threadTime(session);
      await page.evaluate(call);
      return (await threadTime(session)) - before;
    };
    return { length, result: await act(cpu, page, { name, where }) };
  } finally {
    await context.close();
  }
}

async function scrolled(cpu) {
  return (await cpu(`scroll(${frames})`)) / frames;
}

async function painted(cpu, page) {
  await page.evaluate('late()');
  const paint = await cpu('paint()');
  if ((await page.evaluate('seen()')) === 0) throw new Error('Nothing was painted: this measures nothing.');
  const late = await page.evaluate('late()');
  return { paint, late: Math.max(0, ...late), scroll: await scrolled(cpu) };
}

async function oneMore(cpu, page, { name }) {
  if (name !== 'Warrant') await page.evaluate('paint()');
  const idle = median([await cpu('idle()'), await cpu('idle()'), await cpu('idle()')]);
  const each = { add: [], remove: [] };
  for (const key of ['add', 'remove']) {
    for (let at = 0; at < more; at += 1) each[key].push(Math.max(0, (await cpu(`${key}(${at})`)) - idle));
  }
  return { add: median(each.add), remove: median(each.remove) };
}

const number = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0)).padStart(8);

/** A line for each contestant: its times, the ratio to the limit, and how they grow from the second-last column to the last. */
function table(title, { taken }, key, columns) {
  const values = (name) => columns.map((count) => median(taken[name][`${key} ${count}`]));
  const lines = names.map((name) => {
    const own = values(name);
    const ratio = own.map((value, at) =>
      `× ${(value / Math.max(values(limit)[at], 0.05)).toFixed(1)}`.padStart(8),
    );
    const cells = own.map((value, at) => `${number(value)} ms ${ratio[at]}`).join('  ');
    const growth = own.at(-1) / Math.max(own[0], 0.05);
    return `${name.padEnd(14)}${cells}   ${columns.at(-1)} : ${columns[0]} = ${growth.toFixed(2)}`;
  });
  return [
    '',
    `${title.padEnd(14)}`,
    `${' '.repeat(14)}${columns.map((count) => String(count).padStart(11).padEnd(24)).join('')}`,
    ...lines,
  ];
}

function scrollTable({ bare, taken }) {
  const lines = names.map((name) => {
    const without = median(bare[bareOf[name]].scroll);
    const cells = counts.map((count) => {
      const value = median(taken[name][`scroll ${count}`]);
      return `${number(value)} ms ${`× ${(value / without).toFixed(2)}`.padStart(8)}`;
    });
    return `${name.padEnd(14)}${cells.join('  ')}   bare ${without.toFixed(1)} ms`;
  });
  return ['', `scrolling on by 60 px, a frame; × to the same page without marks`, ...lines];
}

function lateLines({ taken }) {
  const worst = (name) => Math.max(...counts.flatMap((count) => taken[name][`late ${count}`]));
  return [
    '',
    ...names.map(
      (name) => `${name.padEnd(14)}longest frame while painting ${worst(name).toFixed(0)} ms (wall)`,
    ),
  ];
}
