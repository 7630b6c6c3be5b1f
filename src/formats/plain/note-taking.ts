/** Notes of a plain text as they are taken line by line. Part of the reader of plain text. */
import type { Line } from './lines.ts';
import { labelsAt, type LabelKind, type LineLabel } from './note-labels.ts';

export interface FoundNote {
  readonly label: string;
  readonly kind: LabelKind;
  /** Indices of its lines; of the first without the label: `skip` characters. */
  readonly lines: number[];
  readonly skip: number;
  /** Which page, or part of the text, it stands at the foot of, counted from 0; null for a note at the end. */
  readonly page: number | null;
  /** Its last line ends in a bracket that is none of its words. */
  readonly isBracketed?: true;
}

const isFinished = (text: string): boolean => /[.!?…]["”’»)\]]*$/u.test(text);

/** How far each kind of labels has counted. */
export type Counts = ReadonlyMap<LabelKind, number>;

/** Whether a label counts on, or begins again; the first of all may be any. */
export function isNext({ kind, value }: LineLabel, counts: Counts): boolean {
  const last = counts.get(kind);
  if (kind === 'sign' || value === 1) return true;
  if (last === undefined) return kind === 'number' ? value <= 999 : value <= 3;
  return value > last && value <= last + 3;
}

/** Whether it is the very next of letters or small Roman numbers, which may be glued to a word so that nobody sees them. */
export const isVeryNext = ({ kind, value }: LineLabel, counts: Counts): boolean =>
  (kind === 'letter' || kind === 'roman') && value === (counts.get(kind) ?? Infinity) + 1;

/** Takes notes line by line: what begins with no label that counts on belongs to the note before. */
export class Taking {
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
