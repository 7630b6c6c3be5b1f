/** The words of notes where a plain text has them: at the foot of its pages, or under a heading of their own. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftPage } from '../../model/draft.ts';
import type { Line } from './lines.ts';
import { addPrinted, labelsAt, type LabelKind, type LineLabel } from './note-labels.ts';

export interface FoundNote {
  readonly label: string;
  readonly kind: LabelKind;
  /** Indices of its lines; of the first without the label: `skip` characters. */
  readonly lines: number[];
  readonly skip: number;
  /** Which page it stands at the foot of, counted from 0; null for a note at the end. */
  readonly page: number | null;
}

const section =
  /^(?:notes|endnotes|footnotes|notes and references|anmerkungen|fu(?:ß|ss)noten|notas?|note)[:.]?$/iu;
/** What may stand behind the notes at the end. */
const behind =
  /^(?:references|bibliography|works cited|literature|literatur|sources|appendix(?: \w+)?|index|acknowledge?ments|about the authors?)[:.]?$/iu;

const isFinished = (text: string): boolean => /[.!?…]["”’»)\]]*$/u.test(text);

/** How far each kind of labels has counted. */
type Counts = ReadonlyMap<LabelKind, number>;

/** Whether a label counts on, or begins again; the first of all may be any. */
function isNext({ kind, value }: LineLabel, counts: Counts): boolean {
  const last = counts.get(kind);
  if (kind === 'sign' || value === 1) return true;
  if (last === undefined) return kind === 'number' ? value <= 999 : value <= 3;
  return value > last && value <= last + 3;
}

/** Whether it is the very next of letters or small Roman numbers, which may be glued to a word so that nobody sees them. */
const isVeryNext = ({ kind, value }: LineLabel, counts: Counts): boolean =>
  (kind === 'letter' || kind === 'roman') && value === (counts.get(kind) ?? Infinity) + 1;

/** Takes notes line by line: what begins with no label that counts on belongs to the note before. */
class Taking {
  readonly notes: FoundNote[] = [];
  readonly #lines: readonly Line[];
  readonly #counts = new Map<LabelKind, number>();
  #last: LineLabel | null = null;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get counts(): Counts {
    return this.#counts;
  }

  begin(at: number, one: LineLabel, page: number | null): void {
    const { label, kind, skip } = one;
    this.notes.push({ label, kind, lines: [at], skip, page });
    this.#counts.set(kind, one.value);
    this.#last = one;
  }

  goOn(at: number): void {
    this.notes.at(-1)?.lines.push(at);
  }

  /** The label of a line that counts on from the note before it, or that is printed in the text before. */
  next(at: number, printed: ReadonlySet<string>): LineLabel | undefined {
    const last = this.#last;
    return labelsAt((this.#lines[at] as Line).text).find((one) => {
      const isSame = last !== null && one.kind === last.kind;
      const isOn = isSame && one.value > last.value && one.value <= last.value + 3;
      if (isOn && (one.kind === 'number' || (one.value === last.value + 1 && !this.isOpen))) return true;
      return printed.has(one.label) && (isOn || (!isSame && isNext(one, this.#counts)));
    });
  }

  /** Whether the note before is in the middle of a sentence. */
  get isOpen(): boolean {
    const last = this.notes.at(-1)?.lines.at(-1);
    return last !== undefined && !isFinished((this.#lines[last] as Line).text);
  }
}

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

/** The notes of the text, in order, and the heading above them (an index), where there is one. */
export function noteLines(
  lines: readonly Line[],
  aside: ReadonlySet<number>,
  pages: ReadonlyMap<number, DraftPage>,
): { readonly notes: readonly FoundNote[]; readonly heading: number | null } {
  const heading = lines.findLastIndex(({ text }, at) => section.test(text) && !aside.has(at));
  if (heading >= 0) {
    const below = lines
      .map((_, at) => at)
      .slice(heading + 1)
      .filter((at) => !aside.has(at));
    const printed = new Set<string>();
    for (const line of lines.slice(0, heading)) {
      beat();
      addPrinted(line.text, printed);
    }
    const notes = atEnd(lines, below, printed);
    if (notes.length > 0) return { notes, heading };
  }
  const bodies = bodiesOf(lines.length, aside, pages);
  return { notes: bodies.length > 1 ? atFeet(lines, bodies) : [], heading: null };
}
