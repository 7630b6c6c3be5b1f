// What readers of papers find, document by document, with totals a format: the rows of every test/imports/rows-<format>.ts, bundled
// by the build's own bundler and run in Node. `npm run bench -- --only import`.
import { readdirSync } from 'node:fs';
import { withBundled } from '../support/bundled.mjs';

const sum = (rows, pick) => rows.reduce((all, row) => all + pick(row), 0);
const share = (part, whole) => (whole === 0 ? 1 : part / whole).toFixed(4);

function line(name, { links, text, headings, pages }, ms) {
  const counts = [links, headings, pages].map(({ found, right, of }) =>
    `${found}/${right}/${of}`.padStart(16),
  );
  return `${name.padEnd(34)}${counts[0]}  ${Number(text).toFixed(4)}${counts[1]}${counts[2]}${ms.toFixed(0).padStart(8)}`;
}

/** The part of what should be found that is right, and of what was found, over all documents. */
function both(rows, what) {
  const of = (key) => sum(rows, ({ score }) => score[what][key]);
  return `${share(of('right'), of('of'))} / ${share(of('right'), of('found'))}`;
}

function totals(format, rows) {
  const text = share(
    sum(rows, ({ score }) => score.text),
    rows.length,
  );
  return `${format}: ${rows.length} documents, recall / precision of links ${both(rows, 'links')}, headings ${both(rows, 'headings')}, pages ${both(rows, 'pages')}, blocks ${both(rows, 'blocks')}; text ${text}`;
}

/** Answers the lines to print. */
export async function measureImport() {
  const names = readdirSync('test/imports').filter((name) => /^rows-.*\.ts$/u.test(name));
  const lines = [
    '\nPapers read: found/right/of',
    `${''.padEnd(34)}${'links'.padStart(16)}  ${'text'.padEnd(6)}${'headings'.padStart(16)}${'pages'.padStart(16)}${'ms'.padStart(8)}`,
  ];
  const paths = names.map((name) => `test/imports/${name}`);
  await withBundled(paths, async (...modules) => {
    for (const { format, rows } of modules) {
      const all = await rows();
      lines.push(
        ...all.map((row) => line(`${format}  ${row.name}`, row.score, row.ms)),
        totals(format, all),
        '',
      );
    }
  });
  return lines;
}
