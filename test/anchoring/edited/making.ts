/** Makes a case: picks passages of a sample, has a kind of edit done to each, and edits what is around them as time does. */
import { describe } from '../../../src/anchoring/describe.ts';
import { lastAtMost } from '../../../src/model/paper-text.ts';
import { plainText } from '../../../src/model/plain-text.ts';
import type { Target } from '../../../src/model/record-parts.ts';
import { Dice } from '../../notebook/generate.ts';
import type { Case, Fate, Passage } from './case.ts';
import { Draft, type Range } from './draft.ts';
import { isMeaningful, someSample, type Sample, type Sentence, type Word } from './sample.ts';
import type { Work } from './texts.ts';

/** What a kind of edit works with: the text, the pen, and which paragraphs are still as they were. */
export class Making {
  readonly sample: Sample;
  readonly draft: Draft;
  readonly dice: Dice;
  readonly #used = new Set<Range>();

  constructor(sample: Sample, dice: Dice) {
    this.sample = sample;
    this.draft = new Draft(sample.text);
    this.dice = dice;
  }

  paragraphOf({ start }: Range): Range {
    const { paragraphs } = this.sample;
    const found = paragraphs[lastAtMost(paragraphs, start, (one) => one.start)];
    if (!found) throw new RangeError(`There is no paragraph at ${start}.`);
    return found;
  }

  isUsed(passage: Range): boolean {
    return this.#used.has(this.paragraphOf(passage));
  }

  use(passage: Range): void {
    this.#used.add(this.paragraphOf(passage));
  }

  /** Paragraphs that nothing has been done to. */
  get free(): Range[] {
    return this.sample.paragraphs.filter((one) => !this.#used.has(one) && one.end - one.start > 40);
  }

  /** One of them, which is not free from then on; null where none is left. */
  takeFree(): Range | null {
    const { free } = this;
    if (free.length === 0) return null;
    const taken = this.dice.pick(free);
    this.use(taken);
    return taken;
  }

  /** An ordinary word other than this one. */
  otherWord(word: string): string {
    const others = this.sample.ordinary.filter((one) => one !== word);
    return this.dice.pick(others);
  }

  /** Words of a sentence that may change without its meaning something plainly else. */
  plainWords({ words }: Sentence): Word[] {
    return words.filter(({ text }) => /^[\p{Ll}\p{Lo}\p{M}]{4,}$/u.test(text) && !isMeaningful(text));
  }
}

export interface Kind {
  readonly name: string;
  readonly fate: Fate;
  /** What the works are made into before they are edited. */
  readonly prepare?: (text: string) => string;
  /** Edits what a reader has marked in a sentence, and answers the passage; null where the sentence does not lend itself. */
  readonly edit: (making: Making, sentence: Sentence) => Range | null;
  /** Edits the text as a whole, after everything else. */
  readonly finish?: (making: Making) => void;
  /** What another tool has kept of a target. */
  readonly keep?: (target: Target, length: number) => Target;
}

/** Two in a hundred words of the other paragraphs become others, two paragraphs go, three are put in; of a few, one at least. */
function surroundings(making: Making): void {
  const { dice, draft, sample } = making;
  const { free } = making;
  const share = (count: number, hundredths: number): number =>
    Math.max(1, Math.round((count * hundredths) / 100));
  const isFree = (range: Range): boolean => !making.isUsed(range);
  const [gone, rest] = [free.slice(0, share(free.length, 2)), free.slice(share(free.length, 2))];
  if (rest.length > 0) for (const { start } of gone) draft.drop(start);
  const kept = new Set(rest);
  for (const sentence of sample.sentences) {
    if (!isFree(sentence) || !kept.has(making.paragraphOf(sentence))) continue;
    for (const word of making.plainWords(sentence)) {
      if (dice.next() < 0.04) draft.rewrite(word, making.otherWord(word.text));
    }
  }
  for (let count = share(sample.paragraphs.length, 3); count > 0 && sample.foreign.length > 0; count -= 1) {
    draft.add(dice.pick(sample.paragraphs).start, dice.pick(sample.foreign));
  }
}

const occursOnce = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);

/** Makes a case of a kind: `most` passages at most, each in a paragraph of its own. The seed says which. */
export function makeCase(kind: Kind, work: Work, seed: number, { most = 40, points = 60_000 } = {}): Case {
  const dice = new Dice(seed);
  const sample = someSample(work, dice, points, kind.prepare);
  const making = new Making(sample, dice);
  const plain = plainText(sample.text);
  const marked: Range[] = [];
  const wanted = Math.min(most, Math.floor(sample.paragraphs.length / 3));
  for (const sentence of dice.shuffle(sample.sentences)) {
    if (marked.length >= wanted) break;
    if (sentence.words.length < 4 || making.isUsed(sentence)) continue;
    const range = kind.edit(making, sentence);
    if (range) {
      making.use(range);
      marked.push(range);
    }
  }
  surroundings(making);
  kind.finish?.(making);
  const edited = making.draft.write();
  const passages = marked.flatMap((range): Passage[] => {
    const target = describe(plain, range.start, range.end);
    // A passage that cannot be told from another one has no right answer.
    if (!occursOnce(sample.text, target.prefix + target.exact + target.suffix)) return [];
    if (kind.keep && !occursOnce(sample.text, target.exact)) return [];
    const kept = kind.keep ? kind.keep(target, plain.length) : target;
    if (kind.fate === 'gone') return [{ target: kept, fate: 'gone', truth: null }];
    const { range: truth } = edited.place(range);
    return truth ? [{ target: kept, fate: kind.fate, truth }] : [];
  });
  return { kind: kind.name, work: work.name, seed, before: edited.before, after: edited.after, passages };
}
