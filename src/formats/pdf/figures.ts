/** Figures of a PDF: pictures of their regions, with the captions that stand by them. */
import { wordsOf, type Draft, type DraftBlock } from '../../model/draft.ts';
import type { Picture } from '../paper/reader.ts';
import type { OpenedPdf } from './open.ts';
import type { PdfBox } from './pages.ts';

/** Enough for any paper. */
const mostFigures = 80;

const caption =
  /^(?:fig(?:ure|\.)?|abb(?:ildung|\.)|table|tab\.|plate|map|chart|diagram|illustration)\s*\d/iu;

interface Region {
  /** From 0. */
  readonly page: number;
  readonly box: PdfBox;
}

const place = ([x, y, width, height]: PdfBox): string => [x, y, width, height].map(Math.round).join(' ');

/** What stands in the same place of three pages or more is an ornament or a mark of the publisher. */
function regionsOf({ pages }: OpenedPdf): readonly Region[] {
  const all = pages.flatMap(({ index, images }) => images.map((box) => ({ page: index, box })));
  const often = new Map<string, number>();
  for (const { box } of all) often.set(place(box), (often.get(place(box)) ?? 0) + 1);
  return all
    .filter(({ box }) => (often.get(place(box)) ?? 0) < 3 && box[2] * box[3] > 3600)
    .slice(0, mostFigures);
}

/** The block before which a region stands: the first on a later page, or lower on its own. */
function indexOf(blocks: readonly DraftBlock[], { page, box }: Region): number {
  const at = blocks.findIndex(({ origin }) => {
    const [own, top] = [(origin?.page ?? 0) - 1, origin?.box?.[1] ?? 0];
    return own > page || (own === page && top >= box[1]);
  });
  return at < 0 ? blocks.length : at;
}

/** A caption near a place in the row of blocks, on the same page. */
const captionNear = (blocks: readonly DraftBlock[], at: number, page: number): number =>
  [at, at - 1, at + 1].find((one) => {
    const block = blocks[one];
    return (
      block?.kind === 'paragraph' && block.origin?.page === page + 1 && caption.test(wordsOf(block.content))
    );
  }) ?? -1;

/** A draft with its figures, and their pictures; what cannot be drawn is left out and told as `unread`. */
export async function withFigures(
  draft: Draft,
  file: OpenedPdf,
  progress: (done: number, of: number) => void,
): Promise<{ readonly draft: Draft; readonly pictures: readonly Picture[] }> {
  const blocks = [...draft.blocks];
  const findings = [...draft.findings];
  const pictures: Picture[] = [];
  const regions = regionsOf(file);
  for (const [count, region] of regions.entries()) {
    progress(count, regions.length);
    const bytes = await file.pictureOf(region.page, region.box);
    const at = indexOf(blocks, region);
    const id = `figure-${count + 1}`;
    const name = `${id}.png`;
    const found = captionNear(blocks, at, region.page);
    const origin = { page: region.page + 1, box: region.box };
    if (bytes) pictures.push({ name, type: 'image/png', bytes });
    else
      findings.push({
        id: `unread-${id}`,
        kind: 'unread',
        place: null,
        certainty: 1,
        quote: `p. ${region.page + 1}`,
        state: 'open',
      });
    if (!bytes) continue;
    const [with_] = found < 0 ? [] : [blocks[found] as DraftBlock];
    if (with_) blocks[found] = { ...with_, kind: 'figure', picture: name };
    else blocks.splice(at, 0, { id, kind: 'figure', content: [], picture: name, origin });
  }
  return { draft: { ...draft, blocks, findings }, pictures };
}
