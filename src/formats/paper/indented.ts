/** Quotations by their indents: paragraphs set in from both sides are quotations, those set in from one perhaps. Pure. */
import { wordsOf, type DraftBlock } from '../../model/draft.ts';
import type { Drafting } from './drafting.ts';

/** How a paragraph is set; indents in twentieths of a point. */
export interface Indents {
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  /** Of its first line; negative where that hangs out. */
  readonly first?: number | undefined;
  readonly align?: string | undefined;
}

/** Half a centimetre on both sides; a whole one on one side. */
const [both, single] = [260, 540];

/** The indent that most of the text has. */
function usual(
  blocks: readonly DraftBlock[],
  looks: ReadonlyMap<string, Indents>,
  side: 'left' | 'right',
): number {
  const sums = new Map<number, number>();
  for (const { id, content } of blocks) {
    const look = looks.get(id);
    if (look) sums.set(look[side] ?? 0, (sums.get(look[side] ?? 0) ?? 0) + wordsOf(content).length);
  }
  const [most] = [...sums].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}

/** Whether a paragraph set in so much is a quotation; null where it is none. */
function isSure(
  { left = 0, right = 0, first = 0, align = '' }: Indents,
  base: { left: number; right: number },
): boolean | null {
  if (/^(?:center|right|end)$/u.test(align)) return null;
  if (left - base.left >= both && right - base.right >= both) return true;
  return left - base.left >= single && right >= base.right && first >= 0 ? false : null;
}

/** Makes quotations of the paragraphs that are set in; `looks` are those of plain paragraphs, by their blocks' ids. */
export function markIndented(drafting: Drafting, looks: ReadonlyMap<string, Indents>): void {
  const { blocks } = drafting;
  const base = { left: usual(blocks, looks, 'left'), right: usual(blocks, looks, 'right') };
  blocks.forEach((block, at) => {
    const look = looks.get(block.id);
    const sure = look && block.kind === 'paragraph' ? isSure(look, base) : null;
    if (sure === null) return;
    const isContinued = blocks[at - 1]?.kind === 'quotation';
    blocks[at] = { ...block, kind: 'quotation', ...(isContinued ? { isContinued } : {}) };
    if (!sure)
      drafting.find('quotation-doubtful', { block: block.id, offset: 0 }, wordsOf(block.content), 0.6);
  });
}
