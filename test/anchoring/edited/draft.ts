/**
 * A text under an editor's hand. Every stretch of it remembers which stretch of the old text it is, so that where a passage
 * of the old text stands in the new one is known by how the new one was made, and never searched for.
 */
import { lastAtMost } from '../../../src/model/paper-text.ts';

/** Code points, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `kept`: the old words from `start` to `end`; `changed`: other words in their place; `new`: stands for nothing. */
interface Piece extends Range {
  readonly text: string;
  readonly how: 'kept' | 'changed' | 'new';
}

interface Paragraph {
  pieces: Piece[];
}

/** What became of a passage. */
export interface Place {
  /** Where it stands; null where nothing of it is left, or where it was torn apart. */
  readonly range: Range | null;
  /** The share of its words that stand as they stood, by length. */
  readonly kept: number;
  /** True where its parts stand in different places, with other text between them. */
  readonly isTorn: boolean;
}

export interface Edited {
  readonly before: string;
  readonly after: string;
  place(passage: Range): Place;
}

const lengthOf = (text: string): number => Array.from(text).length;

/** Paragraphs are parted by a line feed. All offsets are those of the old text, however much has been edited since. */
export class Draft {
  readonly before: string;
  readonly #points: readonly string[];
  readonly #order: Paragraph[] = [];
  /** Where each paragraph of the old text begins, and the paragraph that its words stand in now. */
  readonly #owners: { start: number; paragraph: Paragraph }[] = [];

  constructor(before: string) {
    this.before = before;
    this.#points = Array.from(before);
    let start = 0;
    for (const text of before.split('\n')) {
      const end = start + lengthOf(text);
      const paragraph: Paragraph = { pieces: [{ start, end, text, how: 'kept' }] };
      this.#order.push(paragraph);
      this.#owners.push({ start, paragraph });
      start = end + 1;
    }
  }

  slice({ start, end }: Range): string {
    return this.#points.slice(start, end).join('');
  }

  /** Puts other words in the place of a stretch. Throws where it is not whole any more. */
  rewrite(range: Range, text: string): void {
    this.#replace(range, { ...range, text, how: 'changed' });
  }

  /** Takes a stretch out. */
  cut(range: Range): void {
    this.#replace(range, null);
  }

  /** Puts text in before an offset. */
  insert(at: number, text: string): void {
    const pieces = this.#paragraphOf(at).pieces;
    const index = this.#breakAt(pieces, at);
    pieces.splice(index, 0, { start: at, end: at, text, how: 'new' });
  }

  /** Rewrites whatever a pattern finds in the words that are still as they were. */
  retype(pattern: RegExp, by: (found: string) => string): void {
    for (const paragraph of this.#order) {
      paragraph.pieces = paragraph.pieces.flatMap((piece) =>
        piece.how === 'kept' ? retyped(piece, pattern, by) : [piece],
      );
    }
  }

