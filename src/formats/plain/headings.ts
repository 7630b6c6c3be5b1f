/** Which lines are headings: by labels that count on, with nesting, and by how lines stand alone. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { Line } from './lines.ts';

export interface Heading {
  /** Index of the last of its lines. */
  readonly end: number;
  readonly level: number;
  readonly label: string | null;
  readonly isDoubtful: boolean;
}

const romans: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a Roman number in capitals. */
const romanValue = (text: string): number =>
  [...text].reduce((sum, sign, at) => {
    const value = romans[sign] ?? 0;
    return sum + ((romans[text[at + 1] ?? ''] ?? 0) > value ? -value : value);
  }, 0);

type Series = 'roman' | 'letter' | 'arabic';

function readings(label: string): { series: Series; value: number }[] {
  const bare = label.replace(/\W/gu, '');
  const found: { series: Series; value: number }[] = [];
  if (/^[IVXLC]+$/u.test(bare)) found.push({ series: 'roman', value: romanValue(bare) });
  if (/^[A-Z]$/u.test(bare)) found.push({ series: 'letter', value: bare.charCodeAt(0) - 64 });
  if (/^\d{1,2}$/u.test(bare)) found.push({ series: 'arabic', value: Number(bare) });
  return found;
}

/** Series within series, as they stand open: the innermost last. */
class Nesting {
  #open: { series: Series; value: number }[] = [];

  /** The level of what counts on here, or begins a series; null for what does neither. */
  place(label: string): number | null {
    const all = readings(label);
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const open = this.#open[depth] as { series: Series; value: number };
      const next = all.find(({ series, value }) => series === open.series && value === open.value + 1);
      if (!next) continue;
      this.#open = [...this.#open.slice(0, depth), next];
      return depth + 1;
    }
    const first = all.find(
      ({ series, value }) => value === 1 && !this.#open.some((open) => open.series === series),
    );
    if (!first) return null;
    this.#open.push(first);
    return this.#open.length;
  }
}

const labelled =
  /^((?:[IVXLC]{1,7}|[A-Z]|\d{1,2})\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:[IVXLC]{2,7}|\d{1,2})(?=\s+\p{Lu}))\s+(\p{Lu}.*|[“"‘].*)$/u;
const chapter = /^(?:chapter|part|book|appendix|section|act|canto|letter)\s+(?:\d+|[ivxlc]+|[A-Z])\b/iu;
const usual =
  /^(?:abstract|introduction|conclusions?|references|bibliography|acknowledge?ments|notes|endnotes|preface|epilogue|prologue|discussion|results|methods?)[:.]?$/iu;

/** Whether most longer words begin with a capital, as titles do. */
function isTitled(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}’'-]{5,}/gu) ?? [];
  const raised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return /^[“"‘(]?\p{Lu}/u.test(text) && raised >= words.length * 0.75;
}

const isOpen = (text: string): boolean => !/[.,;:!?]["”’]?\d{0,3}$/u.test(text);

/** The last line of a heading that begins at `at`: it goes on in lines that are titled as well. */
function headingEnd(
  lines: readonly Line[],
  at: number,
  width: number,
  isBody: (at: number) => boolean,
): number {
  let end = at;
  while (end - at < 2) {
    const next = lines[end + 1];
    if (!next || !isBody(end + 1) || next.gap > 0 || next.isTight) break;
    const isShort = next.text.length < width * 0.75 && (lines[end] as Line).text.length > width * 0.6;
    if (!isShort || !isTitled(next.text) || !isOpen(next.text)) break;
    end += 1;
  }
  return end;
}

/** The level that a label has; null where it does not count on. */
const levelOf = (label: string, nesting: Nesting): number | null =>
  /\d\.\d/u.test(label) ? label.replace(/\.$/u, '').split('.').length : nesting.place(label);

/** A heading without a label; null for any other line. */
function loneHeading({ text }: Line, at: number, width: number): Heading | null {
  const isKnown = chapter.test(text) || usual.test(text);
  const isShouted = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  const isShort = text.length < width * 0.7 && /\p{L}{3}/u.test(text) && isOpen(text) && isTitled(text);
  if (text.length >= width * 0.9 || !(isKnown || isShort)) return null;
  return { end: at, level: 1, label: null, isDoubtful: !isKnown && !isShouted };
}

const month =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}$/iu;

/**
 * A heading set as a sentence is, without a stop: short, between a text that has ended and one that begins. Lines of
 * tables, verse and addresses stand among their like; dates and signatures end a text or stand before none.
 */
function plainHeading(lines: readonly Line[], at: number, width: number): Heading | null {
  const { text } = lines[at] as Line;
  const isTitleLike = isPlainTitle(text, width) && !month.test(text);
  return isTitleLike && isBetween(lines, at, width)
    ? { end: at, level: 1, label: null, isDoubtful: true }
    : null;
}

function isPlainTitle(text: string, width: number): boolean {
  const count = text.split(' ').length;
  const isQuestion = count > 2 && text.endsWith('?');
  if (text.length >= width * 0.6 || count > 12) return false;
  return /^[¿¡]?\p{Lu}/u.test(text) && /\p{L}{3}/u.test(text) && (isOpen(text) || isQuestion);
}

function isBetween(lines: readonly Line[], at: number, width: number): boolean {
  const [before, next] = [lines[at - 1], lines[at + 1]];
  if (before && !/[.!?:…]["”’»)\]]*\d{0,3}$/u.test(before.text)) return false;
  return !!next && next.text.length > width * 0.75 && /^[“"‘«([]?[\p{Lu}\p{Lo}\d]/u.test(next.text);
}

/** Whether the lines up to `end` are a title: they are open, and no sentence goes on behind them. */
const isTitle = (lines: readonly Line[], end: number, width: number): boolean => {
  const [last, next] = [lines[end] as Line, lines[end + 1]];
  const goesOn = next?.gap === 0 && /^[\p{Ll}\d(“]/u.test(next.text);
  return isOpen(last.text) && !(goesOn && last.text.length > width * 0.6);
};

const isAlone = (lines: readonly Line[], at: number): boolean =>
  (at === 0 || (lines[at] as Line).gap > 0) && (lines[at + 1]?.gap ?? 1) > 0;

/** The headings by their first lines. `isBody` tells which lines are to be looked at. */
export function headings(
  lines: readonly Line[],
  width: number,
  isBody: (at: number) => boolean,
): ReadonlyMap<number, Heading> {
  const found = new Map<number, Heading>();
  const nesting = new Nesting();
  const isFree = (at: number): boolean =>
    (lines[at] as Line).gap > 0 || !isBody(at - 1) || found.has(at - 1) || isEnd(lines[at - 1], width);
  lines.forEach((line, at) => {
    beat();
    if (!isBody(at) || line.text.length > width * 1.1 || !isFree(at)) return;
    const label = labelled.exec(line.text)?.[1];
    if (label !== undefined) {
      const end = headingEnd(lines, at, width, isBody);
      const level = isTitle(lines, end, width) ? levelOf(label, nesting) : null;
      if (level !== null) found.set(at, { end, level, label, isDoubtful: false });
    } else if (isAlone(lines, at)) {
      const heading = loneHeading(line, at, width) ?? plainHeading(lines, at, width);
      if (heading) found.set(at, heading);
    }
  });
  return found;
}

const isEnd = (line: Line | undefined, width: number): boolean =>
  !line || (line.text.length < width * 0.9 && /[.!?]["”’)]?\d{0,4}$/u.test(line.text));
