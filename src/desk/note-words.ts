/** The words of the author's notes: those of the copy, and those that somebody transcribed. Never one for the other. */
import type { Paper } from '../model/paper.ts';
import { plainText, type PlainText } from '../model/plain-text.ts';
import type { Transcript } from '../model/records.ts';
import { derived, factLayers, type Desk, type Layer } from './desk.ts';

/** The words of a note in one copy. Offsets in it count code points. */
export interface NoteWords {
  /** Id of the note (`fn53`). */
  readonly note: string;
  readonly text: PlainText;
  /** The record they come from; null where they stand in the copy itself. */
  readonly transcript: Transcript | null;
  /** The notebook of the transcript; null where there is none. */
  readonly layer: Layer | null;
}

const textOf = derived((transcript: Transcript): PlainText => plainText(transcript.text));

const inCopy = derived((paper: Paper): ReadonlyMap<string, NoteWords> => {
  const present = paper.notes.flatMap(({ id, text }): [string, NoteWords][] =>
    text === null ? [] : [[id, { note: id, text: plainText(text), transcript: null, layer: null }]],
  );
  return new Map(present);
});

const wordsFor = derived((paper: Paper) =>
  derived((layers: readonly Layer[]): ReadonlyMap<string, readonly NoteWords[]> => {
    const words = new Map<string, readonly NoteWords[]>();
    for (const [note, one] of inCopy(paper)) words.set(note, [one]);
    for (const layer of factLayers(layers)) {
      for (const record of layer.records.values()) {
        if (record.kind !== 'transcript') continue;
        const one = { note: record.note, text: textOf(record), transcript: record, layer };
        words.set(record.note, [...(words.get(record.note) ?? []), one]);
      }
    }
    return words;
  }),
);

/** The words of all notes that have any, by the note's id; for derived values that have no desk at hand. */
export const allNoteWords = (
  paper: Paper,
  layers: readonly Layer[],
): ReadonlyMap<string, readonly NoteWords[]> => wordsFor(paper)(layers);

/** All words of a note: the copy's first, then transcripts, the reader's own last. Empty where nobody has any. */
export const noteWords = (desk: Desk, note: string): readonly NoteWords[] =>
  wordsFor(desk.paper)(desk.layers).get(note) ?? [];

const textsFor = derived((paper: Paper) =>
  derived((layers: readonly Layer[]): ReadonlyMap<string, string> => {
    const texts = [...wordsFor(paper)(layers)].flatMap(([note, all]): [string, string][] => {
      const best = all.find((one) => one.transcript === null) ?? all.findLast((one) => one.text.text.trim());
      return best ? [[note, best.text.text]] : [];
    });
    return new Map(texts);
  }),
);

/** One text a note, by its id, wherever there is any: the copy's, else the last transcript that has words. */
export const noteTexts = (desk: Desk): ReadonlyMap<string, string> => textsFor(desk.paper)(desk.layers);
