/** Notes as content: their words without the label. */
import { beat } from '../../model/beat.ts';
import { AtomWriter, type Atom, type Atoms } from './atoms.ts';
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

/** Signs by which browsers print the way back from a note to its marker. */
const back = { first: /^\s*[\^↑]\s+/u, last: /\s*[↩↵⤴↑]\s*$/u };

/** Words without the way back, which leads nowhere in a file. */
function withoutBack(atoms: readonly Atom[]): readonly Atom[] {
  const texts = atoms.flatMap((atom) => (atom.kind === 'text' ? [atom.at] : []));
  const [first, last] = [texts[0], texts.at(-1)];
  if (first && atoms[0]?.kind === 'text') first.text = first.text.replace(back.first, '');
  if (last && atoms.at(-1)?.kind === 'text') last.text = last.text.replace(back.last, '');
  return atoms;
}

/** The paragraphs of a note, with their signs. */
export function noteWords(note: PrintedNote, words: Words, measure: Measure): readonly Atoms[] {
  return note.paragraphs.map((lines, index) => {
    beat();
    const writer = new AtomWriter(words, measure);
    lines.forEach((line, at) => writer.line(line, index === 0 && at === 0 ? labelLength(note, line) : 0));
    return { atoms: withoutBack(writer.atoms), undecided: writer.undecided };
  });
}
