/** The words of notes where a plain text has them: at the foot of its pages, or under a heading of their own. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftPage } from '../../model/draft.ts';
import type { Line } from './lines.ts';
import { bracketNotes, chapterNotes, type PartedNotes } from './chapter-notes.ts';
import { addPrinted, labelsAt, type LineLabel } from './note-labels.ts';
import { isNext, isVeryNext, Taking, type Counts, type FoundNote } from './note-taking.ts';

const section =
  /^(?:notes|endnotes|footnotes|notes and references|anmerkungen|fu(?:ß|ss)noten|notas?|note)[:.]?$/iu;
/** What may stand behind the notes at the end. */
const behind =
  /^(?:references|bibliography|works cited|literature|literatur|sources|appendix(?: \w+)?|index|acknowledge?ments|about the authors?)[:.]?$/iu;

interface Start {
  readonly index: number;
  readonly label: LineLabel | null;
}

/**
 * The first line of a page that begins with a label which stands as a marker above it, and that label. An item of a list
 * may begin so as well: the same label once more, set off from the text, is that of the note.
 */
function firstNote(
  lines: readonly Line[],
  body: readonly number[],
  counts: Counts,
  printed: Set<string>,
): Start {
  let found: Start = { index: body.length, label: null };
  for (const [index, at] of body.entries()) {
    beat();
    const { text, gap } = lines[at] as Line;
    const label = labelsAt(text).find(
      (one) => (printed.has(one.label) || (gap > 0 && isVeryNext(one, counts))) && isNext(one, counts),
    );
    if (label && (found.label === null || (gap > 0 && label.label === found.label.label)))
      found = { index, label };
    if (found.label === null) addPrinted(text, printed);
  }
  return found;
}

/** Where the lines before `index` begin that are set off from the page, and go on with a note of the page before. */
function restOfNote(lines: readonly Line[], body: readonly number[], index: number): number {
  for (let from = index - 1; from > 0; from -= 1) {
    const line = lines[body[from] as number] as Line;
    if (line.gap > 0) return index < body.length || /^[\p{Ll}\d(]/u.test(line.text) ? from : index;
  }
  return index;
}

/** From the foot of each page: what begins with a label whose marker stands above it. */
function atFeet(lines: readonly Line[], bodies: readonly (readonly number[])[]): FoundNote[] {
  const taking = new Taking(lines);
  bodies.forEach((body, page) => {
    const printed = new Set<string>();
    const { index, label } = firstNote(lines, body, taking.counts, printed);
    const isOver = taking.isOpen && taking.notes.at(-1)?.page === page - 1;
    const isOff = label !== null && (lines[body[index] as number] as Line).gap > 0;
    if (isOver && !isOff) for (const at of body.slice(restOfNote(lines, body, index), index)) taking.goOn(at);
    if (label === null) return;
    taking.begin(body[index] as number, label, page);
    for (const at of body.slice(index + 1)) {
      beat();
      const next = taking.next(at, printed);
      if (next) taking.begin(at, next, page);
      else taking.goOn(at);
    }
  });
  return taking.notes;
}

/** Pages as the indices of their lines that are no furniture. */
function bodiesOf(
  count: number,
  aside: ReadonlySet<number>,
  pages: ReadonlyMap<number, DraftPage>,
): number[][] {
  const bodies: number[][] = [[]];
  for (let at = 0; at < count; at += 1) {
    if (pages.has(at)) bodies.push([]);
    if (!aside.has(at)) bodies.at(-1)?.push(at);
  }
  return bodies;
}

/** Whether a series that begins again is one: its second comes before the series before it goes on. */
function isAnew(
  lines: readonly Line[],
  below: readonly number[],
  index: number,
  { kind }: LineLabel,
): boolean {
  for (const at of below.slice(index + 1, index + 60)) {
    const values = labelsAt((lines[at] as Line).text).filter((one) => one.kind === kind);
    if (values.some(({ value }) => value === 2)) return true;
  }
  return false;
}

/** The first of a series of notes at the end. */
const firstAtEnd = (text: string, printed: ReadonlySet<string>): LineLabel | undefined =>
  labelsAt(text).find(({ kind, value, label }) => value === 1 && (kind === 'number' || printed.has(label)));

/** Under a heading of their own, up to what stands behind them. */
function atEnd(lines: readonly Line[], below: readonly number[], printed: ReadonlySet<string>): FoundNote[] {
  const taking = new Taking(lines);
  const [start = -1, ...rest] = below;
  const first = firstAtEnd(lines[start]?.text ?? '', printed);
  if (!first) return [];
  const again = (text: string, index: number): LineLabel | undefined =>
    taking.isOpen
      ? undefined
      : labelsAt(text).find(
          (one) => one.kind === first.kind && one.value === 1 && isAnew(lines, rest, index, one),
        );
  taking.begin(start, first, null);
  for (const [index, at] of rest.entries()) {
    beat();
    const { text, gap } = lines[at] as Line;
    if (behind.test(text) && gap > 0) return taking.notes;
    const next = taking.next(at, printed) ?? again(text, index);
    if (next) taking.begin(at, next, null);
    else taking.goOn(at);
  }
  return taking.notes;
}

/** Under the last heading that says so. */
function underLast(lines: readonly Line[], aside: ReadonlySet<number>, heading: number): FoundNote[] {
  const below = lines
    .map((_, at) => at)
    .slice(heading + 1)
    .filter((at) => !aside.has(at));
  const printed = new Set<string>();
  for (const line of lines.slice(0, heading)) {
    beat();
    addPrinted(line.text, printed);
  }
  return atEnd(lines, below, printed);
}

/** The notes of a text, in order. */
export interface NoteLines extends Omit<PartedNotes, 'breaks'> {
  /** The lines with which the second, the third part begin, where notes stand between parts; null: at feet, or at the end. */
  readonly breaks: readonly number[] | null;
}

/** The notes of the text, wherever they stand. */
export function noteLines(
  lines: readonly Line[],
  aside: ReadonlySet<number>,
  pages: ReadonlyMap<number, DraftPage>,
): NoteLines {
  const bracketed = bracketNotes(lines, aside);
  if (bracketed.notes.length > 0) return bracketed;
  const headings = lines.flatMap(({ text }, at) => (section.test(text) && !aside.has(at) ? [at] : []));
  const [first, last] = [headings[0], headings.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    const parted = chapterNotes(lines, headings);
    if (parted.headings.length > 1) return parted;
  }
  const notes = last === undefined ? [] : underLast(lines, aside, last);
  if (last !== undefined && notes.length > 0) return { notes, headings: [last], breaks: null };
  const bodies = bodiesOf(lines.length, aside, pages);
  return { notes: bodies.length > 1 ? atFeet(lines, bodies) : [], headings: [], breaks: null };
}
