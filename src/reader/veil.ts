/** A long paper is laid out in parts, as they come near the screen: how large the others are, and what is laid out before one jumps. */
import type { EditorView } from 'prosemirror-view';
import { unobserved } from './unobserved.ts';

/** So many blocks before and behind a place are laid out before it is measured: more than a screen holds. */
const around = { before: 12, behind: 40 };

/** Blocks that a long paper lays out only when they come near the screen. */
const blocks = ':is(.paper-section, .paper-text) > :not(section)';

/** Whether the text of a view is so long that only what is near the screen is laid out. */
export const isVeiled = (view: EditorView): boolean => view.dom.closest('[long]') !== null;

/** Tells the sections of a long paper how many blocks they hold: so large they are until they have been seen. */
export function sizeSections(view: EditorView): void {
  if (!isVeiled(view)) return;
  unobserved(view, () => {
    for (const section of view.dom.querySelectorAll<HTMLElement>('.paper-section')) {
      section.style.setProperty('--blocks', String(section.querySelectorAll(blocks).length));
    }
  });
}

/** The elements with the sections that they stand in. */
function withSections(elements: readonly Element[]): Set<Element> {
  const all = new Set<Element>();
  for (const element of elements) {
    for (
      let at: Element | null = element;
      at && !all.has(at);
      at = at.parentElement?.closest('section') ?? null
    )
      all.add(at);
  }
  return all;
}

/** Lays out what stands around a position of a long paper: without that its place on the screen is an estimate. */
export function unveil(view: EditorView, pos: number): void {
  if (!isVeiled(view)) return;
  const { node } = view.domAtPos(pos);
  const block = (node instanceof Element ? node : node.parentElement)?.closest(blocks);
  const all = [...view.dom.parentElement!.querySelectorAll(blocks)];
  const at = block ? all.indexOf(block) : -1;
  const near = withSections(at < 0 ? [] : all.slice(Math.max(0, at - around.before), at + around.behind));
  unobserved(view, () => {
    for (const element of view.dom.querySelectorAll('.near')) {
      if (!near.has(element)) element.classList.remove('near');
    }
    for (const element of near) element.classList.add('near');
  });
}

/**
 * The top of the line at a position, in px of the window. Far out of sight in a long paper an estimate by the share of
 * its block: nothing is laid out for that.
 */
export function lineTop(view: EditorView, pos: number): number {
  const { node } = view.domAtPos(pos);
  const block = isVeiled(view) && (node instanceof Element ? node : node.parentElement)?.closest(blocks);
  const box = block ? block.getBoundingClientRect() : null;
  if (!box || (box.bottom > -innerHeight && box.top < innerHeight * 2)) return view.coordsAtPos(pos, 1).top;
  const { parent, parentOffset } = view.state.doc.resolve(pos);
  return box.top + (box.height * parentOffset) / Math.max(1, parent.content.size);
}
