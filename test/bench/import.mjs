// What readers of papers find, document by document, with totals a format: the rows of every test/imports/rows-<format>.ts, bundled
// by the build's own bundler and run in Node. `npm run bench -- --only import`.
import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a module for Node, and imports it. */
async function load(name, folder) {
  const lib = { entry: join(root, 'test/imports', name), formats: ['es'], fileName: name };
  const options = { outDir: folder, emptyOutDir: false, minify: false, target: 'es2023', lib };
  await build({ configFile: false, logLevel: 'error', root, build: { ...options, ssr: lib.entry } });
  return import(pathToFileURL(join(folder, `${name.replace(/\.ts$/u, '')}.js`)).href);
}

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
  const folder = join(root, 'node_modules/.cache/import-bench');
  await mkdir(folder, { recursive: true });
  const lines = [
    '\nPapers read: found/right/of',
    `${''.padEnd(34)}${'links'.padStart(16)}  ${'text'.padEnd(6)}${'headings'.padStart(16)}${'pages'.padStart(16)}${'ms'.padStart(8)}`,
  ];
  try {
    const names = readdirSync(join(root, 'test/imports')).filter((name) => /^rows-.*\.ts$/u.test(name));
    for (const name of names) {
      const { format, rows } = await load(name, folder);
      const all = await rows();
      lines.push(
        ...all.map((row) => line(`${format}  ${row.name}`, row.score, row.ms)),
        totals(format, all),
        '',
      );
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
