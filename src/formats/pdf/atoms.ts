/** Inline content as it is put together of lines: text, signs that may be markers, beginnings of pages. */
import type { DraftInline, DraftMark } from '../../model/draft.ts';
import { judgeHyphen, type Hyphen, type Words } from './hyphens.ts';
import { labelOf } from './labels.ts';
import { accented } from './letters.ts';
import type { Line, Piece } from './lines.ts';
import type { Measure } from './measure.ts';
import type { PdfLink } from './pages.ts';

/** A sign that may be a marker. `note` is set once it is known to be one. */
export interface Sign {
  readonly label: string;
  readonly page: number;
  readonly y: number;
  readonly leads: PdfLink | null;
  /** The last letters before it. */
  readonly before: string;
  note: string | null;
}

export interface TextAtom {
  text: string;
  readonly marks: readonly DraftMark[];
  readonly href: string | null;
}

export type Atom =
  | { readonly kind: 'text'; readonly at: TextAtom }
  | { readonly kind: 'sign'; readonly signs: readonly Sign[]; readonly text: string }
  | { readonly kind: 'page'; readonly page: number };

/** A hyphen that nothing decides; `offset` in code points of the words before it. */
export interface Undecided {
  readonly offset: number;
  readonly quote: string;
  readonly certainty: number;
}

export interface Atoms {
  readonly atoms: readonly Atom[];
  readonly undecided: readonly Undecided[];
}

function marksOf(piece: Piece, measure: Pick<Measure, 'isBold' | 'isItalic'>): DraftMark[] {
  const marks: DraftMark[] = [];
  if (piece.isItalic && !measure.isItalic) marks.push('em');
  if (piece.isBold && !measure.isBold) marks.push('strong');
  if (piece.rise === 1) marks.push('superscript');
  if (piece.rise === -1) marks.push('subscript');
  return marks;
}

/** The labels in a raised text: `12`, `1,2`, `*`; null where it is anything else. */
function labelsIn(text: string): readonly string[] | null {
  const parts = text
    .trim()
    .split(/\s*[,;]\s*|\s+/u)
    .filter(Boolean);
  const labels = parts.map(labelOf);
  return labels.length > 0 && labels.every((label) => label !== null) ? labels : null;
}

/** A line's end to which the next is tied: a hyphen, a dash or a slash at a word. */
const isTied = (text: string): boolean => /\S[-‐\u00ad—–/]$/u.test(text);

/** Writes lines one after the other. */
export class AtomWriter {
  readonly atoms: Atom[] = [];
  readonly undecided: Undecided[] = [];
  readonly #words: Words;
  readonly #look: Pick<Measure, 'isBold' | 'isItalic'>;
  #text = '';
  #page = -1;
  /** A page that begins in the midst of a word: it is put behind it. */
  #waiting: number | null = null;

  /** `look`: how letters are that are not set apart. */
  constructor(words: Words, look: Pick<Measure, 'isBold' | 'isItalic'>) {
    this.#words = words;
    this.#look = look;
  }

  /** `skip`: letters at its beginning that are left out (a label). `isFirst`: nothing of the page came before it. */
  line(line: Line, skip: number): void {
    const start = this.#text === '' ? '' : this.#join(line.text.slice(skip).trimStart());
    if (this.#page >= 0 && line.page !== this.#page) this.#turn(start, line);
    else this.#put(start, [], null);
    this.#page = line.page;
    for (const piece of raisedTogether(without(line.pieces, skip))) this.#piece(piece, line);
    this.#trimEnd();
  }

  /** Begins a page: before what comes next, behind the end of a broken word. */
  #turn(start: string, line: Line): void {
    this.#put(start, [], null);
    if (start === ' ') this.atoms.push({ kind: 'page', page: line.page });
    else this.#waiting = line.page;
  }

