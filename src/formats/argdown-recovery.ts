/** Reads Argdown that is broken in places: each paragraph that cannot be read is set apart and named, the rest is read. */
import type { Parsed, Trouble } from './argdown-grammar.ts';
import { LineIndex } from './finding.ts';

/** A part of a text that could not be read, as it stands. */
export interface Unread {
  readonly line: number;
  readonly words: string;
}

/** A text that was read, and what had to be left out of it. */
export interface Recovered extends Parsed {
  /** What was parsed: as long as the text, with blanks for what was set apart. */
  readonly text: string;
  /** The paragraphs that were set apart, as they stand. */
  readonly unread: readonly Unread[];
}

/** So many paragraphs are set apart at most; what is broken in more places is no Argdown. */
const mostBroken = 60;

/** Each paragraph that is set apart costs one reading of the whole: of a long text fewer are, down to a handful. */
const mostReadAgain = 2_000_000;
const fewestBroken = 6;

/** A backslash at the end of a line stands for nothing, and no sign of the grammar begins with it. */
const loneBackslash = /\\(?=[\r\n\u2028\u2029]|$)/gu;

/** Blanks of the same length, lines kept, so that every offset and line stays what it was. */
const blank = (text: string): string => text.replace(/[^\r\n]/gu, ' ');

/** From and to of the paragraph around a line, as offsets; lines that are empty are its borders. */
function paragraph(text: string, lines: readonly number[], line: number): readonly [number, number] {
  const isEmpty = (at: number): boolean => text.slice(lines[at], lines[at + 1] ?? text.length).trim() === '';
  let from = Math.min(line - 1, lines.length - 1);
  // The parser may only notice behind the paragraph.
  while (from > 0 && isEmpty(from)) from -= 1;
  let to = from;
  while (from > 0 && !isEmpty(from - 1)) from -= 1;
  while (to < lines.length - 1 && !isEmpty(to + 1)) to += 1;
  return [lines[from] ?? 0, lines[to + 1] ?? text.length];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const nothing: Parsed = { tree: null, tokens: [], troubles: [] };

/** The line that is indented most. */
function deepestLine(text: string): number {
  const depths = text.split('\n').map((line) => line.search(/\S|$/u));
  return depths.reduce((best, depth, at) => (depth > (depths[best] ?? 0) ? at : best), 0) + 1;
}

function attempt(parse: (text: string) => Parsed, text: string): Parsed | null {
  try {
    return text.trim() === '' ? nothing : parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) return null;
    const words = 'it is nested too deeply to be read';
    return { ...nothing, troubles: [{ line: deepestLine(text), column: 1, words }] };
  }
}

/** So many signs the parser may look at in search of brackets that close; an honest text of 50 MB has fewer. */
const farthest = 100_000_000;

/** Whether brackets are opened so often without being closed that the parser, which looks ahead from each, would not come back. */
function isUnclosed(text: string): boolean {
  let [steps, square, angle] = [0, text.length, text.length];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ']') square = at;
    else if (sign === '>') angle = at;
    else if (sign === '[') steps += square - at;
    else if (sign === '<') steps += angle - at;
  }
  return steps > farthest;
}

/** A text whose signs can all be told apart, and what that took. */
function told(
  parse: (text: string) => Parsed,
  given: string,
): { text: string; parsed: Parsed; troubles: Trouble[] } {
  if (isUnclosed(given)) {
    const words = 'brackets are opened again and again and not closed; nothing of it could be read';
    return { text: given, parsed: nothing, troubles: [{ line: 1, column: 1, words }] };
  }
  const first = attempt(parse, given);
  if (first) return { text: given, parsed: first, troubles: [] };
  const lines = new LineIndex(given);
  const troubles = [...given.matchAll(loneBackslash)].slice(0, mostBroken).map(({ index }) => ({
    line: lines.at(index),
    column: 1,
    words: 'a backslash at the end of a line was passed over',
  }));
  const text = given.replace(loneBackslash, ' ');
  const second = attempt(parse, text);
  if (second) return { text, parsed: second, troubles };
  const words = 'the text has signs that are no Argdown; nothing of it could be read';
  return { text, parsed: nothing, troubles: [{ line: 1, column: 1, words }] };
}

/** See the head of this file. Never throws. */
export function parsedAround(parse: (text: string) => Parsed, given: string): Recovered {
  let { text, parsed, troubles } = told(parse, given);
  const unread: Unread[] = [];
  const lines = lineStarts(given);
  const most = Math.max(fewestBroken, Math.min(mostBroken, mostReadAgain / given.length));
  while (parsed.troubles.length > 0 && unread.length < most) {
    const [first] = parsed.troubles;
    if (!first) break;
    const [from, to] = paragraph(text, lines, first.line);
    if (text.slice(from, to).trim() === '') break;
    troubles.push({ ...first, words: `${first.words}; this paragraph was set apart` });
    unread.push({ line: new LineIndex(given).at(from), words: given.slice(from, to).trimEnd() });
    text = text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to);
    parsed = attempt(parse, text) ?? nothing;
  }
  troubles = [...troubles, ...parsed.troubles];
  return { ...parsed, text, troubles, unread };
}
