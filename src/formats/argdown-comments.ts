/** The comments of an Argdown text. The lexer passes over them: they are what stands between its tokens. */
import type { ArgdownComment, ArgdownSection, Occurrence } from './argdown-document.ts';
import type { ArgdownNode } from './argdown-grammar.ts';
import { comments } from './argdown-text.ts';

/** A paragraph: where it begins, and what it is about. */
export interface Block {
  readonly from: number;
  readonly about: ArgdownSection | Occurrence;
}

/** The comments, each with what its paragraph, or the next one, is about. */
export function commentsIn(
  text: string,
  tokens: readonly ArgdownNode[],
  blocks: readonly Block[],
): readonly ArgdownComment[] {
  const found: ArgdownComment[] = [];
  const starts = blocks.map(({ from }) => from);
  let end = 0;
  const gap = (to: number): void => {
    const between = text.slice(end, to);
    if (between.trim() === '') return;
    // Within a paragraph it goes before that one; between two, before the next.
    const next = starts.findIndex((start) => start >= to);
    const isBetween = next >= 0 && text.slice(to, starts[next]).trim() === '';
    const at = isBetween ? next : (next < 0 ? starts.length : next) - 1;
    const isAfter = next < 0 && text.slice(to).trim() === '';
    const before = isAfter ? null : (blocks[at]?.about ?? blocks[0]?.about ?? null);
    for (const [words] of between.matchAll(comments)) found.push({ words: words.trim(), before });
  };
  for (const { image = '', startOffset, endOffset } of tokens) {
    if (image === '' || startOffset === undefined || endOffset === undefined) continue;
    if (startOffset > end) gap(startOffset);
    end = Math.max(end, endOffset + 1);
  }
  gap(text.length);
  return found;
}
