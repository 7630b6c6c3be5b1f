/** Notes that are set one behind the other in a paragraph: those that begin in the midst of a line get a line of their own. */
import { isNext, labelOf } from './labels.ts';
import { textOfPieces, type Line, type Piece } from './lines.ts';
import { lineLabel } from './zones.ts';

/** What a note ends with: the next may follow in the same line. */
const isEnd = (text: string): boolean => /[.?!…:;)\]”"’»]\s*$/u.test(text);

/** A part of a line, as a line. */
function part(line: Line, pieces: readonly Piece[]): Line {
  const printed = pieces.filter(({ text }) => text.trim() !== '');
  return {
    ...line,
    pieces,
    x: Math.min(...printed.map(({ x }) => x)),
    right: Math.max(...printed.map(({ right }) => right)),
    text: textOfPieces(pieces),
  };
}

/** The raised label a line begins with: a number of the line's own size may be any, where notes have raised ones. */
function raisedLabel(line: Line): string | null {
  const label = lineLabel(line);
  return label?.isRaised === true ? label.label : null;
}

/** Where in a line the note after `last` begins; 0 where none does. */
function startIn({ pieces }: Line, last: string | null, opening: ReadonlySet<string>): number {
  let before = '';
  for (const [at, { text, rise }] of pieces.entries()) {
    const label = rise === 1 && isEnd(before) ? labelOf(text) : null;
    if (label !== null && last !== null && /^\d+$/u.test(label) && isNext(label, last) && !opening.has(label))
      return at;
    before += text;
  }
  return 0;
}

/**
 * Lines of notes, parted where a raised number counts on from the note before and no line begins with it.
 * `last` is the label of the note that is open above them; null where there is none.
 */
export function withInnerNotes(lines: readonly Line[], last: string | null): readonly Line[] {
  const opening = new Set(lines.flatMap((line) => raisedLabel(line) ?? []));
  let open = last;
  return lines.flatMap((line) => {
    const parts: Line[] = [];
    let rest = line;
    open = raisedLabel(rest) ?? open;
    for (let at = startIn(rest, open, opening); at > 0; at = startIn(rest, open, opening)) {
      parts.push(part(rest, rest.pieces.slice(0, at)));
      rest = part(rest, rest.pieces.slice(at));
      open = raisedLabel(rest) ?? open;
    }
    return [...parts, rest];
  });
}
