/** The paper text of a draft: the very string that the paper made of it has, worked out without a page. Pure. */
import { pulse } from '../../model/beat.ts';
import { possible } from './jats-tags.ts';
import { isBody, wordsOf, type Draft, type DraftBlock, type DraftInline } from '../../model/draft.ts';

const single = (text: string): string => possible(text).replace(/\s+/gu, ' ').trim();

const said = (content: readonly DraftInline[]): string => single(wordsOf(content));

/** Whether a figure or a table has a caption: words, or at least a note's number. */
export const hasCaption = ({ content }: DraftBlock): boolean =>
  said(content) !== '' || content.some(({ kind }) => kind === 'marker');

/** A caption and cells, each a block of its own. */
function figureTexts(block: DraftBlock): readonly string[] {
  const cells = (block.table ?? [])
    .filter((row) => row.length > 0)
    .flat()
    .map((cell) => said(cell.content));
  return hasCaption(block) ? [said(block.content), ...cells] : cells;
}

/** Whether the label of a block is set: one that goes on with an item has none. */
const isLabelled = ({ kind, isContinued }: DraftBlock, before: DraftBlock | undefined): boolean =>
  kind === 'heading' || (kind === 'item' && !(isContinued && before?.kind === 'item'));

/** The text blocks that a draft's block becomes, in order. `before` is the block of the body before it. */
export function textsOf(block: DraftBlock, before: DraftBlock | undefined): readonly string[] {
  pulse();
  if (block.kind === 'table' || block.kind === 'figure') return figureTexts(block);
  const label = isLabelled(block, before) ? single(block.label ?? '') : '';
  return [label ? `${label} ${said(block.content)}` : said(block.content)];
}

/** See `model/paper-text`: blocks joined by line feeds, white space single. */
export function draftText(draft: Draft): string {
  const body = draft.blocks.filter(isBody);
  return body.flatMap((block, at) => textsOf(block, body[at - 1])).join('\n');
}
