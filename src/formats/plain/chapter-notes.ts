/** Notes that stand between the parts of a plain text: in brackets that say `Footnote`, or under headings behind each chapter. */
import { beat } from '../../model/beat.ts';
import type { Line } from './lines.ts';
import { labelsAt, valueOf, type LabelKind } from './note-labels.ts';
import { Taking, type FoundNote } from './note-taking.ts';

/** Notes with the part of the text that they stand behind, counted from 0. */
export interface PartedNotes {
  readonly notes: readonly FoundNote[];
  /** Indices of the headings above them. */
  readonly headings: readonly number[];
  /** The lines with which the second, the third part begin. */
  readonly breaks: readonly number[];
}

const opening = /^\[(?:foot|end)?note\s+(\d{1,4}|[a-z]{1,2}|[*†‡§‖¶#]{1,5})\s*[:.]\s*/iu;
/** A bracket that is not closed within so many lines was none. */
const longest = 400;

const kindOf = (label: string): LabelKind =>
  /\d/u.test(label) ? 'number' : /\p{L}/u.test(label) ? 'letter' : 'sign';

/** The line in which the bracket is closed that opens with a line; null where it is not. */
function closing(lines: readonly Line[], from: number): number | null {
  let depth = 0;
  for (let at = from; at < Math.min(lines.length, from + longest); at += 1) {
    for (const sign of (lines[at] as Line).text) depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    if (depth <= 0) return at;
  }
  return null;
}

/** `[Footnote 3: …]`, as libraries of texts have them, each behind its paragraph or all behind a chapter. */
export function bracketNotes(lines: readonly Line[], aside: ReadonlySet<number>): PartedNotes {
  const notes: FoundNote[] = [];
  const breaks: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    beat();
    const found = opening.exec((lines[at] as Line).text);
    const label = found?.[1];
    const end = label === undefined || aside.has(at) ? null : closing(lines, at);
    if (!found || label === undefined || end === null || valueOf(kindOf(label), label.toLowerCase()) === null)
      continue;
    const own = Array.from({ length: end - at + 1 }, (_, index) => at + index).filter(
      (one) => !aside.has(one),
    );
    // A run of notes ends a part of the text.
    if (breaks.at(-1) === at) breaks.pop();
    notes.push({
      label,
      kind: kindOf(label),
      lines: own,
      skip: found[0].length,
      page: breaks.length,
      isBracketed: true,
    });
    breaks.push(end + 1);
    at = end;
  }
  return { notes, headings: [], breaks };
}

/** Whether the notes go on behind a line that may be a further paragraph of one: their next label is not far. */
function goesOn(lines: readonly Line[], from: number, to: number, kind: LabelKind, value: number): boolean {
  for (let at = from; at < Math.min(to, from + 60); at += 1) {
    const { text, gap } = lines[at] as Line;
    if (gap > 0 && labelsAt(text).some((one) => one.kind === kind && one.value === value)) return true;
  }
  return false;
}

/** The notes under one heading, up to `to`; the line behind them. */
function underHeading(
  lines: readonly Line[],
  heading: number,
  to: number,
  page: number,
): [FoundNote[], number] {
  const taking = new Taking(lines);
  const first = labelsAt(lines[heading + 1]?.text ?? '')[0];
  if (!first) return [[], heading + 1];
  taking.begin(heading + 1, first, page);
  let last = first;
  for (let at = heading + 2; at < to; at += 1) {
    beat();
    const next = taking.next(at, new Set());
    if (next) {
      taking.begin(at, next, page);
      last = next;
    } else if ((lines[at] as Line).gap > 0 && !goesOn(lines, at, to, last.kind, last.value + 1))
      return [taking.notes, at];
    else taking.goOn(at);
  }
  return [taking.notes, to];
}

/** Notes under two headings at least, each behind a part of the text. */
export function chapterNotes(lines: readonly Line[], headings: readonly number[]): PartedNotes {
  const notes: FoundNote[] = [];
  const breaks: number[] = [];
  const used: number[] = [];
  headings.forEach((heading, at) => {
    const [own, end] = underHeading(lines, heading, headings[at + 1] ?? lines.length, breaks.length);
    if (own.length === 0) return;
    notes.push(...own);
    used.push(heading);
    breaks.push(end);
  });
  return { notes, headings: used, breaks };
}
