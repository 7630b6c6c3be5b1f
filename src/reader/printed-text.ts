/** The paper's text for the printed page: plain DOM in which passages are marked and small things stand at their offsets. */
import type { Passage } from '../desk/passages.ts';
import type { Block } from '../model/paper-text.ts';
import type { Paper } from '../model/paper.ts';
import { claimRoles } from '../model/argument-records.ts';
import { cut, type Segment } from './segments.ts';
import { staticText } from './static-text.ts';

/** Elements that stand before the character at `offset` (code points). */
export interface Inset {
  readonly offset: number;
  readonly elements: readonly Element[];
}

/** What is drawn into the text. */
export interface Marking {
  /** Passages of claims and annotations, in any order. */
  readonly passages: readonly Passage[];
  /** In the order of their offsets. */
  readonly insets: readonly Inset[];
}

/** Ids and links of the printed copy begin with this: the screen's own text is still in the page. */
export const printedPrefix = 'printed-';

/** A fragment with the whole text, its ids prefixed and its markers leading to the printed notes. */
export function printedText(paper: Paper, marking: Marking): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(staticText(paper));
  const blocks = [...fragment.querySelectorAll('h2, h3, h4, h5, h6, p, figcaption, td, th')];
  const pens = new Pens(marking);
  paper.text.blocks.forEach((block, at) => {
    const element = blocks[at];
    if (element) markBlock(element, block, pens);
  });
  for (const element of fragment.querySelectorAll('[id]')) element.id = `${printedPrefix}${element.id}`;
  leadMarkers(fragment, paper);
  return fragment;
}

/** In a PDF a marker leads to its note by the note's id; the app's own addresses mean nothing there. */
function leadMarkers(fragment: DocumentFragment, paper: Paper): void {
  const anchors = new Map(paper.notes.map((note) => [note.id, note.anchor]));
  for (const marker of fragment.querySelectorAll<HTMLElement>('a.marker')) {
    const anchor = anchors.get(marker.dataset['note'] ?? '');
    if (anchor) marker.setAttribute('href', `#${printedPrefix}${anchor}`);
    else marker.removeAttribute('href');
  }
}

/** The walk through segments and insets: the text goes by once, and so do they. */
class Pens {
  readonly #segments: readonly Segment[];
  readonly #insets: readonly Inset[];
  #segment = 0;
  #inset = 0;

  constructor({ passages, insets }: Marking) {
    this.#segments = cut(passages);
    this.#insets = insets;
  }

  /** Where the next inset stands; far away where there is none. */
  get #next(): number {
    return this.#insets[this.#inset]?.offset ?? Infinity;
  }

  /** The elements that stand at `offset` or before it, each given once. */
  take(offset: number): Element[] {
    const taken: Element[] = [];
    for (; this.#next <= offset; this.#inset += 1) taken.push(...(this.#insets[this.#inset]?.elements ?? []));
    return taken;
  }

  /** The first segment that ends after `offset`. */
  segment(offset: number): Segment | undefined {
    const isPast = (one: Segment | undefined): boolean => one !== undefined && one.end <= offset;
    while (isPast(this.#segments[this.#segment])) this.#segment += 1;
    return this.#segments[this.#segment];
  }

  /** Whether anything is to be drawn between two offsets. */
  draws(start: number, end: number): boolean {
    return this.#next < end || (this.segment(start)?.start ?? Infinity) < end;
  }

  /** Where something begins or ends after `offset`; far away where nothing does. */
  edge(offset: number): number {
    const segment = this.segment(offset);
    if (!segment) return this.#next;
    return Math.min(this.#next, segment.start <= offset ? segment.end : segment.start);
  }
}

function textNodesIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.marker, .page-start') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

function markBlock(element: Element, block: Block, pens: Pens): void {
  let start = block.start;
  // Before the block's label, which is a box of its own in a list.
  const leading = pens.take(start);
  for (const node of textNodesIn(element)) {
    const points = [...node.data];
    if (pens.draws(start, start + points.length)) node.replaceWith(...piecesOf(points, start, pens));
    start += points.length;
  }
  element.prepend(...leading);
  // What stands at the end of a block has no character to stand before.
  element.append(...pens.take(block.end));
}

/** The run from `start` on as pieces, each plain or marked, with what stands between them. */
function piecesOf(points: readonly string[], start: number, pens: Pens): Node[] {
  const nodes: Node[] = [];
  const end = start + points.length;
  for (let at = start; at < end;) {
    nodes.push(...pens.take(at));
    const segment = pens.segment(at);
    const next = Math.min(end, pens.edge(at));
    const words = document.createTextNode(points.slice(at - start, next - start).join(''));
    nodes.push(segment && segment.start <= at ? marked(words, segment) : words);
    at = next;
  }
  return nodes;
}

const span = (className: string, inside: Node): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.append(inside);
  return element;
};

/** A claim's line lies outside the reader's: each keeps a style of its own. */
function marked(words: Text, { passages }: Segment): Node {
  let node: Node = words;
  const depth = new Set(passages.filter((one) => one.kind === 'annotation').map((one) => one.id)).size;
  if (depth > 0) {
    const mark = span('printed-mark', node);
    mark.dataset['depth'] = String(Math.min(depth, 3));
    node = mark;
  }
  const roles = passages.map((one) => (one.record.kind === 'claim' ? one.record.role : null));
  const role = claimRoles.find((one) => roles.includes(one));
  if (role) {
    const claim = span('printed-claim', node);
    claim.dataset['role'] = role;
    node = claim;
  }
  return node;
}
