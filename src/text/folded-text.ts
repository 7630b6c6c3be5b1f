/** A text folded once, to be searched often, with the way back from its indexes to the text's code points. Pure. */
import { fold, foldCharacter } from './fold.ts';

/** Units of text between two pauses in the work: well under a millisecond, even in code that has never run before. */
const sliceLength = 1 << 13;

/** Room for one slice twice over, since some characters count as several, and for the longest of these. */
const room = sliceLength * 2 + 32;

const space = 0x20;

/** What a character of ASCII counts as; white space is a space. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => fold(String.fromCharCode(code)).charCodeAt(0));

/** Index of the last of `values` (rising) that is at most `value`; -1 where there is none. */
export function lastAtMost(values: ArrayLike<number>, value: number, length = values.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The folded twin of a text. An *index* counts UTF-16 units of `folded`, an *offset* code points of the text.
 * Only where the two run apart is anything kept: a text without oddities costs no more than itself.
 */
export interface FoldedText {
  readonly folded: string;
  /** Offset of the character that begins at an index; at the end of `folded`, the length of the text. */
  offsetAt(index: number): number;
  /** First index at or after an offset. */
  indexAt(offset: number): number;
  /** Whether an index lies inside of what one character was folded to (`s|s` for ß). */
  isInside(index: number): boolean;
  /** Whether any index is. */
  readonly hasInsides: boolean;
}

/** From here on index and offset rise together, until the next seam. */
interface Seams {
  readonly indexes: number[];
  readonly offsets: number[];
}

class Twin implements FoldedText {
  readonly folded: string;
  readonly #indexes: Int32Array;
  readonly #offsets: Int32Array;
  /** A bit for each index; empty where none is inside. */
  readonly #inside: Uint8Array;
  readonly #length: number;

  constructor(folded: string, length: number, seams: Seams, inside: readonly number[]) {
    this.folded = folded;
    this.#length = length;
    this.#indexes = Int32Array.from(seams.indexes);
    this.#offsets = Int32Array.from(seams.offsets);
    this.#inside = new Uint8Array(inside.length > 0 ? (folded.length >> 3) + 1 : 0);
    for (const index of inside)
      this.#inside[index >> 3] = (this.#inside[index >> 3] as number) | (1 << (index & 7));
  }

  offsetAt(index: number): number {
    if (index >= this.folded.length) return this.#length;
    const at = lastAtMost(this.#indexes, index);
    return (this.#offsets[at] as number) + index - (this.#indexes[at] as number);
  }

  indexAt(offset: number): number {
    const at = lastAtMost(this.#offsets, offset);
    if (at < 0) return 0;
    let index = (this.#indexes[at] as number) + offset - (this.#offsets[at] as number);
    while (this.isInside(index)) index += 1;
    return Math.min(index, this.#indexes[at + 1] ?? this.folded.length);
  }

  isInside(index: number): boolean {
    return (((this.#inside[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
  }

  get hasInsides(): boolean {
    return this.#inside.length > 0;
  }
}

class Folding {
  readonly #text: string;
  readonly #parts: string[] = [];
  readonly #units = new Uint16Array(room);
  readonly #seams: Seams = { indexes: [0], offsets: [0] };
  readonly #inside: number[] = [];
  /** How far one has read and written, in units; how many characters that was. */
  #read = 0;
  #written = 0;
  #offset = 0;
  #isSpaced = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Folds the next slice; false where nothing is left. */
  next(): boolean {
    const end = Math.min(this.#text.length, this.#read + sliceLength);
    let filled = 0;
    while (this.#read < end && filled < sliceLength) {
      filled = this.#plain(filled, end);
      if (this.#read < end) filled = this.#odd(filled);
    }
    // From units, not from pieces of the text: where all of them are Latin the string takes half the room, and half the time.
    this.#parts.push(String.fromCharCode.apply(null, this.#units.subarray(0, filled) as unknown as number[]));
    this.#written += filled;
    return this.#read < this.#text.length;
  }

  done(): FoldedText {
    return new Twin(this.#parts.join(''), this.#offset, this.#seams, this.#inside);
  }

  /** ASCII, as far as it goes: the most of most texts, so in the tightest of loops. Answers how far the units are filled. */
  #plain(filled: number, end: number): number {
    const text = this.#text;
    const units = this.#units;
    let at = this.#read;
    let isSpaced = this.#isSpaced;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) break;
      const unit = ascii[code] as number;
      const isSpace = unit === space;
      if (isSpace && isSpaced) break;
      isSpaced = isSpace;
      units[filled] = unit;
      filled += 1;
    }
    this.#offset += at - this.#read;
    this.#read = at;
    this.#isSpaced = isSpaced;
    return filled;
  }

  /** One character that may count as several, or as none. */
  #odd(filled: number): number {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#read) ?? 0);
    const folded = foldCharacter(character);
    const put = folded === ' ' && this.#isSpaced ? '' : folded;
    for (let at = 0; at < put.length; at += 1) {
      this.#units[filled + at] = put.charCodeAt(at);
      if (at > 0) this.#inside.push(this.#written + filled + at);
    }
    this.#read += character.length;
    this.#offset += 1;
    if (put !== '') this.#isSpaced = put === ' ';
    if (put.length !== 1) this.#seam(this.#written + filled + put.length);
    return filled + put.length;
  }

  #seam(index: number): void {
    const { indexes, offsets } = this.#seams;
    const at = indexes.at(-1) === index ? indexes.length - 1 : indexes.length;
    indexes[at] = index;
    offsets[at] = this.#offset;
  }
}

/** Folds a text in slices: each step of the generator is a small piece of work. */
export function* foldInSlices(text: string): Generator<void, FoldedText> {
  const folding = new Folding(text);
  while (folding.next()) yield;
  return folding.done();
}

/** Folds a text at once: for short ones. */
export function foldedText(text: string): FoldedText {
  const folding = new Folding(text);
  while (folding.next());
  return folding.done();
}
