/** Paints the passages of a desk block by block: a change redraws the blocks that it touches and no others. */
import type { Node } from 'prosemirror-model';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import type { Desk } from '../desk/desk.ts';
import { placed, supported, type Passage } from '../desk/passages.ts';
import type { Paper } from '../model/paper.ts';
import { lastAtMost, type Block, type PaperText } from '../model/paper-text.ts';
import { decorationsOf } from './painting.ts';
import { cut } from './segments.ts';

/** Above this share of all blocks everything is painted anew: that is cheaper than to mend. */
const most = 0.3;

export class Painter {
  readonly #doc: Node;
  readonly #text: PaperText;
  #passages: readonly Passage[] = [];
  #set = DecorationSet.empty;

  constructor({ doc, text }: Paper) {
    this.#doc = doc;
    this.#text = text;
  }

  /** What claims, marks and notes cover: the decorations of the last call, the blocks of what has changed done anew. */
  paint(desk: Desk): DecorationSet {
    const passages = [...placed(desk).passages, ...supported(desk)];
    const { blocks } = this.#text;
    const over = this.#byBlock(passages);
    const dirty = this.#dirty(passages);
    const paint = (block: Block): Decoration[] =>
      decorationsOf(this.#text, cut(over.get(block) ?? [], block));
    if (dirty.size > blocks.length * most) {
      this.#set = DecorationSet.create(this.#doc, blocks.flatMap(paint));
    } else if (dirty.size > 0) {
      const old = [...dirty].flatMap((block) => this.#set.find(block.from, block.to));
      this.#set = this.#set.remove(old).add(this.#doc, [...dirty].flatMap(paint));
    }
    this.#passages = passages;
    return this.#set;
  }

  /** The blocks under passages whose record is another one than before, or gone, or new. */
  #dirty(passages: readonly Passage[]): ReadonlySet<Block> {
    const before = new Set(this.#passages.map((one) => one.record));
    const now = new Set(passages.map((one) => one.record));
    const changed = [
      ...this.#passages.filter((one) => !now.has(one.record)),
      ...passages.filter((one) => !before.has(one.record)),
    ];
    return new Set(changed.flatMap((one) => this.#blocksOf(one)));
  }

  #byBlock(passages: readonly Passage[]): ReadonlyMap<Block, readonly Passage[]> {
    const index = new Map<Block, Passage[]>();
    for (const passage of passages) {
      for (const block of this.#blocksOf(passage)) {
        const known = index.get(block);
        if (known) known.push(passage);
        else index.set(block, [passage]);
      }
    }
    return index;
  }

  #blocksOf({ start, end }: Passage): readonly Block[] {
    const { blocks } = this.#text;
    const from = Math.max(
      0,
      lastAtMost(blocks, start, (block) => block.start),
    );
    const to = lastAtMost(blocks, end - 1, (block) => block.start);
    return blocks.slice(from, to + 1);
  }
}
