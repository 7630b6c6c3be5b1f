/** The pictures of a paper's figures: fetched when they come near the screen, and put into the text's elements. */
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** Where a paper's pictures come from: an address of the page's own (`blob:`), null where there is none of this name. */
export type PictureSource = (name: string) => Promise<string | null>;

/** Gives one element its picture; one that cannot be had shows its words. */
async function fill(element: HTMLImageElement, source: PictureSource): Promise<void> {
  const name = element.dataset['picture'] ?? '';
  const address = await source(name).catch(() => null);
  if (address) element.src = address;
  else element.classList.add('is-missing');
}

/** Gives the pictures below `root` that have none yet theirs. Resolves when all are asked for. */
export async function fillPictures(root: ParentNode, source: PictureSource): Promise<void> {
  const waiting = [...root.querySelectorAll<HTMLImageElement>('img[data-picture]:not([src])')];
  await Promise.all(waiting.map((element) => fill(element, source)));
}

/** How the view shows a picture: what happens to the element is no change of the text. */
export function pictureView(node: Node, source: PictureSource | null): NodeView {
  const dom = document.createElement('img');
  dom.className = 'paper-picture';
  dom.dataset['picture'] = String(node.attrs['name']);
  dom.alt = String(node.attrs['alt']);
  dom.loading = 'lazy';
  dom.draggable = false;
  if (source) void fill(dom, source);
  return { dom, ignoreMutation: () => true };
}
