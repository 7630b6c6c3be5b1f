/** The rows of OpenDocument texts in the bench of imports. */
import { readOdt } from '../../src/formats/odt/read-odt.ts';
import { asOdt } from './as-odt.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { rowOf, withoutPages, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'odt';

const cases: readonly (readonly [string, Partial<Shape>, number])[] = [
  ['numbers', {}, 0],
  [
    'all that is hard',
    { emphasis: true, links: true, lists: 3, missing: 0.05, adjacent: 3, inner: 3, repeated: 4 },
    0,
  ],
  ['notes on notes', { nested: 6 }, 0],
  ['Roman numbers', { labels: 'roman' }, 0],
  ['by chapter', { labels: 'restarting', paragraphs: 80, notes: 90 }, 0],
  ['signs, by page', { labels: 'symbols', pages: 300 }, 0],
  ['other scripts', { scripts: true }, 0],
  ['no notes, decoys', { notes: 0, decoys: 40 }, 0],
  ['each seventh note lost', { notes: 70 }, 7],
  ['1,000 notes', { notes: 1000, paragraphs: 900 }, 0],
];

/** Two manuscripts a case. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  for (const [name, shape, lost] of cases)
    for (const seed of [1, 2]) {
      const made = manuscript(all[0] as Source, { ...shape, seed: seed * 7 });
      const truth = withoutPages(lost > 0 ? withoutSome(made, lost) : made);
      found.push(await rowOf(`${name} ${seed}`, readOdt, asOdt(truth), truth));
    }
  return found;
}
