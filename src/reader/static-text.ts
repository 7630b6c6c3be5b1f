/** The paper as plain DOM, by the same schema as the view: what is painted before the view takes over. */
import { DOMSerializer, type Node } from 'prosemirror-model';
import type { Paper } from '../model/paper.ts';
import { paperSchema } from '../model/schema.ts';

const isSection = (node: Node): boolean => node.type.name === 'section';

/** A fragment with the paper's whole text. */
export const staticText = (paper: Paper): DocumentFragment =>
  DOMSerializer.fromSchema(paperSchema).serializeFragment(paper.doc.content) as DocumentFragment;

/** How many blocks (headings, paragraphs, quotations, lists) a node holds, those of its sections included. */
function countBlocks(node: Node): number {
  let count = 0;
  node.forEach((child) => void (count += isSection(child) ? countBlocks(child) : 1));
  return count;
}

/**
 * Goes on where the text of `beginning` in `mount` ends, with the text of `whole`, a block a step. The last block that
 * stands is done anew: it may have been cut.
 */
export function* moreText(mount: Element, beginning: Paper, whole: Paper): Generator<undefined, void> {
  yield* fill(mount, whole.doc, { standing: countBlocks(beginning.doc) - 1 });
}

function* fill(into: Element, node: Node, state: { standing: number }): Generator<undefined, void> {
  const serializer = DOMSerializer.fromSchema(paperSchema);
  for (let at = 0; at < node.childCount; at += 1) {
    const child = node.child(at);
    const stands = into.children[at] ?? null;
    if (isSection(child)) {
      const shell = stands ?? into.appendChild(serializer.serializeNode(child.copy()));
      yield* fill(shell as Element, child, state);
    } else if (state.standing > 0) {
      state.standing -= 1;
    } else {
      const block = serializer.serializeNode(child);
      if (stands) stands.replaceWith(block);
      else into.append(block);
      yield;
    }
  }
}
