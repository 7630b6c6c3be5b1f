/** The rows of TEI in the bench of imports: notes in their place and at the end. */
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { asTei } from './as-tei.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { bytesOf } from './reading.ts';
import { rowOf, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'tei';

const cases: readonly (readonly [string, Partial<Shape>, number])[] = [
  ['numbers', { pages: 300 }, 0],
  [
    'all that is hard',
    {
      emphasis: true,
      links: true,
      scripts: true,
      lists: 2,
      nested: 3,
      adjacent: 3,
      missing: 0.05,
      inner: 3,
      pages: 300,
    },
    0,
  ],
  ['signs, by page', { labels: 'symbols', pages: 300, romanPages: 2 }, 0],
  ['by chapter', { labels: 'restarting', paragraphs: 80, notes: 90 }, 0],
  ['no notes, decoys', { notes: 0, decoys: 40 }, 0],
  ['each seventh note lost', { notes: 70 }, 7],
  ['1,000 notes', { notes: 1000, paragraphs: 900 }, 0],
];

/** Each case in both ways. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  for (const isApart of [false, true])
    for (const [at, [name, shape, lost]] of cases.entries()) {
      const made = manuscript(all[0] as Source, { ...shape, seed: at + 11 });
      const truth = lost > 0 ? withoutSome(made, lost) : made;
      const where = isApart ? 'at the end' : 'in place';
      found.push(await rowOf(`${where}: ${name}`, readTei, bytesOf(asTei(truth, isApart)), truth));
    }
  return found;
}
