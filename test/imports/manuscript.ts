/**
 * Random manuscripts: drafts of which everything is known (notes, markers, headings, pages), from a seed. Each format
 * writes them as a file of its own (`as-<format>.ts`), has its reader read that, and compares the two (`score.ts`).
 */
import type { Draft, DraftBlock } from '../../src/model/draft.ts';
import { Dice } from '../notebook/generate.ts';
import { compose, Pen, type Composed, type Word } from './composing.ts';
import type { Numbering } from './labels.ts';
import { emphasise, inlineOf, Noting, paginate, sites } from './marking.ts';
import type { Source } from './sources.ts';

/** What a manuscript is to be like. */
export interface Shape {
  readonly seed: number;
  /** Paragraphs at least; quotations and lists bring one more each. */
  readonly paragraphs: number;
  /** Markers of notes of their own; fewer where the text has no room for them. Those in notes come on top. */
  readonly notes: number;
  /** `restarting` counts from 1 in each part (it needs headings), `paged` and `symbols` on each page. */
  readonly labels: Numbering;
  /** The share of notes (0 to 1) without words. */
  readonly missing: number;
  /** Further markers of notes that had one since the numbering began. */
  readonly repeated: number;
  /** Notes that hold the marker of a note of its own. */
  readonly nested: number;
  /** Places where two markers touch. */
  readonly adjacent: number;
  /** Places where the marker stands before the comma or the full stop. */
  readonly inner: number;
  /** Three levels: without labels, with `I.` `A.` `1.`, or with `1` `1.1` `1.1.1`. */
  readonly headings: 'none' | 'plain' | 'labelled' | 'decimal';
  readonly quotations: number;
  /** With labels or bullets, half of them nested. */
  readonly lists: number;
  /** Words a page; 0 for no pages. */
  readonly pages: number;
  readonly firstPage: number;
  /** So many pages first that count i, ii, iii. */
  readonly romanPages: number;
  readonly emphasis: boolean;
  readonly links: boolean;
  /** Sentences that are not in Latin letters, or hold signs beyond the basic plane. */
  readonly scripts: boolean;
  /** Sentences with years, prices, numbers of articles and the like. */
  readonly decoys: number;
}

/** An ordinary paper of ten pages. */
export const ordinary: Shape = {
  seed: 1,
  paragraphs: 40,
  notes: 40,
  labels: 'arabic',
  missing: 0,
  repeated: 0,
  nested: 0,
  adjacent: 0,
  inner: 0,
  headings: 'labelled',
  quotations: 3,
  lists: 1,
  pages: 0,
  firstPage: 1,
  romanPages: 0,
  emphasis: false,
  links: false,
  scripts: false,
  decoys: 8,
};

/** Some of the places, in any order. */
const few = (dice: Dice, words: ReadonlySet<Word>, count: number): ReadonlySet<Word> =>
  new Set(
    [...words]
      .map((word) => ({ word, key: dice.next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ word }) => word),
  );

function mark(blocks: readonly Composed[], shape: Shape, pen: Pen): Noting {
  const { dice } = pen;
  const noting = new Noting(shape, pen);
  const all = sites(blocks, shape.notes - shape.adjacent + shape.repeated, dice);
  const repeated = few(dice, all, shape.repeated);
  const own = new Set([...all].filter((word) => !repeated.has(word)));
  const double = few(dice, own, shape.adjacent);
  const inner = few(dice, own, shape.inner);
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) noting.begin('chapter');
    for (const word of block.words) {
      if (word.page) noting.begin('page');
      if (inner.has(word)) [word.text, word.tail] = parted(word.text);
      if (own.has(word)) word.markers.push(noting.next());
      if (double.has(word)) word.markers.push(noting.next());
      const earlier = repeated.has(word) && noting.lately.length > 0 ? dice.pick(noting.lately) : null;
      if (earlier) word.markers.push({ kind: 'marker', note: earlier.id, label: earlier.label });
    }
  }
  return noting;
}

/** A word and its closing comma or stop. */
function parted(text: string): [string, string] {
  const [, word, tail] = /^(.+?)([.,;:?!]?)$/u.exec(text) as unknown as [string, string, string];
  return [word, tail];
}

/** A manuscript of this shape, made of the sentences of a source; equal for equal arguments. */
export function manuscript(source: Source, wanted: Partial<Shape> = {}): Draft {
  const shape = { ...ordinary, ...wanted };
  const dice = new Dice(shape.seed);
  const pen = new Pen(source, dice);
  const composed = compose(pen, shape);
  emphasise(composed, shape, dice);
  paginate(composed, shape, dice);
  const { notes } = mark(composed, shape, pen);
  const blocks = composed.map(({ words, ...block }, at): DraftBlock => ({
    id: `b${at + 1}`,
    ...block,
    content: inlineOf(words),
  }));
  const front = { title: pen.title(), authors: ['Jane Q. Roe'], year: 1988 };
  return { format: 'text', front, language: 'en', blocks, notes, findings: [] };
}
