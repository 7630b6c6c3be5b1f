/** White space inside a block, made single: the same paper text whatever the file's own line breaks. */
import type { Node } from 'prosemirror-model';
import { paperSchema } from '../model/schema.ts';

const withText = (node: Node, text: string): Node => paperSchema.text(text, node.marks);

/**
 * Removes white space at both ends of a block, doubles across its runs, and the space that a copy
 * may have before a marker: it goes behind the marker, which belongs to the word before it.
 */
export function tidyInline(content: readonly Node[]): Node[] {
  const kept: Node[] = [];
  let spaced = true;
  let owed = false;
  const dropTrailing = (): boolean => {
    const at = kept.findLastIndex((node) => node.isText);
    const last = kept[at];
    if (!last?.text?.endsWith(' ')) return false;
    const text: string = last.text.trimEnd();
    kept.splice(at, 1, ...(text ? [withText(last, text)] : []));
    return true;
  };
  for (const node of content) {
    if (node.type.name === 'marker' && spaced && kept.length > 0 && dropTrailing()) {
      owed = true;
      spaced = false;
    }
    if (!node.isText) {
      kept.push(node);
      continue;
    }
    const own = (node.text ?? '').replace(/ +/gu, ' ');
    const joined = owed && !own.startsWith(' ') ? ` ${own}` : own;
    const text: string = spaced ? joined.replace(/^ /u, '') : joined;
    if (!text) continue;
    owed = false;
    spaced = text.endsWith(' ');
    kept.push(withText(node, text));
  }
  if (spaced) dropTrailing();
  return kept;
}
