/** Text whose lines count: code and verse, line by line. Part of the reading of HTML. */
import type { DraftInline } from '../../model/draft.ts';
import type { Tag } from '../paper/tree.ts';
import { classOf, isBlock } from './vocabulary.ts';

type Line = (Tag | string)[];

/** The lines of preformatted text. */
export function codeLines(tag: Tag): Line[] {
  const lines: Line[] = [[]];
  const cut = (node: Tag | string): void => {
    if (typeof node === 'string') {
      node.split('\n').forEach((line, at) => {
        if (at > 0) lines.push([]);
        if (line) lines.at(-1)?.push(line);
      });
    } else if (node.name === 'br') lines.push([]);
    else if (node.text.includes('\n')) node.nodes.forEach(cut);
    else lines.at(-1)?.push(node);
  };
  tag.nodes.forEach(cut);
  return lines;
}

/** Content set as code. */
export const coded = (content: readonly DraftInline[]): DraftInline[] =>
  content.map((one) =>
    one.kind === 'text' ? { ...one, marks: [...new Set([...(one.marks ?? []), 'code' as const])] } : one,
  );

const isLine = (tag: Tag): boolean => isBlock(tag) || /(?:^|\s)(?:i\d+|line|l)(?:\s|$)/u.test(classOf(tag));

/** The lines of verse, parted by line breaks or in elements of their own. */
export function verseLines(tag: Tag, bodies: Pick<ReadonlySet<Tag>, 'has'>): Line[] {
  const lines: Line[] = [[]];
  for (const node of tag.nodes) {
    if (typeof node === 'string' || !(node.name === 'br' || isLine(node))) lines.at(-1)?.push(node);
    else {
      if (node.name !== 'br' && !bodies.has(node)) lines.push(...verseLines(node, bodies));
      lines.push([]);
    }
  }
  return lines;
}
