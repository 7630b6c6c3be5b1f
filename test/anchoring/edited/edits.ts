/** What may happen to a passage, one function each: it edits the draft, and says what was marked, or that a sentence does not lend itself. */
import type { Range } from './draft.ts';
import type { Making } from './making.ts';
import type { Sentence, Word } from './sample.ts';

export const sentenceOf =
  (least: number, edit: (making: Making, sentence: Sentence) => boolean | void) =>
  (making: Making, sentence: Sentence): Range | null => {
    if (sentence.words.length < least) return null;
    return edit(making, sentence) === false ? null : sentence;
  };

export const nothing = (): void => undefined;

/** Changes one word in eight. */
export function changeWords(making: Making, sentence: Sentence): boolean {
  const words = making.plainWords(sentence);
  const count = Math.max(1, Math.floor(sentence.words.length / 8));
  if (words.length < count) return false;
  for (const word of making.dice.shuffle(words).slice(0, count))
    making.draft.rewrite(word, making.otherWord(word.text));
  return true;
}

/** A few words of a sentence in a row, and the sentence; null where it has not as many, or none of them means much. */
function few(making: Making, { words }: Sentence, count: number): { range: Range; at: number } | null {
  const at = making.dice.below(Math.max(1, words.length - count));
  const some = words.slice(at, at + count);
  const [first, last] = [some[0], some.at(-1)];
  if (some.length < count || !first || !last || !some.some(({ text }) => text.length > 3)) return null;
  return { range: { start: first.start, end: last.end }, at };
}

export const fewWords =
  (count: number, edit: (making: Making, sentence: Sentence, range: Range, at: number) => boolean | void) =>
  (making: Making, sentence: Sentence): Range | null => {
    const found = few(making, sentence, count);
    if (!found) return null;
    return edit(making, sentence, found.range, found.at) === false ? null : found.range;
  };

/** Changes a word two to four words before or behind. */
export function changeNeighbour(count: number) {
  return (making: Making, { words }: Sentence, _range: Range, at: number): boolean => {
    const near = [at - 4, at - 3, at - 2, at + count + 1, at + count + 2, at + count + 3];
    const others = near.flatMap((index) => words[index] ?? []).filter(({ text }) => text.length > 3);
    if (others.length === 0) return false;
    const word = making.dice.pick(others);
    making.draft.rewrite(word, making.otherWord(word.text));
    return true;
  };
}

/** With the space behind it. */
export function cutWords({ draft }: Making, { start, end }: Range): void {
  const behind = draft.slice({ start: end, end: end + 1 });
  draft.cut({ start, end: behind === ' ' ? end + 1 : end });
}

export function misspell(making: Making, sentence: Sentence): boolean {
  const words = sentence.words.filter(({ text }) => /^\p{L}{5,}$/u.test(text));
  const count = Math.max(1, Math.floor(sentence.words.length / 10));
  if (words.length < count) return false;
  for (const word of making.dice.shuffle(words).slice(0, count)) {
    const at = 1 + making.dice.below(word.text.length - 3);
    const { text } = word;
    const wrong = [
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + text.slice(at, at + 1) + text.slice(at),
      `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`,
    ].filter((one) => one !== text);
    making.draft.rewrite(word, making.dice.pick(wrong));
  }
  return true;
}

export function putInAndOut(making: Making, sentence: Sentence): boolean {
  const words = making
    .plainWords(sentence)
    .filter((word) => word !== sentence.words[0] && word !== sentence.words.at(-1));
  if (words.length < 3) return false;
  const [first, second] = making.dice
    .shuffle(words)
    .slice(0, 2)
    .sort((one, other) => one.start - other.start) as [Word, Word];
  making.draft.insert(first.start, `${making.otherWord(first.text)} `);
  cutWords(making, second);
  return true;
}

export function movedParagraph(making: Making, sentence: Sentence): boolean {
  const aim = making.takeFree();
  if (!aim) return false;
  making.draft.move(making.paragraphOf(sentence).start, aim.start);
  return true;
}

/** Two sentences of a paragraph, parted by a new paragraph. */
export function splitParagraph(making: Making, sentence: Sentence): Range | null {
  const { sentences } = making.sample;
  const next = sentences[sentences.indexOf(sentence) + 1];
  if (!next || making.paragraphOf(next) !== making.paragraphOf(sentence) || next.words.length < 2)
    return null;
  making.draft.split(next.start);
  return { start: sentence.start, end: next.end };
}

