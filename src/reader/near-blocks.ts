/** Which blocks of the text stand near the screen, found by halving: nothing far away is laid out for it. */
import type { EditorView } from 'prosemirror-view';
import { lastAtMost, type Block } from '../model/paper-text.ts';
import { frameOf, scrollerOf } from './scroll.ts';

/** A stretch of the blocks of a paper, by index; `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The last child whose top stands at `y` or above, the first where none does. In a column tops only grow. */
function childAt(element: Element, y: number): Element | null {
  const { children } = element;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle] as Element).getBoundingClientRect().top <= y) low = middle + 1;
    else high = middle;
  }
  return children[Math.max(0, low - 1)] ?? null;
}

const isBox = 'section, blockquote, ul, ol, li, figure, .table-frame, table, tbody';

/** Index of the block at a height of the window (px), or of the last one above it. */
function blockAt(view: EditorView, blocks: readonly Block[], y: number): number {
  let element: Element | null = childAt(view.dom, y);
  while (element?.matches(isBox)) element = childAt(element, y);
  if (!element) return 0;
  return Math.max(
    0,
    lastAtMost(blocks, view.posAtDOM(element, 0), (block) => block.from),
  );
}

/** How far beyond the frame, in frames. */
export interface Reach {
  readonly above: number;
  readonly below: number;
}

/** The blocks that show in the frame or that far beyond it; null where the text is not shown. */
export function blocksNear(view: EditorView, blocks: readonly Block[], reach: Reach): Stretch | null {
  const { top, height } = frameOf(scrollerOf(view.dom));
  if (height === 0 || view.dom.getClientRects().length === 0) return null;
  const from = blockAt(view, blocks, top - height * reach.above);
  return { from, to: blockAt(view, blocks, top + height * (1 + reach.below)) + 1 };
}
