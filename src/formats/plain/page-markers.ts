/** The markers of notes that stand at the foot of their pages: sought on the same page, in the order of the notes. */
import type { LabelCandidate } from './marker-series.ts';
import type { LabelKind } from './note-labels.ts';

/** A note at a page's foot, and its place among all notes. */
export interface PageNote {
  readonly index: number;
  readonly label: string;
  readonly kind: LabelKind;
}

/** A marker of a note; `isAgain`: one more of a note that has one. */
export interface PageMarker {
  readonly candidate: LabelCandidate;
  readonly index: number;
  readonly isAgain: boolean;
}

/** Worse ones are no markers, even of a note that has no better. */
const least = -0.5;
/** What it is worth that a note has its marker. */
const found = 1.5;

interface Cell {
  readonly worth: number;
  readonly before: Cell | null;
  readonly candidate: LabelCandidate;
  readonly note: number;
}

/** Of each note, the best that ends with it or with one before it. */
class Ends {
  readonly #notes: readonly PageNote[];
  readonly #ends: (Cell | null)[];

  constructor(notes: readonly PageNote[]) {
    this.#notes = notes;
    this.#ends = notes.map(() => null);
  }

  /** Tries a candidate as the marker of each note with its label, the last first: so it is never taken twice. */
  add(candidate: LabelCandidate): void {
    for (let note = this.#notes.length - 1; note >= 0; note -= 1) {
      const { label, kind } = this.#notes[note] as PageNote;
      const before = this.#ends[note - 1] ?? null;
      const isFree = !before || before.candidate.end <= candidate.at;
      if (label === candidate.label && kind === candidate.kind && isFree)
        this.put({ worth: (before?.worth ?? 0) + candidate.score + found, before, candidate, note });
    }
  }

  private put(cell: Cell): void {
    for (let at = cell.note; at < this.#ends.length; at += 1)
      if (cell.worth > (this.#ends[at]?.worth ?? -Infinity)) this.#ends[at] = cell;
  }

  /** The best way to give notes their markers so that both stand in one order. */
  get best(): Cell[] {
    const cells: Cell[] = [];
    for (let cell = this.#ends.at(-1) ?? null; cell; cell = cell.before) cells.push(cell);
    return cells.reverse();
  }
}

/** The markers of a page, in order. Signs and bracketed labels may come again; numbers that do may be anything. */
export function pageMarkers(
  notes: readonly PageNote[],
  candidates: readonly LabelCandidate[],
): readonly PageMarker[] {
  const ends = new Ends(notes);
  for (const candidate of candidates) if (candidate.score >= least) ends.add(candidate);
  const cells = ends.best;
  const taken = new Map(cells.map(({ candidate, note }) => [candidate, (notes[note] as PageNote).index]));
  const seen = new Map<string, number>();
  return candidates.flatMap((candidate): PageMarker[] => {
    const own = taken.get(candidate);
    if (own !== undefined) {
      seen.set(candidate.label, own);
      return [{ candidate, index: own, isAgain: false }];
    }
    const before = seen.get(candidate.label);
    const mayRepeat = candidate.kind === 'sign' || candidate.isBracketed;
    return before !== undefined && mayRepeat ? [{ candidate, index: before, isAgain: true }] : [];
  });
}
