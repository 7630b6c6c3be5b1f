/** White space inside a block, made single: the same paper text whatever the file's own line breaks. */
import type { Node } from 'prosemirror-model';
import { paperSchema } from '../model/schema.ts';

const withText = (node: Node, text: string): Node => paperSchema.text(text, node.marks);

/** Takes the space off the last text of `kept`; false where there is none. */
function dropTrailing(kept: Node[]): boolean {
  const at = kept.findLastIndex((node) => node.isText);
  const last = kept[at];
  if (!last?.text?.endsWith(' ')) return false;
  const text = last.text.trimEnd();
  kept.splice(at, 1, ...(text ? [withText(last, text)] : []));
  return true;
}

type Ending = 'space' | 'word' | 'owed';

/** A run's text with single spaces, and with or without one in front, as what stands before it wants. */
function fitted(text: string, before: Ending): string {
  const single = text.replace(/ {2,}/gu, ' ');
  if (before === 'space') return single.replace(/^ /u, '');
  return before === 'owed' && !single.startsWith(' ') ? ` ${single}` : single;
}

/**
 * Removes white space at both ends of a block, doubles across its runs, and the space that a copy
 * may have before a marker: it goes behind the marker, which belongs to the word before it.
 */
export function tidyInline(content: readonly Node[]): Node[] {
  const kept: Node[] = [];
  // What the text so far ends with: at the start of a block no space is wanted, behind a marker one may be owed.
  let ending: Ending = 'space';
  for (const node of content) {
    if (!node.isText) {
      const moves = node.type.name === 'marker' && ending === 'space' && kept.some((one) => one.isText);
      if (moves && dropTrailing(kept)) ending = 'owed';
      kept.push(node);
      continue;
    }
    const text = fitted(node.text ?? '', ending);
    if (!text.trim() && ending !== 'word') continue;
    ending = text.endsWith(' ') ? 'space' : 'word';
    kept.push(withText(node, text));
  }
  if (ending === 'space') dropTrailing(kept);
  return kept;
}
