/** A stretch of a work to edit: where its words, sentences and paragraphs stand, and foreign paragraphs of the same hand to put in. */
import type { Dice } from '../../notebook/generate.ts';
import type { Range } from './draft.ts';
import type { Work } from './texts.ts';

export interface Word extends Range {
  readonly text: string;
}

export interface Sentence extends Range {
  readonly words: readonly Word[];
}

export interface Sample {
  readonly text: string;
  readonly paragraphs: readonly Range[];
  readonly sentences: readonly Sentence[];
  /** Ordinary words in small letters, to put in the place of others. */
  readonly ordinary: readonly string[];
  /** Words with a capital that stand inside of sentences. */
  readonly names: readonly string[];
  readonly foreign: readonly string[];
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const lengthOf = (text: string): number => Array.from(text).length;

/** The words of a text; offsets in code points from `base`. */
export function wordsOf(text: string, base = 0): Word[] {
  const words: Word[] = [];
  let read = 0;
  let at = base;
  for (const match of text.matchAll(wordPattern)) {
    const start = at + lengthOf(text.slice(read, match.index));
    const end = start + lengthOf(match[0]);
    words.push({ start, end, text: match[0] });
    at = end;
    read = match.index + match[0].length;
  }
  return words;
}

function sentencesOf(paragraph: string, base: number): Sentence[] {
  let start = base;
  return paragraph.split(/(?<=[.?!;:]["”’)]*) /u).map((text) => {
    const end = start + lengthOf(text);
    const sentence = { start, end, words: wordsOf(text, start) };
    start = end + 1;
    return sentence;
  });
}

const small = /^[\p{Ll}\p{Lo}\p{M}]{4,}$/u;
const capital = /^\p{Lu}\p{Ll}{3,}$/u;

/** What stands in the text is left to edits of its own: a word that turns a sentence round, or that counts. */
export const isMeaningful = (word: string): boolean =>
  /^(?:not|no|never|none|nor|neither|nothing|without|cannot|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|first|second|third|all|every|some|any|always|only|more|less|before|after|above|under|over)$|\p{N}|\p{Lu}/u.test(
    word,
  );

/** A sample of `own` paragraphs, and foreign ones to put in. */
export function sampleOf(own: readonly string[], foreign: readonly string[]): Sample {
  let start = 0;
  const paragraphs = own.map((text) => {
    const range = { start, end: start + lengthOf(text) };
    start = range.end + 1;
    return range;
  });
  const sentences = own.flatMap((text, at) => sentencesOf(text, paragraphs[at]?.start ?? 0));
  const words = sentences.flatMap((one) => one.words);
  const inner = sentences.flatMap((one) => one.words.slice(1));
  const unique = (all: readonly Word[], fits: (word: string) => boolean): string[] => [
    ...new Set(all.map(({ text }) => text).filter(fits)),
  ];
  return {
    text: own.join('\n'),
    paragraphs,
    sentences,
    ordinary: unique(words, (word) => small.test(word) && !isMeaningful(word)),
    names: unique(inner, (word) => capital.test(word)),
    foreign,
  };
}

/**
 * A sample of about `points` characters that begins anywhere, made ready by `prepare`. Of a short work a quarter is kept back,
 * so that there are foreign paragraphs.
 */
export function someSample(
  { paragraphs }: Work,
  dice: Dice,
  points: number,
  prepare: (text: string) => string = (text) => text,
): Sample {
  const all = paragraphs.reduce((sum, text) => sum + text.length + 1, 0);
  const wanted = Math.min(points, all * 0.75);
  const first = dice.below(Math.max(1, Math.floor(paragraphs.length * (1 - wanted / all))));
  let to = first;
  for (let sum = 0; to < paragraphs.length && sum < wanted; to += 1) sum += (paragraphs[to]?.length ?? 0) + 1;
  const others = [...paragraphs.slice(0, first), ...paragraphs.slice(to)].filter((text) => text.length > 120);
  const count = Math.ceil((to - first) / 20);
  const foreign = others.length > 0 ? Array.from({ length: count }, () => dice.pick(others)) : [];
  return sampleOf(paragraphs.slice(first, to).map(prepare), foreign.map(prepare));
}
