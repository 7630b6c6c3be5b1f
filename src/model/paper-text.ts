/**
 * The paper text: one string that every quotation and offset refers to, and the joint between
 * its code-point offsets (`start`/`end`) and ProseMirror positions (`from`/`to`).
 */
import type { Node } from 'prosemirror-model';

export type BlockKind = 'heading' | 'paragraph' | 'quotation' | 'item';

/** A block of text. Offsets are code points of the paper text, positions are ProseMirror's. */
export interface Block {
  readonly id: string;
  readonly kind: BlockKind;
  /** Address of the section it stands in (`III.B`); empty before the first heading. */
  readonly section: string;
  /** Section and number (`III.B.4`); the section's own address for a heading. */
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A point of the text that is not text itself: a note marker or a page start. */
export interface Point {
  readonly offset: number;
  readonly pos: number;
  readonly node: Node;
}

/** Length in code points; most texts have no surrogates, and then it is the string's own. */
const pointCount = (text: string): number => (/[\uD800-\uDFFF]/.test(text) ? [...text].length : text.length);

/** A run of text without a leaf inside. */
interface Run {
  readonly start: number;
  readonly from: number;
  /** Where it begins in the string, in UTF-16 units. */
  readonly unit: number;
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
}

export interface PaperText {
  readonly text: string;
  /** Length in code points: the offset of the text's end. */
  readonly length: number;
  readonly blocks: readonly Block[];
  readonly markers: readonly Point[];
  readonly pages: readonly Point[];
  /**
   * Position of an offset. On a seam (a marker, a block's end) `side` decides: `after` for the
   * start of a range, `before` for its end.
   */
  toPos(offset: number, side: 'before' | 'after'): number;
  /** Offset of a position; the nearest one where the position lies between blocks. */
  toOffset(pos: number): number;
  /** Text from `start` to `end` (code points). */
  slice(start: number, end: number): string;
}

interface Build {
  runs: Run[];
  blocks: Block[];
  markers: Point[];
  pages: Point[];
  parts: string[];
  offset: number;
  unit: number;
}

const kindOf = (node: Node, parent: Node | null): BlockKind => {
  if (node.type.name === 'heading') return 'heading';
  if (parent?.type.name === 'blockquote') return 'quotation';
  return parent?.type.name === 'list_item' ? 'item' : 'paragraph';
};

/** Reads the inline content of one block into `build`; `from` is the position of its content. */
function readInline(build: Build, block: Node, from: number): void {
  block.forEach((child, at) => {
    const pos = from + at;
    if (child.isText) {
      const text = child.text ?? '';
      const length = pointCount(text);
      build.runs.push({ start: build.offset, from: pos, unit: build.unit, text, length });
      build.parts.push(text);
      build.offset += length;
      build.unit += text.length;
    } else if (child.type.name === 'marker') {
      build.markers.push({ offset: build.offset, pos, node: child });
    } else if (child.type.name === 'page_start') {
      build.pages.push({ offset: build.offset, pos, node: child });
    }
  });
}

/** Reads a paper's document into its text. Pure; the document is walked once. */
export function readText(doc: Node): PaperText {
  const build: Build = { runs: [], blocks: [], markers: [], pages: [], parts: [], offset: 0, unit: 0 };
  let section = '';
  doc.descendants((node, pos, parent) => {
    if (node.type.name === 'section') section = String(node.attrs['address']);
    if (!node.isTextblock) return true;
    if (build.blocks.length > 0) {
      build.parts.push('\n');
      build.offset += 1;
      build.unit += 1;
    }
    const start = build.offset;
    const kind = kindOf(node, parent);
    readInline(build, node, pos + 1);
    build.blocks.push({
      id: String(node.attrs['id'] ?? ''),
      kind,
      section,
      address: kind === 'heading' ? section : String(node.attrs['address'] ?? ''),
      start,
      end: build.offset,
      from: pos + 1,
      to: pos + 1 + node.content.size,
    });
    return false;
  });
  return new OffsetMap(build);
}

/** Index of the last item whose key is at most `value`; -1 where there is none. */
export function lastAtMost<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** UTF-16 length of the first `count` code points of a run. */
function units(run: Run, count: number): number {
  if (run.length === run.text.length) return Math.min(count, run.length);
  return [...run.text].slice(0, count).join('').length;
}

class OffsetMap implements PaperText {
  readonly text: string;
  readonly length: number;
  readonly blocks: readonly Block[];
  readonly markers: readonly Point[];
  readonly pages: readonly Point[];
  readonly #runs: readonly Run[];

  constructor(build: Build) {
    this.text = build.parts.join('');
    this.length = build.offset;
    this.blocks = build.blocks;
    this.markers = build.markers;
    this.pages = build.pages;
    this.#runs = build.runs.filter((run) => run.length > 0);
  }

  toPos(offset: number, side: 'before' | 'after'): number {
    const block =
      this.blocks[
        Math.max(
          0,
          lastAtMost(this.blocks, offset, (one) => one.start),
        )
      ];
    if (!block) return 0;
    // On a seam two runs of the block qualify: the one that ends here and the one that starts here.
    const at = Math.max(block.start, side === 'after' ? offset : offset - 1);
    const index = lastAtMost(this.#runs, at, (one) => one.start);
    const run = this.#runs[index];
    if (!run || run.from < block.from) {
      const first = this.#runs[index + 1];
      return first && first.from < block.to ? first.from : block.from;
    }
    return run.from + units(run, Math.min(Math.max(0, offset - run.start), run.length));
  }

  toOffset(pos: number): number {
    const block =
      this.blocks[
        Math.max(
          0,
          lastAtMost(this.blocks, pos, (one) => one.from),
        )
      ];
    const run = this.#runs[lastAtMost(this.#runs, pos, (one) => one.from)];
    if (!block) return 0;
    if (!run || run.from < block.from) return block.start;
    return run.start + Math.min(run.length, pointCount(run.text.slice(0, pos - run.from)));
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.#unitOf(start), this.#unitOf(end));
  }

  /** Where an offset stands in the string, in UTF-16 units; outside the text its nearest end. */
  #unitOf(offset: number): number {
    const at = Math.min(Math.max(0, offset), this.length);
    if (this.length === this.text.length) return at;
    const run = this.#runs[lastAtMost(this.#runs, at, (one) => one.start)];
    if (!run) return at;
    // What lies behind a run before the next one are joints of blocks, a unit each.
    const beyond = Math.max(0, at - run.start - run.length);
    return run.unit + units(run, at - run.start - beyond) + beyond;
  }
}
