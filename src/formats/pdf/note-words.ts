/** Notes as content: their words without the label. */
import { AtomWriter, type Atoms } from './atoms.ts';
import type { Words } from './hyphens.ts';
import { openingLabel } from './labels.ts';
import type { Line } from './lines.ts';
import type { Measure } from './measure.ts';
import type { PrintedNote } from './notes.ts';

/** How many letters of a note's first line its label takes. */
function labelLength(note: PrintedNote, line: Line): number {
  if (note.label === '') return 0;
  if (!note.isRaised) return openingLabel(line.text)?.length ?? 0;
  const first = line.pieces.find(({ text }) => text.trim() !== '');
  return first?.text.trim().length ?? 0;
}

/** The paragraphs of a note, with their signs. */
export function noteWords(note: PrintedNote, words: Words, measure: Measure): readonly Atoms[] {
  return note.paragraphs.map((lines, index) => {
    const writer = new AtomWriter(words, measure);
    lines.forEach((line, at) => writer.line(line, index === 0 && at === 0 ? labelLength(note, line) : 0));
    return { atoms: writer.atoms, undecided: writer.undecided };
  });
}
