/**
 * Whom the text itself names as authority, and who only speaks in it. By rules: each answer carries its
 * confidence. Names that are surely authorities somewhere make the doubtful places surer, and persons of
 * whom the text tells a story are speakers rather than sources. Pure.
 */
import type { Block } from '../model/paper-text.ts';
import { hintAt, pronounAt, type AttributionHow, type Hint } from './attribution-rules.ts';
import { blockWords } from './block-words.ts';
import { namesIn, type NameSpan } from './names.ts';
import { quotedIn } from './quotations.ts';
import { sentencesIn, type Readable, type Sentence } from './sentences.ts';

/** Somebody whom a sentence names as saying something. */
export interface Attribution {
  /** As the text gives it; for a pronoun the name that it stands for. */
  readonly name: string;
  readonly surname: string;
  /** `source`: an authority of the author's; `speaker`: one who speaks in what is told. */
  readonly role: 'source' | 'speaker';
  readonly how: AttributionHow;
  /** The words that say so (“As Russell demonstrates”), and where they stand (code points). */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
  /** 0 to 1. Below `weak` it is a suggestion and should look like one. */
  readonly confidence: number;
}

/** What is less sure than this is only a suggestion. */
export const weak = 0.6;

/** What is less sure than this is not worth telling. */
const least = 0.3;

interface Found extends Attribution {
  /** True where it stands inside somebody else's words. */
  readonly quoted: boolean;
}

/** What one block names, before it is weighed by the rest of the paper. */
export interface BlockNames {
  readonly found: readonly Found[];
  /** Surnames, as often as they stand in the block. */
  readonly mentions: readonly string[];
}

/** A pronoun stands for the authority of this sentence or the two before it. */
const reach = 2;

/** Tells whether an offset of the block stands inside somebody else's words. */
function quotedAt(block: Block, words: string): (offset: number) => boolean {
  if (block.kind === 'quotation') return () => true;
  const quotations = quotedIn(words);
  return (offset) =>
    quotations.some(({ start, end }) => block.start + start < offset && offset < block.start + end);
}

const small = new WeakMap<object, Map<string, boolean>>();

/** A lone capitalised word at the start of a sentence that the paper also has in small letters is a common noun. */
function isCommon({ text }: Readable, { name, start }: NameSpan): boolean {
  if (start !== 0 || !/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const asked = small.get(text) ?? new Map<string, boolean>();
  small.set(text, asked);
  const before = asked.get(name);
  if (before !== undefined) return before;
  const found = text.text.includes(` ${name.toLowerCase()} `);
  asked.set(name, found);
  return found;
}

function divide(paper: Readable, block: Block): BlockNames {
  const { words, offset, index } = blockWords(paper.text, block);
  const isQuoted = quotedAt(block, words);
  const found: Found[] = [];
  const mentions: string[] = [];
  for (const sentence of block.kind === 'heading' ? [] : sentencesIn(paper, block)) {
    const from = index(sentence.start);
    const own = words.slice(from, index(sentence.end));
    const add = (hint: Hint, name: string, surname: string): void => {
      const { role, how, start, end, confidence } = hint;
      const place = {
        start: offset(from + start),
        end: offset(from + end),
        phrase: own.slice(start, end).trim(),
      };
      const quoted = isQuoted(place.start);
      found.push({ name, surname, role, how, ...place, sentence, confidence, quoted });
    };
    for (const span of namesIn(own)) {
      if (!span.body) mentions.push(span.surname);
      const hint = hintAt(own, span);
      if (hint && !isCommon(paper, span)) add(hint, span.name, span.surname);
    }
    const pronoun = pronounAt(own);
    if (pronoun) add(pronoun, '', '');
  }
  return { found, mentions };
}

const read = new WeakMap<Block, BlockNames>();

/**
 * Reads the names of one block ahead. `attributionsOf` needs those of all blocks, a quarter of a millisecond for each
 * thousand characters: in a long paper read them block by block when the page rests, and ask then.
 */
export function readNames(paper: Readable, block: Block): BlockNames {
  let names = read.get(block);
  if (!names) read.set(block, (names = divide(paper, block)));
  return names;
}

interface Standing {
  mentions: number;
  /** How often it is named as a source, and how often in a form that names hardly anything else. */
  named: number;
  sure: number;
}

const sureForms: readonly AttributionHow[] = ['as', 'according', 'for', 'view', 'dated'];

/** How each surname stands in the paper: the list that grows with the document. */
function standings(blocks: readonly BlockNames[]): ReadonlyMap<string, Standing> {
  const all = new Map<string, Standing>();
  const of = (surname: string): Standing => {
    let one = all.get(surname);
    if (!one) all.set(surname, (one = { mentions: 0, named: 0, sure: 0 }));
    return one;
  };
  for (const { found, mentions } of blocks) {
    for (const surname of mentions) of(surname).mentions += 1;
    for (const { surname, role, how, quoted } of found) {
      if (role !== 'source' || quoted || how === 'pronoun') continue;
      of(surname).named += 1;
      if (sureForms.includes(how)) of(surname).sure += 1;
    }
  }
  return all;
}

/** Weighs one place by how the name stands in the whole paper. */
function weighed({ quoted, ...found }: Found, { mentions, named, sure }: Standing): Attribution {
  const told = mentions - named;
  const isActor = told >= 3 && told > named * 2;
  const confidence = found.confidence * (quoted ? 0.5 : 1);
  if (found.role === 'speaker') return { ...found, confidence };
  if (sureForms.includes(found.how)) return { ...found, confidence: confidence * (isActor ? 0.8 : 1) };
  if (isActor) return { ...found, role: 'speaker', confidence: Math.min(confidence, 0.55) };
  return { ...found, confidence: sure > 0 ? Math.min(0.9, confidence + 0.15) : confidence };
}

const unknown: Standing = { mentions: 1, named: 0, sure: 0 };

/** The source that was named last in the block of a sentence, and near enough; null where there is none. */
function lastNamed({ block, number }: Sentence, before: readonly Attribution[]): Attribution | null {
  for (let at = before.length - 1; before[at]?.sentence.block === block; at -= 1) {
    const one = before[at];
    if (one?.role === 'source') return number - one.sentence.number <= reach ? one : null;
  }
  return null;
}

/** Gives a pronoun the name that it stands for; null where nobody was named. */
function resolved(pronoun: Attribution, before: readonly Attribution[]): Attribution | null {
  const last = lastNamed(pronoun.sentence, before);
  if (!last || last.sentence === pronoun.sentence) return null;
  const distance = pronoun.sentence.number - last.sentence.number;
  const confidence = pronoun.confidence * Math.min(1, last.confidence + 0.1) * (distance > 1 ? 0.7 : 1);
  return { ...pronoun, name: last.name, surname: last.surname, confidence };
}

const known = new WeakMap<object, readonly Attribution[]>();

/** Whom the paper names, in the order of the text. Reads what `readNames` has not read yet. */
export function attributionsOf(paper: Readable): readonly Attribution[] {
  const before = known.get(paper.text);
  if (before) return before;
  const blocks = paper.text.blocks.map((block) => readNames(paper, block));
  const standing = standings(blocks);
  const all: Attribution[] = [];
  for (const one of blocks.flatMap(({ found }) => found)) {
    const own = weighed(one, standing.get(one.surname) ?? unknown);
    const named = one.how === 'pronoun' ? resolved(own, all) : own;
    if (named && named.confidence >= least) all.push(named);
  }
  known.set(paper.text, all);
  return all;
}
