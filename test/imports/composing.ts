/** The blocks of a random manuscript, word by word: headings, paragraphs, quotations, lists. Its notes and pages come after. */
import type { DraftKind, DraftMark, DraftMarker, DraftPage } from '../../src/model/draft.ts';
import type { Dice } from '../notebook/generate.ts';
import { roman } from './labels.ts';
import type { Shape } from './manuscript.ts';
import { decoys, foreign } from './phrases.ts';
import type { Source } from './sources.ts';

/** A word with what stands at it. `tail` is punctuation that is printed behind its markers. */
export interface Word {
  text: string;
  tail: string;
  marks: readonly DraftMark[];
  href: string | null;
  page: DraftPage | null;
  readonly markers: DraftMarker[];
}

export interface Composed {
  readonly kind: DraftKind;
  readonly level?: number;
  readonly label?: string;
  readonly isContinued?: true;
  readonly words: Word[];
}

export const wordsIn = (text: string): Word[] =>
  text.split(' ').map((word) => ({ text: word, tail: '', marks: [], href: null, page: null, markers: [] }));

/** Takes sentences of a source in their order, from somewhere in it: none comes twice before all have come. */
export class Pen {
  readonly dice: Dice;
  readonly #sentences: readonly string[];
  #at: number;

  constructor({ sentences }: Source, dice: Dice) {
    this.dice = dice;
    this.#sentences = sentences;
    this.#at = dice.below(sentences.length);
  }

  sentence(): string {
    this.#at = (this.#at + 1) % this.#sentences.length;
    return this.#sentences[this.#at] as string;
  }

  sentences(least: number, most: number): string {
    const count = least + this.dice.below(most - least + 1);
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  /** Some words without punctuation, as titles have them. */
  title(): string {
    const words = this.sentence()
      .split(/[^\p{L}\p{M}’'-]+/u)
      .filter((word) => word.length > 1);
    const some = words.slice(0, 3 + this.dice.below(4)).join(' ');
    return some.charAt(0).toUpperCase() + some.slice(1);
  }
}

const listLabels: readonly ((count: number) => string | undefined)[] = [
  (count) => `(${roman(count)})`,
  (count) => `${count}.`,
  (count) => `(${String.fromCharCode(96 + count)})`,
  () => undefined,
];

/** Counts the headings of three levels. */
class Headings {
  readonly #counts = [0, 0, 0];

  next(level: number, style: Shape['headings']): string | undefined {
    this.#counts[level - 1] = (this.#counts[level - 1] as number) + 1;
    this.#counts.fill(0, level);
    const [first, second, third] = this.#counts as [number, number, number];
    if (style === 'decimal') return this.#counts.slice(0, level).join('.');
    if (style !== 'labelled') return undefined;
    if (level === 1) return `${roman(first).toUpperCase()}.`;
    return level === 2 ? `${String.fromCharCode(64 + second)}.` : `${third}.`;
  }
}

/** So many different numbers below `limit`. */
function some(dice: Dice, count: number, limit: number): ReadonlySet<number> {
  const all = Array.from({ length: limit }, (_, at) => at);
  const taken = new Set<number>();
  for (let left = Math.min(count, limit); left > 0; left -= 1)
    taken.add(all.splice(dice.below(all.length), 1)[0] as number);
  return taken;
}

function quotation(pen: Pen): Composed[] {
  const first: Composed = { kind: 'quotation', words: wordsIn(pen.sentences(2, 4)) };
  return pen.dice.below(4) > 0
    ? [first]
    : [first, { kind: 'quotation', isContinued: true, words: wordsIn(pen.sentences(2, 3)) }];
}

function list(pen: Pen): Composed[] {
  const label = pen.dice.pick(listLabels);
  const nested = pen.dice.pick(listLabels.filter((one) => one !== label));
  const hasNested = pen.dice.below(2) === 0;
  const items: Composed[] = [];
  const add = (level: number, marker: string | undefined): void => {
    const words = wordsIn(pen.sentence());
    items.push({ kind: 'item', level, ...(marker === undefined ? {} : { label: marker }), words });
  };
  const count = 3 + pen.dice.below(3);
  for (let at = 1; at <= count; at += 1) {
    add(1, label(at));
    if (hasNested && at === 2) for (let below = 1; below <= 2; below += 1) add(2, nested(below));
  }
  return items;
}

/** A heading's level before a paragraph: 1 at the beginning, then now and then; a level is never left out. */
function headingLevel(at: number, last: number, dice: Dice): number | null {
  if (at === 0) return 1;
  const chance = dice.below(16);
  if (chance < 2) return 1;
  if (chance < 4 && last >= 1) return 2;
  return chance < 5 && last >= 2 ? 3 : null;
}

function paragraph(pen: Pen, decoyed: boolean, isForeign: boolean): Composed {
  const sentences = pen.sentences(3, 8).split(/(?<=[.?!]) (?=\p{Lu})/u);
  const insert = (sentence: string): void => {
    sentences.splice(1 + pen.dice.below(sentences.length), 0, sentence);
  };
  if (decoyed) insert(pen.dice.pick(decoys));
  if (isForeign) insert(pen.dice.pick(foreign));
  return { kind: 'paragraph', words: wordsIn(sentences.join(' ')) };
}

/** Text, headings, quotations and lists of a manuscript; without notes, pages and emphasis. */
export function compose(pen: Pen, shape: Shape): Composed[] {
  const { dice } = pen;
  const places = (count: number): ReadonlySet<number> => some(dice, count, shape.paragraphs);
  const [quoted, listed, decoyed] = [places(shape.quotations), places(shape.lists), places(shape.decoys)];
  const foreignAt = places(shape.scripts ? Math.ceil(shape.paragraphs / 6) : 0);
  const headings = new Headings();
  const blocks: Composed[] = [];
  let last = 0;
  for (let at = 0; at < shape.paragraphs; at += 1) {
    const level = shape.headings === 'none' ? null : headingLevel(at, last, dice);
    if (level !== null) {
      const label = headings.next(level, shape.headings);
      const words = wordsIn(pen.title());
      blocks.push({ kind: 'heading', level, ...(label === undefined ? {} : { label }), words });
      last = level;
    }
    blocks.push(paragraph(pen, decoyed.has(at), foreignAt.has(at)));
    if (quoted.has(at)) blocks.push(...quotation(pen));
    if (listed.has(at)) blocks.push(...list(pen));
    if (quoted.has(at) || listed.has(at)) blocks.push(paragraph(pen, false, false));
  }
  return blocks;
}
