/** The rows of JATS in the bench of imports: what we write ourselves, in every numbering. */
import { readJatsDraft } from '../../src/formats/jats/read-draft.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { bytesOf } from './reading.ts';
import { rowOf, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'jats';

const hard: Partial<Shape> = {
  missing: 0.1,
  repeated: 3,
  nested: 3,
  adjacent: 3,
  emphasis: true,
  links: true,
  scripts: true,
  lists: 3,
};

const cases: readonly (readonly [string, Partial<Shape>, number])[] = [
  ['numbers', { pages: 300 }, 0],
  ['all that is hard', { ...hard, pages: 300, romanPages: 2 }, 0],
  ['signs, by page', { ...hard, labels: 'symbols', pages: 300 }, 0],
  ['by chapter', { ...hard, labels: 'restarting', paragraphs: 80, notes: 90 }, 0],
  ['letters', { ...hard, labels: 'letters' }, 0],
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
      const truth = lost > 0 ? withoutSome(made, lost) : made;
      found.push(await rowOf(`${name} ${seed}`, readJatsDraft, bytesOf(writeJats(truth)), truth));
    }
  return found;
}
