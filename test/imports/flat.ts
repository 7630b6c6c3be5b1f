/** A draft's blocks as one text with places in it: where blocks and pages begin, behind which character a marker stands. Pure. */
import type { DraftBlock, DraftInline, DraftMarker } from '../../src/model/draft.ts';

/** Offsets are UTF-16 units of `text`, in which all white space is one space and blocks are parted by one. */
export interface Flat {
  readonly text: string;
  readonly blocks: readonly { readonly block: DraftBlock; readonly start: number; readonly end: number }[];
  /** `at`: the character that the page begins with. */
  readonly pages: readonly { readonly label: string; readonly at: number }[];
  /** `behind`: the last character before it that is no space; -1 before the first. */
  readonly markers: readonly { readonly marker: DraftMarker; readonly behind: number }[];
}

class Writer {
  text = '';
  readonly pages: { label: string; at: number }[] = [];
  readonly markers: { marker: DraftMarker; behind: number }[] = [];
  #isSpaced = false;
  #waiting: string[] = [];

  space(): void {
    this.#isSpaced = this.text !== '';
  }

  write(words: string): void {
    for (const part of words.split(/(\s+)/u)) {
      if (/^\s/u.test(part)) this.space();
      else if (part !== '') this.#append(part);
    }
  }

  inline(content: readonly DraftInline[]): void {
    for (const one of content) {
      if (one.kind === 'text') this.write(one.text);
      else if (one.kind === 'page') this.#waiting.push(one.label);
      else this.markers.push({ marker: one, behind: this.text.length - 1 });
    }
  }

  /** Where the next character will stand. */
  get next(): number {
    return this.text.length + (this.#isSpaced ? 1 : 0);
  }

  #append(part: string): void {
    if (this.#isSpaced) this.text += ' ';
    this.#isSpaced = false;
    for (const label of this.#waiting) this.pages.push({ label, at: this.text.length });
    this.#waiting = [];
    this.text += part;
  }
}

/** The blocks as one text. */
export function flatten(blocks: readonly DraftBlock[]): Flat {
  const writer = new Writer();
  const places = blocks.map((block) => {
    writer.space();
    const start = writer.next;
    const { label, content, table = [] } = block;
    if (label) writer.write(`${label} `);
    writer.inline(content);
    for (const cell of table.flat()) {
      writer.space();
      writer.inline(cell.content);
    }
    return { block, start, end: Math.max(start, writer.text.length) };
  });
  const { text, pages, markers } = writer;
  return { text, blocks: places, pages, markers };
}

/** Words of inline content, white space single. */
export const flatWords = (content: readonly DraftInline[]): string => {
  const writer = new Writer();
  writer.inline(content);
  return writer.text;
};
