/** The series that markers of a plain text may be of: numbers glued to words, labels in brackets, small Roman numbers, letters. */
import { beat } from '../../model/beat.ts';
import { numberCandidates, type NumberCandidate } from '../../text/marker-candidates.ts';
import type { Vocabulary } from '../../text/hyphens.ts';
import { isMarkerChain, markerChain, type MarkerLink } from '../../text/marker-chain.ts';
import { letterValue, plainSigns, romanValue, signValue, type LabelKind } from './note-labels.ts';

/** A label of the text that may be a marker; `at` and `end` (UTF-16 units) hold its brackets. */
export interface LabelCandidate extends NumberCandidate {
  readonly kind: LabelKind;
  readonly isBracketed: boolean;
}

/** What a text has of them: blocks are parted by line feeds. */
export interface MarkerText {
  readonly text: string;
  /** Where a series may begin again, and what that costs. */
  readonly restarts: (at: number) => number | undefined;
  /** The words of the document. */
  readonly words: Vocabulary;
}

/** Each line of a text with its place. */
function* linesOf(text: string): Generator<readonly [string, number]> {
  let from = 0;
  for (const line of text.split('\n')) {
    beat();
    yield [line, from];
    from += line.length + 1;
  }
}

interface Pattern {
  readonly pattern: RegExp;
  readonly isBracketed: boolean;
  readonly value: (label: string) => number | null;
  readonly kind: LabelKind;
}

const sign = '[*∗⁎†‡§‖¶#]{1,5}';
/** What a letter or a small Roman number is glued to. */
const clause = '(?<=[.,;:!?)\\]”"»…]|[.,;:!?]’)';

