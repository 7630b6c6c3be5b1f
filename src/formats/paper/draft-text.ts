/** The paper text of a draft: the very string that the paper made of it has, worked out without a page. Pure. */
import { isBody, wordsOf, type Draft, type DraftBlock } from '../../model/draft.ts';

const single = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The text blocks that a draft's block becomes, in order: one, or one a cell of a table and its caption. */
export function textsOf(block: DraftBlock): readonly string[] {
  if (!isBody(block)) return [];
  const words = single(wordsOf(block.content));
  if (block.kind === 'table' || block.kind === 'figure') {
    const cells = (block.table ?? []).flat().map((cell) => single(wordsOf(cell.content)));
    return [words, ...cells].filter(Boolean);
  }
  const whole = [block.label ?? '', words].filter(Boolean).join(' ');
  return whole ? [whole] : [];
}

/** See `model/paper-text`: blocks joined by line feeds, white space single. */
export const draftText = (draft: Draft): string => draft.blocks.flatMap(textsOf).join('\n');