  #piece(piece: Piece, line: Line): void {
    const labels = piece.rise === 1 ? labelsIn(piece.text) : null;
    if (labels === null) {
      this.#put(piece.text, marksOf(piece, this.#look), piece.href);
      return;
    }
    const before = this.#text.slice(-24);
    const { page, y } = line;
    const { leads } = piece;
    const signs = labels.map((label): Sign => ({ label, page, y, leads, before, note: null }));
    if (/^\s/u.test(piece.text) && !/\s$/u.test(this.#text)) this.#put(' ', [], null);
    this.atoms.push({ kind: 'sign', signs, text: piece.text.trim() });
  }

  #put(text: string, marks: readonly DraftMark[], href: string | null): void {
    if (text === '') return;
    const end = this.#waiting === null ? -1 : text.search(/\s/u);
    if (this.#waiting !== null && end >= 0) {
      const page = this.#waiting;
      this.#waiting = null;
      this.#put(text.slice(0, end + 1), marks, href);
      this.atoms.push({ kind: 'page', page });
      this.#put(text.slice(end + 1), marks, href);
      return;
    }
    const last = this.atoms.at(-1);
    const isBlank = text.trim() === '';
    const isSame =
      last?.kind === 'text' &&
      last.at.href === href &&
      (last.at.marks.join() === marks.join() || (isBlank && last.at.marks.length === 0));
    if (isSame) last.at.text = last.at.text.slice(0, -1) + accented(last.at.text.slice(-1) + text);
    else this.atoms.push({ kind: 'text', at: { text, marks, href } });
    this.#text = (this.#text + text).slice(-200);
  }

  #trimEnd(): void {
    const last = this.atoms.at(-1);
    if (last?.kind !== 'text') return;
    last.at.text = last.at.text.trimEnd();
    this.#text = this.#text.trimEnd();
    if (last.at.text === '') this.atoms.pop();
  }

  /** What stands between the lines; takes a hyphen away that is none of the word's. */
  #join(next: string): string {
    const last = this.atoms.at(-1);
    if (/^—\S/u.test(next)) return '';
    if (last?.kind !== 'text' || !isTied(last.at.text)) return ' ';
    const judged = judgeHyphen(last.at.text, next, this.#words);
    if (judged !== null) this.#judged(last.at, next, judged);
    return '';
  }

  #judged(last: TextAtom, next: string, { isKept, certainty }: Hyphen): void {
    if (certainty < 1) {
      const quote = `${/(?<!\S)\S*$/u.exec(last.text)?.[0] ?? ''}${/^\S*/u.exec(next)?.[0] ?? ''}`;
      this.undecided.push({ offset: this.length - 1, quote, certainty });
    }
    if (isKept) return;
    last.text = last.text.slice(0, -1);
    this.#text = this.#text.slice(0, -1);
  }

  /** Code points written. */
  get length(): number {
    return this.atoms.reduce((sum, one) => sum + (one.kind === 'text' ? [...one.at.text].length : 0), 0);
  }
}

/** The pieces of a line but for its first letters, white space counted once, and what is blank behind them. */
function without(pieces: readonly Piece[], skip: number): readonly Piece[] {
  let left = skip;
  let isBlank = true;
  return pieces.flatMap((piece) => {
    let at = 0;
    const letters = piece.text;
    while (at < letters.length && (left > 0 || isBlank)) {
      const blank = /\s/u.test(letters.charAt(at));
      if (!blank && left === 0) break;
      if (!blank || !isBlank) left -= 1;
      isBlank = blank || left === 0;
      at += 1;
    }
    if (at < letters.length) isBlank = false;
    return at < letters.length ? [{ ...piece, text: letters.slice(at) }] : [];
  });
}

/** Raised pieces that touch, as one: a number may be printed digit by digit. */
function raisedTogether(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const one of pieces) {
    const last = out.at(-1);
    const touches =
      last?.rise === 1 && one.rise === 1 && one.x - last.right < 0.25 * one.size && !/^\s/u.test(one.text);
    if (touches && (last.leads === one.leads || one.leads === null))
      out[out.length - 1] = { ...last, text: last.text + one.text, right: one.right };
    else out.push(one);
  }
  return out;
}

/** Atoms as content; `pageLabel` gives a page's label, null where it has none to show. */
export function inlineOf(
  atoms: readonly Atom[],
  page: (page: number) => DraftInline | null,
): readonly DraftInline[] {
  return atoms.flatMap((atom): DraftInline[] => {
    if (atom.kind === 'page') {
      const one = page(atom.page);
      return one ? [one] : [];
    }
    if (atom.kind === 'text') {
      const { text, marks, href } = atom.at;
      return [{ kind: 'text', text, ...(marks.length > 0 ? { marks } : {}), ...(href ? { href } : {}) }];
    }
    if (atom.signs.every(({ note }) => note === null))
      return [{ kind: 'text', text: atom.text, marks: ['superscript'] }];
    return atom.signs.map(({ label, note }): DraftInline =>
      note === null ? { kind: 'text', text: label, marks: ['superscript'] } : { kind: 'marker', note, label },
    );
  });
}
