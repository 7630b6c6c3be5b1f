/**
 * A whole document edited as the bench wants it: two in a hundred words changed, two in a hundred paragraphs taken out, three put in;
 * and passages of all lengths anywhere in it, with what became of each.
 */
import { describe } from '../../../src/anchoring/describe.ts';
import { plainText, type PlainText } from '../../../src/model/plain-text.ts';
import { Dice } from '../../notebook/generate.ts';
import type { Case, Passage } from './case.ts';
import { Draft, type Edited, type Range } from './draft.ts';
import { Making } from './making.ts';
import { sampleOf, type Sample, type Word } from './sample.ts';

/** How many words a reader marks: one in ten passages is a word or two, one in six is longer than a sentence. */
function someLength(dice: Dice): number {
  const throwOf = dice.next();
  if (throwOf < 0.1) return 1 + dice.below(2);
  if (throwOf < 0.25) return 3 + dice.below(3);
  return throwOf < 0.85 ? 6 + dice.below(25) : 31 + dice.below(60);
}

function edit(sample: Sample, dice: Dice): Edited {
  const making = new Making(sample, dice);
  const { draft } = making;
  const paragraphs = dice.shuffle(sample.paragraphs);
  const share = (hundredths: number): number =>
    Math.max(1, Math.round((paragraphs.length * hundredths) / 100));
  const gone = paragraphs.slice(0, share(2));
  for (const paragraph of gone) {
    making.use(paragraph);
    draft.drop(paragraph.start);
  }
  const words = sample.sentences.reduce((sum, one) => sum + one.words.length, 0);
  const plain = sample.sentences.flatMap((one) => (making.isUsed(one) ? [] : making.plainWords(one)));
  for (const word of dice.shuffle(plain).slice(0, Math.round(words * 0.02)))
    draft.rewrite(word, making.otherWord(word.text));
  for (let count = share(3); count > 0; count -= 1)
    draft.add(dice.pick(sample.paragraphs).start, dice.pick(sample.foreign));
  return draft.write();
}

const occursOnce = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);

/** What became of a passage; null where there is no one right answer: it was torn apart, or more than half of it is gone. */
function fateOf(
  edited: Edited,
  after: PlainText,
  exact: string,
  range: Range,
): Pick<Passage, 'fate' | 'truth'> | null {
  const { range: truth, kept, isTorn } = edited.place(range);
  if (kept === 0 && !isTorn) return { fate: 'gone', truth: null };
  if (!truth || kept < 0.5) return null;
  return { fate: after.slice(truth.start, truth.end) === exact ? 'same' : 'changed', truth };
}

/**
 * Edits the first `points` characters of the paragraphs, and marks `count` passages in them. With `isEdited` false the text stays as
 * it is.
 */
export function makeDocument(
  paragraphs: readonly string[],
  {
    points,
    count,
    seed,
    isEdited = true,
  }: { points: number; count: number; seed: number; isEdited?: boolean },
): Case {
  const dice = new Dice(seed);
  let to = 0;
  for (let sum = 0; to < paragraphs.length && sum < points; to += 1) sum += (paragraphs[to]?.length ?? 0) + 1;
  const sample = sampleOf(
    paragraphs.slice(0, to),
    paragraphs.slice(to).filter((text) => text.length > 120),
  );
  const edited = isEdited ? edit(sample, dice) : new Draft(sample.text).write();
  const [plain, after] = [plainText(sample.text), plainText(edited.after)];
  const words = sample.sentences.flatMap((one) => one.words);
  const passages: Passage[] = [];
  while (passages.length < count) {
    const first = dice.below(words.length);
    const start = (words[first] as Word).start;
    const last = words[Math.min(words.length - 1, first + someLength(dice) - 1)] as Word;
    const target = describe(plain, start, last.end);
    const found = fateOf(edited, after, target.exact, target);
    if (!found) continue;
    if (count <= 2_000 && !occursOnce(sample.text, target.prefix + target.exact + target.suffix)) continue;
    passages.push({ target, ...found });
  }
  return {
    kind: isEdited ? 'edited' : 'unchanged',
    work: 'document',
    seed,
    before: edited.before,
    after: edited.after,
    passages,
  };
}
