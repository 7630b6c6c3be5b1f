/** A plain text as lines, with what their white space tells. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';

/** A line that is not blank. */
export interface Line {
  /** Without white space at its ends, inside single. */
  readonly text: string;
  /** Its number in the file, from 1. */
  readonly number: number;
  /** White space before its first letter. */
  readonly indent: number;
  /** Blank lines before it, beyond those that stand between all lines. */
  readonly gap: number;
  /** In a text with blank lines between all lines: it has none before it. */
  readonly isTight: boolean;
  /** Whether it ended in white space in the file. */
  readonly isLoose: boolean;
  /** Whether a form feed stands before it. */
  readonly isFed: boolean;
  /** The number that is set apart by wide space at its end or its beginning; null for none. */
  readonly apart: string | null;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** Whether blank lines stand between all lines of the prose. */
  readonly isDouble: boolean;
  /** The length of a full line, in characters. */
  readonly width: number;
  /** Whether lines that break between words mostly end in a space. */
  readonly isLoose: boolean;
}

/** Nothing is a line that is longer: it is broken between words. */
const longest = 20_000;

const apartNumber =
  /(?:\S\s{3,}[-–—[]?(\d{1,4}|[ivxlc]{1,7})[-–—\]]?$)|(?:^[-–—[]?(\d{1,4}|[ivxlc]{1,7})[-–—\]]?\s{3,}\S)/u;

interface Raw {
  readonly text: string;
  readonly blank: number;
  readonly isFed: boolean;
  readonly number: number;
}

function rawLines(text: string): Raw[] {
  const found: Raw[] = [];
  let [blank, isFed] = [0, false];
  text.split('\n').forEach((whole, index) => {
    beat();
    for (const [at, part] of whole.split('\f').entries()) {
      if (at > 0) isFed = true;
      if (part.trim() === '') {
        if (at === 0) blank += 1;
        continue;
      }
      for (let from = 0; from < part.length; from += longest)
        found.push({ text: part.slice(from, from + longest), blank, isFed, number: index + 1 });
      [blank, isFed] = [0, false];
    }
  });
  return found;
}

/** The value below which so much of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Lines between which blank ones stand are double spaced where most others are so and are full: prose has no such gaps. */
function isDoubleSpaced(raw: readonly Raw[]): boolean {
  const inner = raw.slice(1);
  if (inner.length < 8) return false;
  const lower = inner.filter(({ text }) => /^\s{0,2}\p{Ll}/u.test(text));
  const apart = lower.filter(({ blank }) => blank > 0).length;
  return lower.length > 3 && apart > lower.length * 0.5;
}

const isLoose = (text: string): boolean => {
  beat();
  return /\s$/u.test(text);
};

const lengthOf = (text: string): number => {
  beat();
  return text.trim().length;
};

const single = (text: string): string => {
  beat();
  return text.trim().replace(/\s+/gu, ' ');
};

/** Reads the lines of a text. */
export function readLines(text: string): Lines {
  const raw = rawLines(text);
  const isDouble = isDoubleSpaced(raw);
  const lengths = raw.map((one) => lengthOf(one.text));
  const loose = raw.filter((one) => isLoose(one.text)).length;
  return {
    isDouble,
    isLoose: loose > raw.length * 0.6,
    width: quantile(lengths, raw.length > 20 ? 0.9 : 0.95),
    lines: raw.map(({ text: whole, blank, isFed, number }, at) => ({
      text: single(whole),
      number,
      indent: whole.length - whole.trimStart().length,
      gap: Math.max(0, blank - (isDouble ? 1 : 0)),
      isTight: isDouble && blank === 0 && at > 0,
      isLoose: /\s$/u.test(whole),
      isFed,
      apart: apartNumber.exec(whole.trim())?.slice(1).find(Boolean) ?? null,
    })),
  };
}
