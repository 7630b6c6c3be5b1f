/** Notes out of the lines of zones and of sections of notes: where each begins, by raised labels or by a series of plain ones. */
import { isNext, isSign } from './labels.ts';
import type { Line } from './lines.ts';
import { commonest } from './measure.ts';
import { withInnerNotes } from './inner-notes.ts';
import { lineLabel } from './zones.ts';

/** A note as it is printed. */
export interface PrintedNote {
  /** Empty for words that stand before the first label. */
  readonly label: string;
  /** Its paragraphs; the label stands in the first line of the first. */
  readonly paragraphs: readonly (readonly Line[])[];
  /** Page index of its first line. */
  readonly page: number;
  /** At the foot of its page, or in a section of notes. */
  readonly place: 'foot' | 'end';
  readonly isRaised: boolean;
}

interface Open {
  label: string;
  paragraphs: Line[][];
  page: number;
  isRaised: boolean;
}

/** Lines of the notes of one column or section, with what tells a new paragraph. */
export interface NoteRun {
  readonly lines: readonly Line[];
  readonly place: 'foot' | 'end';
}

/** Where lines with labels begin, as far as they do at one place; hanging notes begin further left than others. */
function startsOf(lines: readonly Line[]): { readonly raised: number; readonly plain: number } {
  const count = (isRaised: boolean): number =>
    lines.filter((line) => lineLabel(line)?.isRaised === isRaised).length;
  return { raised: count(true), plain: count(false) };
}

/** Whether a plain label may begin a note after `last`: it counts on, a little further at most, or begins anew. */
function mayBegin(label: string, last: string | null, isRestart: boolean): boolean {
  if (isNext(label, last)) return true;
  if (isSign(label)) return true;
  const [one, other] = [Number(label), Number(last)];
  if (Number.isFinite(one) && last !== null && one > other && one <= other + 3) return true;
  return isRestart && label === '1';
}

/** A line that is set in from the edge of the lines around it. */
const isIndented = (line: Line, edge: number): boolean => line.x > edge + 0.7 * line.size;

/** Where lines begin that only go on with a note; where there are too few to tell, nowhere is further in. */
const left = (lines: readonly Line[]): number => {
  const bare = lines.filter((line) => lineLabel(line) === null).map(({ x }) => Math.round(x));
  return bare.length > 1
    ? commonest(bare)
    : Math.min(...lines.map(({ x }) => x)) + (bare.length > 0 ? 0 : 1000);
};

/** Whether a line begins a further paragraph of a note: set in, where lines that only go on are not. */
function isFurther(
  line: Line,
  before: Line | undefined,
  edges: { edge: number; right: number },
  leading: number,
): boolean {
  if (before?.page !== line.page) return false;
  const isShort = before.right < edges.right - 2 * line.size;
  const isGap = line.y - before.y > leading * 1.3;
  return isGap || (isShort && isIndented(line, edges.edge));
}

/** Reads runs of note lines in their order. What goes on overleaf goes on with the note that was open. */
export function readNotes(runs: readonly NoteRun[]): readonly PrintedNote[] {
  const notes: (Open & { place: NoteRun['place'] })[] = [];
  let last: string | null = null;
  for (const { lines: printed, place } of runs) {
    const lines = withInnerNotes(printed, last);
    const { raised, plain } = startsOf(lines);
    const isByRaise = raised > 0 && raised >= plain * 0.3;
    const edges = { edge: left(lines), right: Math.max(...lines.map(({ right }) => right)) };
    const gaps = lines.flatMap((line, at) => (at > 0 ? [line.y - (lines[at - 1] as Line).y] : []));
    const leading =
      [...gaps].filter((gap) => gap > 0).sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? Infinity;
    lines.forEach((line, at) => {
      const found = lineLabel(line);
      const begins =
        found !== null &&
        (found.isRaised
          ? mayBegin(found.label, last, true) || /^\d+$/u.test(found.label)
          : !isByRaise && mayBegin(found.label, last, at === 0 || place === 'end'));
      const open = notes.at(-1);
      if (begins) {
        notes.push({
          label: found.label,
          paragraphs: [[line]],
          page: line.page,
          isRaised: found.isRaised,
          place,
        });
        last = found.label;
      } else if (!open || (open.place !== place && at === 0))
        notes.push({ label: '', paragraphs: [[line]], page: line.page, isRaised: false, place });
      else if (isFurther(line, lines[at - 1], edges, leading)) open.paragraphs.push([line]);
      else (open.paragraphs.at(-1) as Line[]).push(line);
    });
  }
  return notes;
}

/**
 * Runs of feet and of sections in the order in which they are read. What seemed a foot, and counts on from a section on its page
 * or the page before, is the rest of that section.
 */
export function runsInOrder(feet: readonly NoteRun[], sections: readonly NoteRun[]): readonly NoteRun[] {
  const open: { lines: readonly Line[]; place: NoteRun['place'] }[] = sections.map((run) => ({ ...run }));
  const rest = feet.filter(({ lines }) => {
    const [first] = lines;
    const label = first ? lineLabel(first)?.label : undefined;
    if (first === undefined || label === undefined) return true;
    const section = open.find((one) => {
      const page = one.lines.at(-1)?.page ?? -2;
      if (first.page < page || first.page > page + 1) return false;
      return isNext(label, readNotes([one]).at(-1)?.label ?? null);
    });
    if (section) section.lines = [...section.lines, ...lines];
    return !section;
  });
  return [...rest, ...open];
}
