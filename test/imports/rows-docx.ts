/** The rows of Word files in the bench of imports: with numbers that Word counts, with marks of the author, with some lost. */
import { readDocx } from '../../src/formats/docx/read-docx.ts';
import { asDocx, type WordCounting } from './as-docx.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { rowOf, withoutPages, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'docx';

const hard: Partial<Shape> = { emphasis: true, links: true, lists: 3, missing: 0.05, adjacent: 3, inner: 3 };

const cases: readonly (readonly [string, Partial<Shape>, WordCounting])[] = [
  ['numbers', {}, 'decimal'],
  ['all that is hard', { ...hard, repeated: 4 }, 'decimal'],
  // Behind z Word counts aa, bb, cc; the manuscripts count aa, ab, ac.
  ['letters that Word counts', { labels: 'letters', notes: 26 }, 'lowerLetter'],
  ['Roman numbers that Word counts', { labels: 'roman' }, 'lowerRoman'],
  ['marks of the author, by chapter', { labels: 'restarting', paragraphs: 80, notes: 90 }, 'own'],
  ['other scripts', { scripts: true }, 'decimal'],
  ['decimal headings', { headings: 'decimal' }, 'decimal'],
  ['no notes, decoys', { notes: 0, decoys: 40 }, 'decimal'],
  ['1,000 notes', { notes: 1000, paragraphs: 900 }, 'decimal'],
];

/** Two manuscripts a case, and one that has lost each seventh note. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  const add = async (
    name: string,
    shape: Partial<Shape>,
    counting: WordCounting,
    lost = 0,
  ): Promise<void> => {
    const made = manuscript(all[0] as Source, shape);
    const truth = withoutPages(lost > 0 ? withoutSome(made, lost) : made);
    found.push(await rowOf(name, readDocx, asDocx(truth, counting), truth));
  };
  for (const [name, shape, counting] of cases)
    for (const seed of [1, 2]) await add(`${name} ${seed}`, { ...shape, seed: seed * 7 }, counting);
  await add('each seventh note lost', { seed: 3, notes: 70 }, 'own', 7);
  return found;
}
