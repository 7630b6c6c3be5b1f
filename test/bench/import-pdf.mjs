// PDFs with known notes, read in a worker of the built page: links, words, headings, pages, time. `npm run bench -- --only import`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setByLatex } from '../imports/pdf/latex.mjs';
import { servePage } from './page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'test/imports/pdf/made');
const cache = join(root, 'node_modules/.cache/pdf-bench');

const of = (value) => value.toFixed(3);
const share = (right, all) => (all === 0 ? 1 : right / all);

function row(name, { score, fault, pages, time, silence, notes }) {
  const head = name.padEnd(24);
  if (fault) return `${head} ${fault}`;
  const cost = `${String(pages).padStart(4)} pages ${time.toFixed(0).padStart(6)} ms, silent ${silence.toFixed(0)} ms`;
  if (!score) return `${head} ${notes} notes ${cost}`;
  const { links, text, headings, pages: starts } = score;
  return (
    `${head} links R ${of(share(links.right, links.of))} P ${of(share(links.right, links.found))}  text ${text.toFixed(4)}  ` +
    `headings ${headings.right}/${headings.found}/${headings.of}  pages ${starts.right}/${starts.of}  ${cost}`
  );
}

/** A book of some 200 pages from the drafts that are there, where LaTeX is; null elsewhere. */
function book() {
  const path = join(cache, 'book.pdf');
  if (existsSync(path)) return readFileSync(path);
  if (spawnSync('pdflatex', ['--version']).status !== 0) return null;
  const truths = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const drafts = truths.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const some = Array.from({ length: 4 }, () => drafts).flat();
  const notes = some.flatMap((draft, at) => draft.notes.map((note) => ({ ...note, id: `${at}-${note.id}` })));
  const renamed = (content, at) =>
    content.map((one) => (one.kind === 'marker' ? { ...one, note: `${at}-${one.note}` } : one));
  const blocks = some.flatMap((draft, at) =>
    draft.blocks.map((block) => ({ ...block, content: renamed(block.content, at) })),
  );
  const { bytes } = setByLatex(
    { front: { title: 'A book' }, blocks, notes },
    { font: 'mathptmx', geometry: 'margin=5cm', links: 'hidden', runs: 1 },
  );
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, bytes);
  return bytes;
}

/** Reads all documents, and answers what there is to print. */
export async function measureImportPdf(browser) {
  const served = await servePage('import-pdf-page');
  const page = await browser.newPage();
  const measured = (bytes, truth) =>
    page.evaluate(([data, known]) => globalThis.measured(data, known), [bytes.toString('base64'), truth]);
  try {
    await page.goto(served.url);
    await page.waitForFunction(() => globalThis.measured);
    const rows = [];
    const all = { right: 0, found: 0, of: 0 };
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    for (const file of names) {
      const name = file.slice(0, -4);
      const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      const answer = await measured(readFileSync(join(folder, file)), truth);
      for (const key of Object.keys(all)) all[key] += answer.score?.links[key] ?? 0;
      rows.push(row(name, answer));
    }
    const long = book();
    rows.push(long ? row('a book, by LaTeX', await measured(long, null)) : 'a book: no LaTeX here, left out');
    return [
      '\nPDFs with known notes, read in a worker (right/found/of)\n',
      ...rows,
      `total links R ${of(share(all.right, all.of))} P ${of(share(all.right, all.found))} of ${all.of}`,
    ];
  } finally {
    await page.close();
    await served.close();
  }
}
