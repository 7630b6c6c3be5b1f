/** Passages: where the claims, annotations and supports of a desk stand in its paper. Derived, cached. */
import { anchor, type Placement } from '../anchoring/anchor.ts';
import { markersOf, type Paper } from '../model/paper.ts';
import type { PaperText } from '../model/paper-text.ts';
import type { PlainText } from '../model/plain-text.ts';
import type { Annotation, Claim, NotebookRecord, Support, Target } from '../model/records.ts';
import { notesLitBy } from './backing.ts';
import { derived, layerOf, supports, visibleRecords, type Desk, type Focus, type Layer } from './desk.ts';
import { allNoteWords, type NoteWords } from './note-words.ts';
import { isInThread } from './threads.ts';

/** A record's resolved range in the open paper, in code points. */
export interface Passage {
  readonly kind: 'claim' | 'annotation' | 'support';
  /** Id of the record; of the note (`fn53`) where it is a support. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly record: Claim | Annotation | Support;
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
}

/** What could be placed, and what no longer resolves. */
export interface Placed {
  /** In the paper text, in its order. */
  readonly passages: readonly Passage[];
  /** In the words of notes. */
  readonly inNotes: readonly NotePassage[];
  /** Ids of records of which no target resolves. */
  readonly orphans: readonly string[];
}

const placements = new WeakMap<PlainText, WeakMap<Target, { readonly found: Placement | null }>>();

/** Where a target's quotation stands in a text; asked once for each target. */
function find(text: PlainText, target: Target): Placement | null {
  let known = placements.get(text);
  if (!known) placements.set(text, (known = new WeakMap()));
  let answer = known.get(target);
  if (!answer) known.set(target, (answer = { found: anchor(text, target) }));
  return answer.found;
}

/** Where a target stands in the paper text; null where it is an orphan or points into a note. */
export const place = (text: PaperText, target: Target): Placement | null =>
  target.note === undefined ? find(text, target) : null;

const hasTargets = (record: NotebookRecord): record is Claim | Annotation =>
  record.kind === 'claim' || record.kind === 'annotation';

/** Where a target stands in the words of its note: wherever it reads as it did when it was made, else where it has moved to. */
function placeInNote(
  paper: Paper,
  all: readonly NoteWords[],
  record: Claim | Annotation,
  target: Target,
): NotePassage[] {
  const found = all.flatMap((words) => {
    const at = find(words.text, target);
    return at ? [{ words, at }] : [];
  });
  const marked = markersOf(paper.text, target.note ?? '')[0]?.offset ?? null;
  const untouched = found.filter(({ at }) => at.how === 'placed');
  return (untouched.length > 0 ? untouched : found.slice(0, 1)).map(({ words, at: { start, end } }) => ({
    kind: record.kind,
    id: record.id,
    words,
    marked,
    start,
    end,
    record,
  }));
}

const placedFor = derived((paper: Paper) =>
  derived((layers: readonly Layer[]): Placed => {
    const words = allNoteWords(paper, layers);
    const passages: Passage[] = [];
    const inNotes: NotePassage[] = [];
    const orphans: string[] = [];
    for (const record of visibleRecords(layers)) {
      if (!hasTargets(record) || isInThread(layers, record.id)) continue;
      const found = record.targets.map((target) => place(paper.text, target)).filter((one) => one !== null);
      const noted = record.targets.flatMap((target) =>
        target.note === undefined ? [] : placeInNote(paper, words.get(target.note) ?? [], record, target),
      );
      if (found.length + noted.length === 0 && record.targets.length > 0) orphans.push(record.id);
      inNotes.push(...noted);
      for (const { start, end } of found) {
        passages.push({ kind: record.kind, id: record.id, start, end, record });
      }
    }
    passages.sort((one, other) => one.start - other.start || other.end - one.end);
    return { passages, inNotes, orphans };
  }),
);

/** The passages of all visible layers and what has lost its place. */
export const placed = (desk: Desk): Placed => placedFor(desk.paper)(desk.layers);

const none: readonly NotePassage[] = [];

const byNote = derived((all: Placed): ReadonlyMap<string, readonly NotePassage[]> => {
  const notes = new Map<string, NotePassage[]>();
  for (const passage of all.inNotes) {
    const known = notes.get(passage.words.note);
    if (known) known.push(passage);
    else notes.set(passage.words.note, [passage]);
  }
  return notes;
});

/** The passages in the words of a note, of the copy and of every transcript. */
export const passagesIn = (desk: Desk, note: string): readonly NotePassage[] =>
  byNote(placed(desk)).get(note) ?? none;

const annotationsByNote = derived((layers: readonly Layer[]): ReadonlyMap<string, readonly Annotation[]> => {
  const notes = new Map<string, Annotation[]>();
  for (const record of visibleRecords(layers)) {
    if (record.kind !== 'annotation' || isInThread(layers, record.id)) continue;
    for (const note of new Set(record.targets.map((target) => target.note))) {
      if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), record]);
    }
  }
  return notes;
});

/** The visible marks that were made in a note, those that have lost their words included. */
export const annotationsIn = (desk: Desk, note: string): readonly Annotation[] =>
  annotationsByNote(desk.layers).get(note) ?? [];

const supportedFor = derived((text: PaperText) =>
  derived((known: ReadonlyMap<string, Support>): readonly Passage[] =>
    [...known.values()].flatMap((record): Passage[] => {
      const found = place(text, record.target);
      if (!found) return [];
      return [{ kind: 'support', id: record.note, start: found.start, end: found.end, record }];
    }),
  ),
);

/** What the notes support, as passages; their ids are those of the notes. */
export const supported = (desk: Desk): readonly Passage[] => supportedFor(desk.paper.text)(supports(desk));

/** Id of the note that a claim or a mark was made in; null where it was made in the text. */
export function noteAround(desk: Desk, focus: Focus): string | null {
  const record = layerOf(desk, focus.id)?.records.get(focus.id);
  return record && hasTargets(record) ? (record.targets[0]?.note ?? null) : null;
}

/** The ranges that a thing lights in the text; empty where it has none. */
export function rangesOf(desk: Desk, focus: Focus): readonly { start: number; end: number }[] {
  if (focus.kind === 'claim' || focus.kind === 'annotation') {
    return placed(desk).passages.filter((one) => one.kind === focus.kind && one.id === focus.id);
  }
  if (focus.kind === 'note' || focus.kind === 'source') {
    const notes = new Set(notesLitBy(desk, focus));
    return supported(desk).filter((one) => notes.has(one.id));
  }
  return [];
}