  /** Begins a new paragraph at an offset; the space before it goes. */
  split(at: number): void {
    const paragraph = this.#paragraphOf(at);
    const index = this.#breakAt(paragraph.pieces, at);
    const rest: Paragraph = { pieces: paragraph.pieces.splice(index) };
    this.#order.splice(this.#order.indexOf(paragraph) + 1, 0, rest);
    const owner = lastAtMost(this.#owners, at, (one) => one.start);
    this.#owners.splice(owner + 1, 0, { start: at, paragraph: rest });
    const last = paragraph.pieces.at(-1);
    if (last?.how === 'kept' && last.text.endsWith(' '))
      paragraph.pieces.splice(-1, 1, { ...last, text: last.text.slice(0, -1), end: last.end - 1 });
  }

  /** Joins the paragraph of an offset and the next one by a space. */
  join(at: number): void {
    const paragraph = this.#paragraphOf(at);
    const index = this.#order.indexOf(paragraph);
    const next = this.#order[index + 1];
    if (!next) return;
    const end = paragraph.pieces.at(-1)?.end ?? at;
    paragraph.pieces.push({ start: end, end, text: ' ', how: 'new' }, ...next.pieces);
    this.#order.splice(index + 1, 1);
    for (const owner of this.#owners) if (owner.paragraph === next) owner.paragraph = paragraph;
  }

  /** Moves the paragraph of an offset before the paragraph of another. */
  move(at: number, before: number): void {
    const paragraph = this.#paragraphOf(at);
    const aim = this.#paragraphOf(before);
    if (paragraph === aim) return;
    this.#order.splice(this.#order.indexOf(paragraph), 1);
    this.#order.splice(this.#order.indexOf(aim), 0, paragraph);
  }

  /** Takes the paragraph of an offset out. */
  drop(at: number): void {
    this.#paragraphOf(at).pieces = [];
  }

  /** Puts a paragraph in before that of an offset. */
  add(before: number, text: string): void {
    const added: Paragraph = { pieces: [{ start: before, end: before, text, how: 'new' }] };
    this.#order.splice(this.#order.indexOf(this.#paragraphOf(before)), 0, added);
  }

  write(): Edited {
    const laid: Laid[] = [];
    let at = 0;
    for (const { pieces } of this.#order) {
      if (pieces.length === 0) continue;
      if (at > 0) at += 1;
      for (const piece of pieces) {
        const length = lengthOf(piece.text);
        laid.push({ ...piece, at, length, index: laid.length });
        at += length;
      }
    }
    const after = this.#order
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
      .join('\n');
    const known = laid.filter(({ how }) => how !== 'new').sort((one, other) => one.start - other.start);
    return { before: this.before, after, place: (passage) => placeOf(passage, laid, known) };
  }

  #paragraphOf(at: number): Paragraph {
    const owner = this.#owners[lastAtMost(this.#owners, at, (one) => one.start)];
    if (!owner) throw new RangeError(`There is no paragraph at ${at}.`);
    return owner.paragraph;
  }

  /** Cuts the pieces at an old offset; answers the index of the first piece behind it. */
  #breakAt(pieces: Piece[], at: number): number {
    for (const [index, piece] of pieces.entries()) {
      if (piece.how === 'new') continue;
      if (piece.start >= at) return index;
      if (piece.end <= at) continue;
      if (piece.how === 'changed') throw new RangeError(`The words at ${at} are others already.`);
      const points = Array.from(piece.text);
      const cut = at - piece.start;
      const first = { ...piece, end: at, text: points.slice(0, cut).join('') };
      pieces.splice(index, 1, first, { ...piece, start: at, text: points.slice(cut).join('') });
      return index + 1;
    }
    return pieces.length;
  }

  #replace(range: Range, by: Piece | null): void {
    const { pieces } = this.#paragraphOf(range.start);
    const from = this.#breakAt(pieces, range.start);
    const to = this.#breakAt(pieces, range.end);
    const old = pieces.slice(from, to);
    if (old.length !== 1 || old[0]?.how !== 'kept' || old[0].end !== range.end)
      throw new RangeError(`The words from ${range.start} to ${range.end} are not whole any more.`);
    pieces.splice(from, 1, ...(by ? [by] : []));
  }
}

interface Laid extends Piece {
  /** Where it stands in the new text. */
  readonly at: number;
  readonly length: number;
  /** Its place among all pieces of the new text. */
  readonly index: number;
}

function retyped(piece: Piece, pattern: RegExp, by: (found: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let read = 0;
  let start = piece.start;
  const keep = (text: string): void => {
    const end = start + lengthOf(text);
    if (text) pieces.push({ start, end, text, how: 'kept' });
    start = end;
  };
  for (const match of piece.text.matchAll(pattern)) {
    const [found] = match;
    const text = by(found);
    if (text === found) continue;
    keep(piece.text.slice(read, match.index));
    const end = start + lengthOf(found);
    pieces.push({ start, end, text, how: found === '' ? 'new' : 'changed' });
    start = end;
    read = match.index + found.length;
  }
  keep(piece.text.slice(read));
  return pieces;
}

function placeOf({ start, end }: Range, laid: readonly Laid[], known: readonly Laid[]): Place {
  const own: Laid[] = [];
  let kept = 0;
  const first = Math.max(
    0,
    lastAtMost(known, start, (one) => one.start),
  );
  for (let at = first; at < known.length && (known[at] as Laid).start < end; at += 1) {
    const piece = known[at] as Laid;
    if (piece.end <= start) continue;
    own.push(piece);
    if (piece.how === 'kept') kept += Math.min(end, piece.end) - Math.max(start, piece.start);
  }
  const share = kept / (end - start);
  const stands = own.filter(({ length }) => length > 0).sort((one, other) => one.index - other.index);
  const [head, tail] = [stands[0], stands.at(-1)];
  if (!head || !tail) return { range: null, kept: 0, isTorn: false };
  const mine = new Set(own);
  const isTorn = laid.slice(head.index, tail.index + 1).some((one) => one.how !== 'new' && !mine.has(one));
  if (isTorn) return { range: null, kept: share, isTorn };
  const within = (piece: Laid, offset: number): number =>
    piece.at + Math.min(Math.max(0, offset - piece.start), piece.length);
  const from = head.how === 'kept' ? within(head, start) : head.at;
  const to = tail.how === 'kept' ? within(tail, end) : tail.at + tail.length;
  return { range: { start: from, end: to }, kept: share, isTorn };
}
