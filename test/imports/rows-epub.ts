/** The rows of books in the bench of imports: three shapes of notes, each with all that is hard. */
import { readEpub } from '../../src/formats/epub/read-epub.ts';
import { asEpub, type BookShape } from './as-epub.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { rowOf, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'epub';

const cases: readonly (readonly [string, Partial<Shape>, number])[] = [
  ['numbers', {}, 0],
  [
    'all that is hard',
    { emphasis: true, links: true, nested: 3, repeated: 3, adjacent: 3, inner: 3, missing: 0.05, pages: 300 },
    0,
  ],
  ['by chapter', { labels: 'restarting', paragraphs: 80, notes: 90, pages: 300 }, 0],
  ['signs, by page', { labels: 'symbols', pages: 300, romanPages: 3 }, 0],
  ['other scripts', { scripts: true, decoys: 20 }, 0],
  ['no notes', { notes: 0, links: true, decoys: 20 }, 0],
  ['each seventh note lost', { notes: 70 }, 7],
];

/** Each case in each shape. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  for (const shape of ['typed', 'plain', 'defined'] satisfies BookShape[])
    for (const [at, [name, wanted, lost]] of cases.entries()) {
      const made = manuscript(all[at % 2] as Source, { ...wanted, seed: at + 2 });
      const truth = lost > 0 ? withoutSome(made, lost) : made;
      found.push(await rowOf(`${shape}: ${name}`, readEpub, asEpub(truth, shape), truth));
    }
  return found;
}
