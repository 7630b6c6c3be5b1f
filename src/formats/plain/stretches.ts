/** The blocks of a plain text as stretches of its lines: paragraphs, quotations, lists, headings. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftKind, DraftPage } from '../../model/draft.ts';
import { headings } from './headings.ts';
import { listLevels, type ListItem } from './list-levels.ts';
import type { Line, Lines } from './lines.ts';

export interface Stretch {
  readonly kind: DraftKind;
  /** Indices of its lines. */
  readonly lines: number[];
  readonly level?: number;
  readonly label?: string;
  readonly isDoubtful?: boolean;
}

/** What the lines are sorted by. */
export interface Sorting extends Lines {
  readonly aside: ReadonlySet<number>;
  readonly pages: ReadonlyMap<number, DraftPage>;
}

const item = /^(\([ivxlc]{1,5}\)|\([a-z]\)|\(\d{1,2}\)|[•●▪◦‣]|\d{1,2}[.)]|[a-z]\))\s+\S/u;

const isFinished = ({ text }: Line): boolean => /[.!?:…]["”’)\]]*\s?\d{0,4}$/u.test(text);

/** Lines of double spaced prose that are not: each with the line before it, which begins the stretch. */
function tightLines({ lines, isDouble, pages }: Sorting): ReadonlySet<number> {
  const tight = new Set<number>();
  if (!isDouble) return tight;
  lines.forEach(({ isTight }, at) => {
    if (!isTight || pages.has(at)) return;
    tight.add(at);
    if (!tight.has(at - 1)) tight.add(at - 1);
  });
  lines.forEach((_, at) => {
    if (pages.has(at) && lines[at]?.isTight && tight.has(at - 1) && tight.has(at + 1)) tight.add(at);
  });
  return tight;
}

/** Lines that are set in, two at least in a row, all alike: quotations where prose has an edge of its own. */
function indentedLines({ lines, aside, isDouble }: Sorting): ReadonlySet<number> {
  const found = new Set<number>();
  const counts = new Map<number, number>();
  for (const { indent } of lines) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [base, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (isDouble || most < lines.length * 0.6) return found;
  const isIn = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && !aside.has(at) && line.indent >= base + 3 && !item.test(line.text);
  };
  lines.forEach((line, at) => {
    const isLike = (other: number): boolean =>
      isIn(other) && Math.abs((lines[other] as Line).indent - line.indent) <= 1;
    if (isIn(at) && (isLike(at - 1) || isLike(at + 1))) found.add(at);
  });
  return found;
}

/** The label of an item, where others like it follow or come before within some lines. */
function items({ lines, aside }: Sorting): ReadonlyMap<number, string> {
  const all = lines.flatMap(({ text }, at) => {
    const label = aside.has(at) ? undefined : item.exec(text)?.[1];
    return label === undefined ? [] : [{ at, label }];
  });
  const shape = (label: string): string => label.replace(/[a-z]+/u, 'a').replace(/\d+/u, '1');
  const near = 25;
  return new Map(
    all
      .filter(({ at, label }, index) =>
        [all[index - 1], all[index + 1]].some(
          (other) =>
            other &&
            Math.abs(other.at - at) <= near &&
            shape(other.label) === shape(label) &&
            (other.label !== label || /^\W$/u.test(label)),
        ),
      )
      .map(({ at, label }) => [at, label]),
  );
}

/** Items with what stands between them: lines that are set off begin a paragraph. */
function listItems(lines: readonly Line[], listed: ReadonlyMap<number, string>): ListItem[] {
  let last = -1;
  return [...listed].map(([at, label]) => {
    const isParted = lines.slice(last + 1, at).some(({ gap }) => gap > 0);
    last = at;
    return { at, label, indent: (lines[at] as Line).indent, isParted };
  });
}

const firstWord = (line: Line | undefined): number => line?.text.split(' ')[0]?.length ?? 0;

/** Whether a line is set in further than the one before it, as first lines are. */
const isStep = (line: Line, before: Line): boolean => {
  const step = line.indent - before.indent;
  return step > 0 && step < 12;
};

/** Whether a paragraph begins with a line, behind the line `before` that is part of the text. */
class Breaks {
  readonly #sorting: Sorting;
  readonly #isByGap: boolean;

  constructor(sorting: Sorting) {
    this.#sorting = sorting;
    const { lines, isDouble } = sorting;
    this.#isByGap = !isDouble && lines.filter(({ gap }) => gap > 0).length > lines.length / 25;
  }

  isAt(at: number, last: number): boolean {
    const { lines, pages } = this.#sorting;
    const [line, before] = [lines[at] as Line, lines[last] as Line];
    const isOver = last !== at - 1;
    const isLower = /^[\p{Ll},;)]/u.test(line.text);
    if (line.gap > 0 && !isOver) return !isLower || isFinished(before);
    if (!isFinished(before)) return false;
    // Behind notes that stand between parts of the text a blank line is one; behind a page's it may be the page's.
    if (line.gap > 0 && !pages.has(at)) return true;
    const isTurn = pages.has(at) || isOver;
    return (!isTurn && isStep(line, before)) || (!isLower && this.#byRoom(at, before, isTurn));
  }

  /** By how much room the lines left at their ends. */
  #byRoom(at: number, before: Line, isTurn: boolean): boolean {
    const { lines, width } = this.#sorting;
    const line = lines[at] as Line;
    const next = lines[at + 1];
    if (this.#isByGap && !isTurn) return false;
    if (isTurn && this.#isByGap && line.indent > (next?.indent ?? 0)) return true;
    const room = width * 0.9;
    if (before.text.length + 1 + firstWord(line) <= room) return true;
    const isFirstLike = line.text.length <= width * 0.84 && !isFinished(line);
    return !this.#isByGap && isFirstLike && line.text.length + 1 + firstWord(next) <= room;
  }
}

/** Sorts the lines that are no furniture into blocks. */
export function stretches(sorting: Sorting): Stretch[] {
  const { lines, width, aside } = sorting;
  const [tight, indented, listed] = [tightLines(sorting), indentedLines(sorting), items(sorting)];
  const levels = listLevels(listItems(lines, listed));
  const isQuoted = (at: number): boolean => tight.has(at) || indented.has(at);
  const titles = headings(
    lines,
    width,
    (at) => !aside.has(at) && !isQuoted(at) && !/^[(•●▪◦‣]/u.test(lines[at]?.text ?? ''),
  );
  const breaks = new Breaks(sorting);
  const found: Stretch[] = [];
  let last = -1;
  const goesOn = (open: Stretch, kind: DraftKind, at: number): boolean =>
    kind === 'quotation'
      ? open.kind === kind && !(lines[at] as Line).gap
      : ['paragraph', 'item'].includes(open.kind) && !breaks.isAt(at, last);
  for (let at = 0; at < lines.length; at += 1) {
    beat();
    const open = found.at(-1);
    const heading = titles.get(at);
    if (aside.has(at)) continue;
    if (heading) {
      const own = Array.from({ length: heading.end - at + 1 }, (_, index) => at + index);
      const { level, label, isDoubtful } = heading;
      found.push({ kind: 'heading', lines: own, level, isDoubtful, ...(label === null ? {} : { label }) });
      at = heading.end;
    } else if (listed.has(at)) {
      const level = levels.get(at) ?? 1;
      found.push({ kind: 'item', lines: [at], level, ...labelOf(listed.get(at) as string) });
    } else {
      const kind = isQuoted(at) ? 'quotation' : 'paragraph';
      if (open && goesOn(open, kind, at)) open.lines.push(at);
      else found.push({ kind, lines: [at] });
    }
    last = at;
  }
  return found;
}

/** Bullets are signs of a list, no part of the text. */
const labelOf = (label: string): { label?: string } => (/^[•●▪◦‣]$/u.test(label) ? {} : { label });
