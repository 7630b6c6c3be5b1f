// What the rules of the text are worth (sentences, what notes support, whom the text names) and what they cost.
import { threadTime } from './opening.mjs';
import { servePage } from './page.mjs';

const patience = 30_000;
const copies = 50;

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);

const sentenceLine = (name, { passages, perfect, wanted, found, right }) =>
  `  ${name.padEnd(28)} precision ${percent(right, found)}  recall ${percent(right, wanted)}  ` +
  `(${right} of ${wanted} ends between sentences; ${perfect} of ${passages} passages without a fault)`;

const bandLine = (name, bands) =>
  `    ${name.padEnd(26)} ${bands.map(({ from, count, right }) => `≥ ${from}: ${right} of ${count}`).join('   ')}`;

const supportLines = (name, { notes, found, exact, scope, overlap, spans, names, named }) => [
  `  ${name}`,
  `    spans                      precision ${percent(exact, found)}  recall ${percent(exact, notes)}  ` +
    `(${exact} of ${notes} to the character; scope ${scope}; mean overlap ${overlap.toFixed(2)})`,
  bandLine('by confidence', spans),
  `    names                      precision ${percent(names.right, names.found)}  ` +
    `recall ${percent(names.right, names.wanted)}  (${names.right} right of ${names.found} given, ${names.wanted} meant)`,
  bandLine('by confidence', named),
];

const words = {
  address: 'one address, at once',
  sentences: 'sentences, by block',
  spans: 'spans, by block',
  names: 'names, by block',
  join: 'names weighed, joined to notes',
};

/** CPU time of the page's main thread for each step over the long paper, in milliseconds. */
async function measureCost(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const length = await page.evaluate(`prepare(${copies})`);
  const lines = [];
  for (const name of await page.evaluate('steps')) {
    const before = await threadTime(session);
    await page.evaluate(`step('${name}')`);
    const cpu = (await threadTime(session)) - before;
    const each = ((cpu * 100_000) / length).toFixed(1);
    lines.push(
      `  ${words[name].padEnd(32)} ${cpu.toFixed(1).padStart(8)} ms CPU   ${each.padStart(6)} ms per 100 kB`,
    );
  }
  const size = `${copies} copies (${(length / 1e6).toFixed(1)} million characters)`;
  return [`\nCost of the rules over ${size}, nothing known before\n`, ...lines];
}

/** Measures, and answers the lines to print. */
export async function measureRules(browser) {
  const served = await servePage('rules-page');
  const page = await browser.newPage();
  try {
    await page.goto(served.url);
    await page.waitForFunction(() => 'worth' in globalThis, undefined, { timeout: patience });
    const { sentences, real, unseen, fitted } = await page.evaluate('worth()');
    return [
      '\nWhat the rules of the text are worth\n',
      sentenceLine('sentences, unseen passages', sentences[0]),
      sentenceLine('sentences, fitted passages', sentences[1]),
      ...supportLines('gul-2008 against its reading (the rules were made with it at hand)', real),
      ...supportLines('passages of other fields, unseen', unseen),
      ...supportLines('passages of other fields, fitted', fitted),
      ...(await measureCost(page)),
    ];
  } finally {
    await page.close();
    await served.close();
  }
}