const patterns = {
  brackets: { kind: 'number', isBracketed: true, pattern: /\[(\d{1,3})\](?![(:\d])/gu, value: Number },
  capitals: {
    kind: 'letter',
    isBracketed: true,
    pattern: /\[([A-Z])\](?!\()/gu,
    value: (label) => letterValue(label.toLowerCase()),
  },
  bracketSigns: {
    kind: 'sign',
    isBracketed: true,
    pattern: new RegExp(`\\[(${sign})\\]`, 'gu'),
    value: signValue,
  },
  roman: {
    kind: 'roman',
    isBracketed: false,
    pattern: new RegExp(`${clause}([ivxlc]{1,8})(?![\\p{L}\\p{N}.])`, 'gu'),
    value: romanValue,
  },
  letter: {
    kind: 'letter',
    isBracketed: false,
    pattern: new RegExp(`${clause}([a-z]{1,2})(?![\\p{L}\\p{N}.])`, 'gu'),
    value: letterValue,
  },
  sign: {
    kind: 'sign',
    isBracketed: false,
    pattern: new RegExp(`(?<=[\\p{L}\\p{M}\\p{N}.,;:!?)\\]”’"»…])(${sign})(?![\\p{L}\\p{N}])`, 'gu'),
    value: signValue,
  },
} satisfies Readonly<Record<string, Pattern>>;

/** How much what stands before and behind speaks for it: as numbers are scored. */
function scored(before: string, behind: string, isBracketed: boolean): number {
  const open = /^(?:\s+[“"‘(]?\p{Lu}|\s*$)/u.test(behind) ? 0.5 : 0;
  if (isBracketed) return (/\s$/u.test(before) ? 1.2 : 2) + open;
  return (/[.!?…]["”’»)]?$/u.test(before) ? 2 : 1.5) + open;
}

/** The candidates of one kind, in the order of the text. */
export function labelCandidates({ text, restarts }: MarkerText, of: keyof typeof patterns): LabelCandidate[] {
  const { pattern, kind, isBracketed, value: valueOf } = patterns[of] as Pattern;
  const found: LabelCandidate[] = [];
  for (const [line, from] of linesOf(text))
    for (const { 0: words, 1: raw = '', index } of line.matchAll(pattern)) {
      const label = plainSigns(raw);
      const value = valueOf(label);
      if (value === null || value < 1) continue;
      const [at, end] = [index, index + words.length];
      const score = scored(line.slice(Math.max(0, at - 3), at), line.slice(end, end + 4), isBracketed);
      const restart = value <= 2 ? restarts(from + at) : undefined;
      const common = { at: from + at, end: from + end, value, label, score, isGlued: true };
      found.push({ ...common, kind, isBracketed, ...(restart === undefined ? {} : { restart }) });
    }
  return found;
}

/** Numbers as they stand, glued to words more or less. */
export const plainNumbers = ({ text, restarts }: MarkerText): LabelCandidate[] =>
  numberCandidates(text, restarts).map((one) => ({ ...one, kind: 'number', isBracketed: false }));

const wordPattern = /[\p{L}\p{M}\p{N}’'-]+/gu;
const endings = { roman: /^\p{L}*\p{Ll}{3}[ivxlc]$/u, letter: /^\p{L}*\p{Ll}{4}$/u } as const;
const longest = 8;

/** How a word may be a word and a label: a word of the document, and letters that it nowhere else has. */
function* parted(word: string, kind: 'roman' | 'letter', words: Vocabulary): Generator<string> {
  if (!endings[kind].test(word) || words.count(word) > 1) return;
  for (let length = 1; length <= (kind === 'roman' ? longest : 1) && length < word.length - 1; length += 1) {
    const label = word.slice(-length);
    const value = kind === 'roman' ? romanValue(label) : letterValue(label);
    if (value !== null && words.count(word.slice(0, -length)) > 0) yield label;
  }
}

/** Letters glued to a word. */
export function gluedCandidates({ text, words }: MarkerText, kind: 'roman' | 'letter'): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (const [line, from] of linesOf(text))
    for (const { 0: word, index } of line.matchAll(wordPattern))
      for (const label of parted(word, kind, words)) {
        const end = from + index + word.length;
        const value = (kind === 'roman' ? romanValue(label) : letterValue(label)) ?? 0;
        const score = label.length > 1 ? 1.2 : 0.6;
        const common = { at: end - label.length, end, value, label, score, isGlued: true };
        found.push({ ...common, kind, isBracketed: false });
      }
  return found;
}

/** All candidates of letters or small Roman numbers, in the order of the text. */
export const letterCandidates = (text: MarkerText, kind: 'roman' | 'letter'): LabelCandidate[] =>
  [...labelCandidates(text, kind), ...gluedCandidates(text, kind)].sort((one, other) => one.at - other.at);

/** What notes of the text make of a label: one that has a note is more likely a marker, others less. */
const backed = (one: LabelCandidate, labels: ReadonlySet<string>): LabelCandidate =>
  labels.size === 0 ? one : { ...one, score: one.score + (labels.has(one.label) ? 0.8 : -1) };

type Links = readonly MarkerLink<LabelCandidate>[];

/** Letters without notes must be many, and lack few, before they are believed. */
const isSurely = (links: Links, mean: number): boolean => {
  const holes = links.reduce((sum, { missing }) => sum + missing.length, 0);
  return links.length >= 5 && mean >= 1.6 && holes <= links.length / 5;
};

/** The chain of a series, and what it is worth; empty where it cannot be believed. */
function chainOf(candidates: readonly LabelCandidate[], labels: ReadonlySet<string>): [Links, number] {
  const chain = markerChain(candidates.map((one) => backed(one, labels)));
  const { links, mean } = chain;
  const isNumber = candidates[0]?.kind === 'number';
  const isBacked = labels.size > 0;
  const isSure = isMarkerChain(chain, isBacked) && (isNumber || isBacked || isSurely(links, mean));
  return isSure ? [links, links.length * (mean - 0.5)] : [[], 0];
}

/** The labels of notes at the end of a text, by their kind. */
export type NoteLabels = ReadonlyMap<LabelKind, ReadonlySet<string>>;

const none: ReadonlySet<string> = new Set();

const lettersOf = (text: MarkerText, labels: NoteLabels): (readonly LabelCandidate[])[] => [
  letterCandidates(text, 'roman'),
  labels.has('letter') ? letterCandidates(text, 'letter') : labelCandidates(text, 'letter'),
];

/** The markers of the series that fits best; further ones of a bracketed series stand for the notes before them. */
export function bestSeries(
  text: MarkerText,
  labels: NoteLabels,
): { readonly links: Links; readonly again: readonly LabelCandidate[] } {
  const brackets = labelCandidates(text, 'brackets');
  const chains = (all: readonly (readonly LabelCandidate[])[]): [Links, number][] =>
    all.map((candidates) => chainOf(candidates, labels.get(candidates[0]?.kind ?? 'number') ?? none));
  const numbers = chains([plainNumbers(text), brackets]);
  // Letters cost more to seek: only where notes have them, or where there are no numbers.
  const isSought =
    labels.has('roman') || labels.has('letter') || numbers.every(([links]) => links.length === 0);
  const letters = isSought ? chains(lettersOf(text, labels)) : [];
  const [best] = [...numbers, ...letters].sort((a, b) => b[1] - a[1]);
  const links = best?.[0] ?? [];
  if (!links[0]?.candidate.isBracketed) return { links, again: [] };
  return { links, again: repeats(brackets, links) };
}

/** Bracketed labels of notes that were marked before. */
function repeats(brackets: readonly LabelCandidate[], links: Links): LabelCandidate[] {
  const seen = new Set<string>();
  let next = 0;
  return brackets.filter((one) => {
    const link = links[next]?.candidate;
    if (link?.at !== one.at) return seen.has(one.label);
    seen.add(one.label);
    next += 1;
    return false;
  });
}
