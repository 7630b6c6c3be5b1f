/** Keeps the decorations of the text block by block: which blocks are painted, and which of them a change has touched. */
import type { Node } from 'prosemirror-model';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import type { Desk } from '../desk/desk.ts';
import { shown } from '../desk/only.ts';
import { passagesOver, supportsOver } from '../desk/passage-index.ts';
import { supported, type Passage } from '../desk/passages.ts';
import { lastAtMost, type Block, type PaperText } from '../model/paper-text.ts';
import { decorationsOf } from './painting.ts';
import { cut } from './segments.ts';

/** Above this share of all blocks the set is made anew: that is cheaper than to mend. */
const most = 0.3;

/** What is in only one of two lists in the order of the text, which mostly have nearly all in common: a passage stays the same object. */
function differing(before: readonly Passage[], now: readonly Passage[]): readonly Passage[] {
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from += 1;
  let tail = 0;
  const [last, end] = [before.length - 1, now.length - 1];
  while (tail < shorter - from && before[last - tail] === now[end - tail]) tail += 1;
  const gone = before.slice(from, before.length - tail);
  const come = now.slice(from, now.length - tail);
  if (gone.length === 0 || come.length === 0) return [...gone, ...come];
  const common = new Set(gone);
  for (const one of come) if (!common.delete(one)) common.add(one);
  return [...common];
}

export class Painter {
  readonly #doc: Node;
  readonly #text: PaperText;
  #desk: Desk;
  #set = DecorationSet.empty;
  /** With how many decorations each has. */
  readonly #painted = new Map<Block, number>();

  /** Nothing is painted to begin with. */
  constructor(desk: Desk) {
    this.#desk = desk;
    this.#doc = desk.paper.doc;
    this.#text = desk.paper.text;
  }

  /** The decorations of the painted blocks. */
  get set(): DecorationSet {
    return this.#set;
  }

  /** The blocks that are painted, in whatever order. */
  get painted(): readonly Block[] {
    return [...this.#painted.keys()];
  }

  isPainted(block: Block): boolean {
    return this.#painted.has(block);
  }

  /** How many passages there are to paint. */
  get count(): number {
    return shown(this.#desk).passages.length + supported(this.#desk).length;
  }

  /** Takes in another desk of the same paper; answers the blocks under what has come, gone or changed. Paints nothing. */
  take(desk: Desk): ReadonlySet<Block> {
    const before = this.#desk;
    this.#desk = desk;
    const changed = [
      ...differing(shown(before).passages, shown(desk).passages),
      ...differing(supported(before), supported(desk)),
    ];
    return new Set(changed.flatMap((one) => this.blocksOf(one)));
  }

  /** Paints blocks, as the desk is now: those that were painted anew. */
  paint(blocks: readonly Block[]): void {
    const isMost = blocks.length > this.#text.blocks.length * most;
    // In a set that is made anew what was painted before stands too: of a short text two blocks are most of it.
    const due = isMost ? [...new Set([...this.#painted.keys(), ...blocks])] : blocks;
    const fresh = due.map((block) => this.#decorations(block));
    this.#set = isMost
      ? DecorationSet.create(this.#doc, fresh.flat())
      : this.#without(blocks).add(this.#doc, fresh.flat());
    due.forEach((block, at) => this.#painted.set(block, fresh[at]?.length ?? 0));
  }

  /** Takes the paint from blocks. */
  clear(blocks: readonly Block[]): void {
    this.#set = this.#without(blocks);
    for (const block of blocks) this.#painted.delete(block);
  }

  /** Forgets the blocks that are painted and have nothing to show. */
  clearEmpty(): void {
    for (const [block, count] of this.#painted) if (count === 0) this.#painted.delete(block);
  }

  /** The blocks that a stretch of the text touches. */
  blocksOf({ start, end }: { readonly start: number; readonly end: number }): readonly Block[] {
    const { blocks } = this.#text;
    const from = lastAtMost(blocks, start, (block) => block.start);
    const to = lastAtMost(blocks, end - 1, (block) => block.start);
    return blocks.slice(Math.max(0, from), Math.max(from, to) + 1);
  }

  #decorations(block: Block): Decoration[] {
    const over = [...passagesOver(this.#desk, block), ...supportsOver(this.#desk, block)];
    return decorationsOf(this.#text, cut(over, block));
  }

  #without(blocks: readonly Block[]): DecorationSet {
    const old = blocks.flatMap((block) =>
      this.#painted.get(block) ? this.#set.find(block.from, block.to) : [],
    );
    return old.length > 0 ? this.#set.remove(old) : this.#set;
  }
}
