/** Notes, pages and emphasis put into the blocks of a random manuscript. */
import { noteId, type DraftInline, type DraftMarker, type DraftNote } from '../../src/model/draft.ts';
import type { Dice } from '../notebook/generate.ts';
import { wordsIn, type Composed, type Pen, type Word } from './composing.ts';
import { labelOf, restartsWith, roman } from './labels.ts';
import type { Shape } from './manuscript.ts';

type Style = Pick<Word, 'marks' | 'href'>;

const plain: Style = { marks: [], href: null };

const isSame = (one: Style, other: Style): boolean =>
  one.href === other.href && one.marks.join() === other.marks.join();

/** Inline content as it grows: text is one run as long as its style stays. */
class Inline {
  readonly content: DraftInline[] = [];
  #text = '';
  #style: Style = plain;

  write(text: string, style: Style): void {
    if (text !== '' && !isSame(style, this.#style)) this.close();
    this.#style = text === '' ? this.#style : style;
    this.#text += text;
  }

  put(...things: readonly DraftInline[]): void {
    if (things.length > 0) this.close();
    this.content.push(...things);
  }

  close(): void {
    const { marks, href } = this.#style;
    const style = { ...(marks.length > 0 ? { marks } : {}), ...(href === null ? {} : { href }) };
    if (this.#text !== '') this.content.push({ kind: 'text', text: this.#text, ...style });
    this.#text = '';
  }
}

/** Words as inline content. A space belongs to emphasis or a link only inside of it. */
export function inlineOf(words: readonly Word[]): DraftInline[] {
  const inline = new Inline();
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (word.page) inline.put(word.page);
    inline.write(word.text, word);
    inline.put(...word.markers);
    inline.write(word.tail, word);
    if (next) inline.write(' ', isSame(word, next) ? word : plain);
  });
  inline.close();
  return inline.content;
}

/** Emphasises some runs of words, and links some. */
export function emphasise(blocks: readonly Composed[], shape: Shape, dice: Dice): void {
  const styles = [['em'], ['em'], ['strong'], ['small_caps']] as const;
  for (const { words } of blocks) {
    for (let at = 1; at + 4 < words.length; at += 5) {
      const run = words.slice(at, at + 1 + dice.below(3));
      const chance = dice.below(30);
      if (shape.emphasis && chance < 2) {
        const marks = dice.pick(styles);
        for (const word of run) word.marks = marks;
      } else if (shape.links && chance === 2) {
        const href = `https://example.org/${dice.below(1000)}`;
        for (const word of run) word.href = href;
      }
    }
  }
}

/** Begins pages: the first with the text, the others after so many words. */
export function paginate(blocks: readonly Composed[], shape: Shape, dice: Dice): void {
  if (shape.pages === 0) return;
  let count = 0;
  let left = 0;
  for (const word of blocks.flatMap(({ words }) => words)) {
    if (left <= 0) {
      const isFront = count < shape.romanPages;
      const label = isFront ? roman(count + 1) : String(shape.firstPage + count - shape.romanPages);
      word.page = { kind: 'page', label, evidence: 'printed' };
      count += 1;
      left = Math.round(shape.pages * (0.9 + dice.next() / 5));
    }
    left -= 1;
  }
}

/** How well a marker stands behind a word: mostly at the end of a sentence, sometimes at a clause, rarely elsewhere. */
function weight(words: readonly Word[], at: number): number {
  const { text } = words[at] as Word;
  if (/\d/u.test(text) || text.length < 3) return 0;
  if (/[.?!][”’)]?$/u.test(text)) return /^\p{Lu}/u.test(words[at + 1]?.text ?? 'A') ? 12 : 0;
  return /[,;:]$/u.test(text) ? 2 : /^\p{Ll}+$/u.test(text) && at > 3 ? 0.15 : 0;
}

/** Words that take markers, in their order; fewer than wanted where the text has no more. */
export function sites(blocks: readonly Composed[], count: number, dice: Dice): ReadonlySet<Word> {
  const all = blocks
    .filter(({ kind }) => kind !== 'heading')
    .flatMap(({ words }) => words.map((word, at) => ({ word, weight: weight(words, at) })))
    .filter((one) => one.weight > 0)
    .map(({ word, weight: heavy }) => ({ word, key: Math.log(1 - dice.next()) / heavy }));
  all.sort((a, b) => b.key - a.key);
  return new Set(all.slice(0, count).map(({ word }) => word));
}

const names = ['Ishmael', 'H. Melville', 'Th. Jefferson', 'Anne Hathaway', 'J. Q. Adams', 'Émile Noël'];

/** Makes notes in the order of their markers. */
export class Noting {
  readonly notes: DraftNote[] = [];
  readonly #taken = new Set<string>();
  readonly #shape: Shape;
  readonly #pen: Pen;
  #count = 0;
  #since = 0;
  #nested: number;

  constructor(shape: Shape, pen: Pen) {
    this.#shape = shape;
    this.#pen = pen;
    this.#nested = shape.nested;
  }

  /** A chapter or a page begins. */
  begin(what: 'chapter' | 'page'): void {
    if (restartsWith(this.#shape.labels) !== what) return;
    this.#count = 0;
    this.#since = this.notes.length;
  }

  /** The notes made since the numbering began, or began again. */
  get lately(): readonly DraftNote[] {
    return this.notes.slice(this.#since);
  }

  next(): DraftMarker {
    this.#count += 1;
    const label = labelOf(this.#shape.labels, this.#count);
    const id = noteId(label, this.#taken);
    const isMissing = this.#pen.dice.next() < this.#shape.missing;
    const at = this.notes.push({ id, label, content: [] }) - 1;
    if (!isMissing) this.notes[at] = { id, label, content: this.#words() };
    return { kind: 'marker', note: id, label };
  }

  #words(): DraftInline[][] {
    const { dice } = this.#pen;
    const kind = dice.below(4);
    const page = `p. ${1 + dice.below(400)}.`;
    const cited = `${dice.pick(names)}, ${this.#pen.title()} (${1800 + dice.below(200)}), ${page}`;
    const text = kind === 0 ? `Ibid., ${page}` : kind === 1 ? this.#pen.sentence() : cited;
    const words = wordsIn(kind === 3 ? `${text} ${this.#pen.sentence()}` : text);
    if (this.#nested > 0 && words.length > 6) {
      this.#nested -= 1;
      (words.at(-1) as Word).markers.push(this.next());
    }
    const further = dice.below(12) === 0 ? [inlineOf(wordsIn(this.#pen.sentence()))] : [];
    return [inlineOf(words), ...further];
  }
}
