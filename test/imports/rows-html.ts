/** The rows of pages of HTML in the bench of imports: every shape of notes, alone and in a site. */
import { readHtml } from '../../src/formats/html/read-html.ts';
import { asHtml } from './as-html.ts';
import { htmlShapes, type HtmlShape } from './html-shapes.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { bytesOf } from './reading.ts';
import { rowOf, withoutSome, type Row } from './row.ts';
import { sources, type Source } from './sources.ts';

export const format = 'html';

/** What a manuscript may have of what is hard, as far as a shape can say it. */
function hard({ lacks = [] }: HtmlShape): Partial<Shape> {
  const unless = (what: (typeof lacks)[number]): number => (lacks.includes(what) ? 0 : 3);
  return {
    missing: unless('missing') / 60,
    repeated: unless('repeated'),
    nested: unless('nested'),
    adjacent: unless('adjacent'),
    inner: 3,
    emphasis: true,
    links: true,
    scripts: true,
    decoys: 20,
    pages: 300,
    lists: 2,
  };
}

/** Each shape with all that is hard in a site, with some notes lost, and without notes. */
export async function rows(): Promise<Row[]> {
  const all = await sources();
  const found: Row[] = [];
  for (const [at, shape] of htmlShapes.entries()) {
    const add = async (name: string, wanted: Partial<Shape>, lost: number): Promise<void> => {
      const made = manuscript(all[at % 2] as Source, { ...hard(shape), ...wanted, seed: at + 30 });
      const truth = lost > 0 ? withoutSome(made, lost) : made;
      found.push(await rowOf(name, readHtml, bytesOf(asHtml(truth, shape, true)), truth));
    };
    await add(shape.name, { notes: 40 }, 0);
    const isCounted = shape.lacks?.includes('labels') ?? false;
    if (!isCounted) await add(`${shape.name}: some lost`, { notes: 40, nested: 0 }, 7);
    await add(`${shape.name}: no notes`, { notes: 0, nested: 0, repeated: 0, adjacent: 0 }, 0);
  }
  return found;
}
