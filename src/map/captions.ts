/** The notes that carry what a picture shows, in words beneath it: what the copy says of each, or that it says nothing. */
import type { Desk } from '../desk/desk.ts';
import { sources } from '../desk/desk.ts';
import { noteTexts } from '../desk/note-words.ts';
import { citedIn, supportOf } from '../desk/sources.ts';
import { workLine } from '../desk/work-line.ts';
import type { Claim } from '../model/argument-records.ts';
import { joinRuns } from './note-list.ts';
import { textWidth, wrapText } from './measure.ts';
import type { Palette } from './palette.ts';
import { textLine, type LineSet } from './svg-text.ts';

/** A line beneath a picture: a note, or all the notes of which there is nothing to say. */
export interface Caption {
  /** The note's printed label; empty for the line of those that the copy lacks. */
  readonly label: string;
  /** Its words, a work that somebody supplied, or whom the text names. */
  readonly words: string;
}

/** Longer notes are cut at a word: a caption is no place to read an essay. */
const longest = 400;

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  if (flat.length <= longest) return flat;
  const cut = flat.lastIndexOf(' ', longest);
  return `${flat.slice(0, cut > 0 ? cut : longest)} …`;
}

/** Null where the copy lacks the note and nobody is known to be behind it. */
function wordsOf(desk: Desk, note: string): string | null {
  const text = noteTexts(desk).get(note)?.trim();
  if (text) return shorten(text);
  const cited = citedIn(desk, note).map(({ work, citation }) =>
    [workLine(work.item), citation.locator].filter(Boolean).join(' '),
  );
  if (cited.length > 0) return shorten(cited.join('; '));
  const named = supportOf(desk, note)?.shown.sources ?? [];
  const names = named.flatMap((id) => sources(desk).get(id)?.name ?? []);
  return names.length > 0 ? `${names.join(', ')}, as named in the text; the note is not in this copy.` : null;
}

/** The notes of claims, in the order of the paper; what is lacking is said last, in one line. */
export function captionsFor(desk: Desk, claims: Iterable<Claim>): readonly Caption[] {
  const wanted = new Set([...claims].flatMap(({ notes }) => notes));
  const notes = desk.paper.notes.filter(({ id }) => wanted.has(id));
  const told = notes.map(({ id, label }) => ({ label, words: wordsOf(desk, id) }));
  const lacking = joinRuns(told.filter(({ words }) => words === null).map(({ label }) => label));
  const last =
    lacking.length > 0
      ? [{ label: '', words: `Not in this copy, and no name with them: ${lacking.join(', ')}.` }]
      : [];
  return [...told.flatMap(({ label, words }) => (words === null ? [] : { label, words })), ...last];
}

const size = 12;
const leading = 17;
const indent = 34;
const gutter = 32;
/** A column is about as wide as one reads with ease. */
const measure = 380;

/** Sets captions in columns of equal height within `width` px; the origin is their top left corner. */
export function drawCaptions(
  captions: readonly Caption[],
  palette: Palette,
  width: number,
): { readonly svg: string; readonly height: number } {
  if (captions.length === 0) return { svg: '', height: 0 };
  const set: LineSet = { size, family: palette.fontText, fill: palette.inkSoft };
  const columns = Math.max(1, Math.floor((width + gutter) / (measure + gutter)));
  const column = (width - gutter * (columns - 1)) / columns;
  const ruler = textWidth(`400 ${size}px ${palette.fontText}`);
  const lines = captions.flatMap(({ label, words }) =>
    wrapText(words, column - indent, ruler).map((text, at) => ({ label: at === 0 ? label : '', text })),
  );
  const rows = Math.ceil(lines.length / columns);
  const svg = lines.map(({ label, text }, at) => {
    const x = Math.floor(at / rows) * (column + gutter);
    const y = size + (at % rows) * leading;
    const number = label ? textLine(label, x + indent - 10, y, { ...set, isEnd: true, weight: 600 }) : '';
    return number + textLine(text, x + indent, y, set);
  });
  return { svg: svg.join(''), height: rows * leading };
}
