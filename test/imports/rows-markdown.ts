/** The rows of Markdown in the bench of imports. */
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { asMarkdown, markdownShapes } from './as-markdown.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { bytesOf } from './reading.ts';
import { rowOf, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'markdown';

const cases: readonly (readonly [string, Partial<Shape>, number])[] = [
  ['numbers', {}, 0],
  ['all that is hard', { emphasis: true, links: true, pages: 300, lists: 2, inner: 3, scripts: true }, 0],
  ['no notes, decoys', { notes: 0, decoys: 40 }, 0],
  ['each seventh note lost', { notes: 70 }, 7],
];

/** Each case in each shape. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  for (const shape of markdownShapes)
    for (const [at, [name, wanted, lost]] of cases.entries()) {
      // Where no labels are written, nobody can tell that one is lost.
      if (lost > 0 && shape.name !== 'numbers') continue;
      const some = shape.isInline || wanted.notes === 0 ? 0 : 3;
      const extra = { repeated: some, adjacent: some, nested: shape.name === 'numbers' ? some : 0 };
      const made = manuscript(all[at % 2] as Source, { ...wanted, ...extra, seed: at + 5 });
      const truth = lost > 0 ? withoutSome(made, lost) : made;
      found.push(
        await rowOf(`${shape.name}: ${name}`, readMarkdown, bytesOf(asMarkdown(truth, shape)), truth),
      );
    }
  return found;
}
