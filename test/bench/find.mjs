// Finding in 50 copies of the paper: each keystroke side by side with a plain indexOf scan of the same text, then in the built app,
// with all that is painted.
import { largePaper, routeLarge } from '../support/large.mjs';
import { serve } from '../support/serve.mjs';
import { median, threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const copies = 50;
const words = [
  'security',
  'russia',
  'azerbaijan',
  'the near abroad',
  '“normal”',
  'karabakh',
  'elchibey',
  'oil',
];
const scopes = ['everything', 'quotations', 'own words'];

/** What one types: every beginning of every word. */
const keys = words.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));

/** The long paper with words of its own in each copy: every third one of four letters or more. */
function longPaper() {
  const { xml, reading } = largePaper(copies);
  let part = 0;
  let count = 0;
  const own = xml.replace(/<sec id="sec-(\d+)">|>([^<]+)/gu, (whole, number, text) => {
    if (number !== undefined) part = Number(number);
    if (text === undefined || part === 0) return whole;
    const ending = `q${String.fromCharCode(97 + (part % 26), 97 + Math.floor(part / 26))}`;
    return whole.replace(/[A-Za-z]{4,}/gu, (word) => ((count += 1) % 3 === 0 ? word + ending : word));
  });
  return { xml: own, reading: { ...reading, records: [] } };
}

const time = (value) => `${value.toFixed(2)} ms`;

/** Measures `runs` times; answers the lines to print. */
export async function measureFind(browser, runs) {
  const paper = longPaper();
  return [
    `\nFinding in ${copies} copies of gul-2008, ${keys.length} keystrokes, ${runs} rounds`,
    '',
    ...(await searchLines(browser, paper, runs)),
    ...(await appLines(browser, paper)),
  ];
}

async function searchLines(browser, { xml }, runs) {
  const served = await servePage('find-page');
  const page = await browser.newPage();
  try {
    await page.goto(served.url);
    await page.waitForFunction(() => 'begin' in globalThis);
    const { longest, length } = await page.evaluate((paper) => globalThis.begin(paper), xml);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const lines = [`${length.toLocaleString('en')} characters, read in pieces of ${time(longest)} at most`];
    for (const scope of scopes) lines.push(await compare(page, session, scope, runs));
    return lines;
  } finally {
    await page.close();
    await served.close();
  }
}

/** The two in turn; of each keystroke the best of all rounds counts, so that what else the machine does does not. */
async function compare(page, session, scope, runs) {
  const cpu = { plain: 0, find: 0 };
  const best = { plain: [], find: [] };
  let found = [];
  for (let run = 0; run <= runs; run += 1) {
    for (const name of ['plain', 'find']) {
      const before = await threadTime(session);
      const taken = await page.evaluate(
        ([which, all, where]) => globalThis[which](all, where),
        [name, keys, scope],
      );
      if (run === 0) continue; // it warms the code
      cpu[name] += (await threadTime(session)) - before;
      best[name] = taken.map(({ time: one }, at) => Math.min(one, best[name][at] ?? Infinity));
      found = taken;
    }
  }
  if (found.every(({ count }) => count === 0)) throw new Error('Nothing was found: this measures nothing.');
  const ratio = median(best.find.map((one, at) => one / Math.max(best.plain[at], 0.005)));
  const [ours, plain] = [median(best.find), median(best.plain)];
  return (
    `${scope.padEnd(12)} a keystroke: indexOf ${time(plain)}   Warrant ${time(ours)}   × ${ratio.toFixed(2)}` +
    `   all of them, CPU: × ${(cpu.find / cpu.plain).toFixed(2)}`
  );
}

/** Types the words into the app, as a person does, and watches for frames that come late. */
async function appLines(browser, paper) {
  const app = await serve();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await routeLarge(page, paper);
    await page.addInitScript(() =>
      globalThis.localStorage.setItem('warrant-preferences', '{"welcomed":true}'),
    );
    await page.goto(`${app.url}#/gul-2008`);
    await page.waitForSelector('.ProseMirror[role=textbox]', { timeout: 120_000 });
    await page.keyboard.press('Control+f');
    await page.waitForSelector('.find-field:focus');
    await page.keyboard.type('zz');
    const read = () => /of|found/u.test(document.querySelector('.find-count').textContent);
    await page.waitForFunction(read, undefined, { timeout: 120_000 });
    await page.waitForTimeout(1500);
    return [await typeLine(page)];
  } finally {
    await context.close();
    await app.close();
  }
}

async function typeLine(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(() => {
    globalThis.late = [];
    new globalThis.PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.late.push(duration);
    }).observe({ type: 'long-animation-frame' });
  });
  const taken = [];
  for (const word of words) {
    await page.locator('.find-field').fill('');
    await page.waitForTimeout(400);
    for (const letter of word) {
      const before = await threadTime(session);
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(220); // until the text has moved and the rail is drawn
      taken.push((await threadTime(session)) - before);
    }
  }
  const late = await page.evaluate(() => globalThis.late);
  const worst = late.length > 0 ? `, the longest ${Math.max(...late).toFixed(0)} ms` : '';
  return `in the app    a keystroke with all that is painted: ${time(median(taken))} CPU; frames over 50 ms: ${late.length}${worst}`;
}