/** The last sentence of a paragraph and the first of the next, which becomes one paragraph with it. */
export function joinedParagraphs(making: Making, sentence: Sentence): Range | null {
  const { sentences } = making.sample;
  const next = sentences[sentences.indexOf(sentence) + 1];
  if (!next || making.paragraphOf(next) === making.paragraphOf(sentence) || making.isUsed(next)) return null;
  making.use(next);
  making.draft.join(sentence.start);
  return { start: sentence.start, end: next.end };
}

export const isName = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}{3,}$/u.test(text);
const numbers = 'two three four five six seven eight nine ten twenty fifty hundred thousand'.split(' ');
export const isNumber = ({ text }: Word): boolean => /^\d+$/u.test(text) || numbers.includes(text);

export function otherName(making: Making, { text }: Word): string {
  return making.dice.pick(making.sample.names.filter((one) => one.slice(0, 4) !== text.slice(0, 4)));
}

export const otherNumber = (making: Making, { text }: Word): string =>
  /^\d/u.test(text)
    ? String(Number(text) + 1 + making.dice.below(9))
    : making.dice.pick(numbers.filter((one) => one !== text));

/** The sentence with one name or number changed: where it stands in the sentence, and what stands there then. */
function lookAlike(making: Making, { words }: Sentence): { word: Word; by: string } | null {
  const word = words.slice(1).find((one) => isName(one) || isNumber(one));
  if (!word || making.sample.names.length < 4) return null;
  return { word, by: isName(word) ? otherName(making, word) : otherNumber(making, word) };
}

export function lookAlikeElsewhere(making: Making, sentence: Sentence): boolean {
  const found = lookAlike(making, sentence);
  const aim = found && making.takeFree();
  if (!aim) return false;
  const { draft } = making;
  const { word, by } = found;
  const copy = `${draft.slice({ start: sentence.start, end: word.start })}${by}${draft.slice({ start: word.end, end: sentence.end })}`;
  cutWords(making, sentence);
  draft.insert(aim.end, ` ${copy}`);
  return true;
}

export function twinElsewhere(making: Making, sentence: Sentence): boolean {
  const aim = making.takeFree();
  if (!aim) return false;
  const copy = making.draft.slice(sentence);
  if (!changeWords(making, sentence)) return false;
  making.draft.insert(aim.end, ` ${copy}`);
  return true;
}

export function changeOne(fits: (word: Word) => boolean, by: (making: Making, word: Word) => string) {
  return (making: Making, { words }: Sentence): boolean => {
    const word = words.slice(1).find(fits);
    if (!word || making.sample.names.length < 4) return false;
    making.draft.rewrite(word, by(making, word));
    return true;
  };
}

/** Says the contrary: takes “not” or “never” out, or puts “not” in. */
export function changeNegation(making: Making, { words }: Sentence): boolean {
  const no = words.slice(1, -1).find(({ text }) => text === 'not' || text === 'never');
  if (no) {
    cutWords(making, no);
    return true;
  }
  const verb = words
    .slice(0, -1)
    .find(({ text }) => /^(?:is|are|was|were|will|shall|has|have|can|must|should|would)$/u.test(text));
  if (!verb) return false;
  making.draft.insert(verb.end, ' not');
  return true;
}

/** As another press would set it: other quotation marks and dashes, ligatures, hyphens at the ends of lines, hard spaces. */
export function retypeset({ draft, dice }: Making): void {
  draft.retype(/[“”]/gu, () => '"');
  draft.retype(/[‘’]/gu, () => "'");
  draft.retype(/ ?[—–] ?/gu, () => ' -- ');
  draft.retype(
    /ffi|ffl|ff|fi|fl/gu,
    (found) => ({ ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' })[found] ?? found,
  );
  draft.retype(/…|\.\.\./gu, (found) => (found === '…' ? '. . .' : '…'));
  draft.retype(/(?<=\p{Ll}{4})(?=\p{Ll}{4})(?<!-)/gu, () =>
    dice.next() < 0.1 ? dice.pick(['- ', '\u00AD']) : '',
  );
  draft.retype(/(?<=\p{L}) (?=\p{Ll}{2,3} )/gu, () => (dice.next() < 0.2 ? '\u00A0' : ' '));
}
