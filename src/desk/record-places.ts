/** Where one record stands: its targets, its passages in the text and in the words of notes. */
import type { Verdict } from '../anchoring/verdict.ts';
import { verify } from '../anchoring/verify.ts';
import { markersOf, type Paper } from '../model/paper.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation, NotebookRecord, Support } from '../model/records.ts';
import type { Layer } from './desk.ts';
import type { NoteWords } from './note-words.ts';
import { isSought, lookAtOnce, nowhere, placeOf, type Placings, type Sought } from './placing.ts';

/** A record's resolved range in the open paper, in code points. */
export interface Passage {
  readonly kind: 'claim' | 'annotation' | 'support';
  /** Id of the record; of the note (`fn53`) where it is a support. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly record: Claim | Annotation | Support;
  /** True where it is not sure that these are the words that were meant. */
  readonly doubtful?: true;
}

/** A record's resolved range in the words of a note, in code points of these words. */
export interface NotePassage {
  readonly kind: 'claim' | 'annotation';
  /** Id of the record. */
  readonly id: string;
  readonly words: NoteWords;
  /** Where in the paper text the note is marked first; null where nothing marks it. */
  readonly marked: number | null;
  readonly start: number;
  readonly end: number;
  readonly record: Claim | Annotation;
  readonly doubtful?: true;
}

/** What became of one target. */
export interface TargetPlace {
  readonly target: Target;
  /** The text that the verdict counts in; that of the paper where nothing was found in a note. */
  readonly text: PlainText;
  /** Null while it is being looked for. */
  readonly verdict: Verdict | null;
}

/** Where one record stands. */
export interface RecordPlaces {
  readonly record: Claim | Annotation;
  /** One for each of its targets, in their order; none where all is settled. */
  readonly targets: readonly TargetPlace[];
  readonly passages: readonly Passage[];
  readonly inNotes: readonly NotePassage[];
  readonly sought: readonly Sought[];
  /** True where each target stands where it was made in the paper text: only another record changes that. */
  readonly isSettled: boolean;
}

/** What places are derived from, beside the records. */
export interface Ground {
  readonly paper: Paper;
  readonly layers: readonly Layer[];
  readonly words: ReadonlyMap<string, readonly NoteWords[]>;
  readonly placings: Placings;
}

/** So many searches in the words of notes are made at once; more would be felt. */
const mostAtOnce = 40;

/** Whether a record points at passages. */
export const hasTargets = (record: NotebookRecord | undefined): record is Claim | Annotation =>
  record?.kind === 'claim' || record?.kind === 'annotation';

const stands = (verdict: Verdict | null): verdict is Verdict => verdict !== null && verdict.how !== 'orphan';

const doubt = ({ how }: Verdict): { readonly doubtful?: true } =>
  how === 'doubtful' ? { doubtful: true } : {};

const isAsMade = (text: PlainText, target: Target): boolean =>
  target.note === undefined && !target.detached && verify(text, target);

/** A record of which each target stands where it was made. */
const settled = (record: Claim | Annotation): RecordPlaces => ({
  record,
  targets: [],
  passages: record.targets.map(({ start, end }) => ({
    kind: record.kind,
    id: record.id,
    start,
    end,
    record,
  })),
  inNotes: [],
  sought: [],
  isSettled: true,
});

/** Places records on one ground, a few searches at once among them. */
export class Placer {
  readonly #ground: Ground;
  #left = mostAtOnce;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Where a record stands. */
  place(record: Claim | Annotation): RecordPlaces {
    const { paper, placings } = this.#ground;
    const { text } = paper;
    // Most stand where they were made: nothing more is to be asked about those, and nothing to be remembered.
    if (record.targets.every((target) => isAsMade(text, target))) return settled(record);
    const inNotes: NotePassage[] = [];
    const sought: Sought[] = [];
    const targets = record.targets.map((target): TargetPlace => {
      if (target.note !== undefined) return this.#inNote(record, target, target.note, inNotes, sought);
      const one = { text, target };
      if (isSought(placings, one)) sought.push(one);
      return { ...one, verdict: placeOf(placings, text, target) };
    });
    const passages = targets.flatMap(({ text: found, verdict }): Passage[] => {
      if (found !== text || !stands(verdict)) return [];
      const { start, end } = verdict;
      return [{ kind: record.kind, id: record.id, start, end, record, ...doubt(verdict) }];
    });
    return { record, targets, passages, inNotes, sought, isSettled: false };
  }

  /** Where a target stands in the words of its note: wherever it reads as it did, else where it has moved to. */
  #inNote(
    record: Claim | Annotation,
    target: Target,
    note: string,
    inNotes: NotePassage[],
    sought: Sought[],
  ): TargetPlace {
    const { paper, words, placings } = this.#ground;
    const all = (words.get(note) ?? []).map((one) => {
      const wanted = { text: one.text, target };
      let verdict = placeOf(placings, one.text, target);
      if (isSought(placings, wanted)) verdict = this.#lookNow(wanted, sought);
      return { one, verdict };
    });
    const found = all.filter((here): here is { one: NoteWords; verdict: Verdict } => stands(here.verdict));
    const asMade = found.filter(({ verdict }) => verdict.how === 'placed');
    const marked = markersOf(paper.text, note)[0]?.offset ?? null;
    const shown = asMade.length > 0 ? asMade : found.slice(0, 1);
    for (const { one, verdict } of shown) {
      const { start, end } = verdict;
      const { id, kind } = record;
      inNotes.push({ kind, id, words: one, marked, start, end, record, ...doubt(verdict) });
    }
    const [first = all.find(({ verdict }) => verdict === null) ?? all[0]] = shown;
    return { target, text: first?.one.text ?? paper.text, verdict: first ? first.verdict : nowhere };
  }

  #lookNow(wanted: Sought, sought: Sought[]): Verdict | null {
    if (this.#left > 0) {
      this.#left -= 1;
      const verdict = lookAtOnce(wanted);
      if (verdict) return placeOf(this.#ground.placings, wanted.text, wanted.target);
    }
    sought.push(wanted);
    return placeOf(this.#ground.placings, wanted.text, wanted.target);
  }
}
