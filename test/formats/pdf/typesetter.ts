/** Sets drafts as pages of a PDF: lines of equal letters, notes at the foot of their columns, heads and folios. For tests. */
import { wordsOf, type Draft, type DraftInline } from '../../../src/model/draft.ts';
import type { PdfFile, PdfPage, PdfRun } from '../../../src/formats/pdf/pages.ts';

export interface Setting {
  readonly columns: 1 | 2;
  /** Of the notes; the body has 10 points. */
  readonly noteSize: number;
  readonly hasRules: boolean;
}

const size = 10;
const [width, height, margin, gutter] = [600, 800, 60, 20];
const leading = (points: number): number => points * 1.2;
const letter = (points: number): number => points * 0.5;

interface Part {
  readonly text: string;
  readonly isMarker: boolean;
}

interface SetLine {
  readonly parts: readonly Part[];
  readonly inset: number;
  readonly points: number;
  readonly isBold: boolean;
  /** Ids of notes that its markers lead to. */
  readonly notes: readonly string[];
  /** Space above it. */
  readonly above: number;
}

type Words = readonly { readonly parts: readonly Part[]; readonly notes: readonly string[] }[];

/** Words with the markers that stand at them. */
function wordsIn(content: readonly DraftInline[]): Words {
  const words: { parts: Part[]; notes: string[] }[] = [{ parts: [], notes: [] }];
  for (const one of content) {
    const open = words.at(-1) as (typeof words)[number];
    if (one.kind === 'marker') {
      open.parts.push({ text: one.label, isMarker: true });
      open.notes.push(one.note);
    } else if (one.kind === 'text')
      one.text.split(/ /u).forEach((text, at) => {
        if (at > 0) words.push({ parts: [], notes: [] });
        if (text !== '') words.at(-1)?.parts.push({ text, isMarker: false });
      });
  }
  return words.filter(({ parts }) => parts.length > 0);
}

const lengthOf = (parts: readonly Part[], points: number): number =>
  parts.reduce(
    (sum, { text, isMarker }) => sum + [...text].length * letter(isMarker ? points * 0.7 : points),
    0,
  );

interface Look {
  readonly measure: number;
  readonly points: number;
  readonly isBold?: boolean;
  readonly inset?: number;
  readonly first?: number;
}

/** Breaks words in lines. */
function broken(words: Words, { measure, points, isBold = false, inset = 0, first = 0 }: Look): SetLine[] {
  const lines: { parts: Part[]; notes: string[] }[] = [];
  const room = (at: number): number => measure - inset - (at === 0 ? first : 0);
  for (const { parts, notes } of words) {
    const open = lines.at(-1);
    const grown: Part[] = open ? [...open.parts, { text: ' ', isMarker: false }, ...parts] : [...parts];
    if (open && lengthOf(grown, points) <= room(lines.length - 1)) {
      open.parts = grown;
      open.notes.push(...notes);
    } else lines.push({ parts: [...parts], notes: [...notes] });
  }
  return lines.map((line, at) => ({
    ...line,
    inset: inset + (at === 0 ? first : 0),
    points,
    isBold,
    above: 0,
  }));
}

function bodyOf(draft: Draft, measure: number): SetLine[] {
  return draft.blocks.flatMap((block) => {
    const label = block.label ? `${block.label} ` : '';
    const words = wordsIn([{ kind: 'text', text: label }, ...block.content]);
    const isHeading = block.kind === 'heading';
    const isQuotation = block.kind === 'quotation';
    const look = isHeading
      ? { measure, points: 18 - 2 * (block.level ?? 1), isBold: true }
      : isQuotation
        ? { measure: measure - 24, points: size, inset: 24 }
        : { measure, points: size, first: 12 };
    const gap = isHeading ? 12 : isQuotation ? 6 : 0;
    return broken(words, look).map((line, at) => (at === 0 ? { ...line, above: gap } : line));
  });
}

/** One column as it is filled. */
class Column {
  readonly lines: SetLine[] = [];
  readonly notes: SetLine[] = [];

  get used(): number {
    const tall = (all: readonly SetLine[]): number =>
      all.reduce((sum, { points, above }) => sum + leading(points) + above, 0);
    return tall(this.lines) + tall(this.notes) + (this.notes.length > 0 ? 14 : 0);
  }
}

function columnsOf(draft: Draft, measure: number, { noteSize }: Setting): Column[] {
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const columns = [new Column()];
  for (const line of bodyOf(draft, measure)) {
    const own = line.notes.flatMap((id) => {
      const note = notes.get(id);
      const words = wordsIn(note?.content.flat() ?? []);
      const [first, ...rest] = words;
      const label = { text: note?.label ?? '', isMarker: true };
      if (!first) return [];
      return broken([{ ...first, parts: [label, ...first.parts] }, ...rest], { measure, points: noteSize });
    });
    let open = columns.at(-1) as Column;
    const needed = [line, ...own].reduce((sum, { points, above }) => sum + leading(points) + above, 14);
    if (open.used + needed > height - 2 * margin && open.lines.length > 0)
      columns.push((open = new Column()));
    open.lines.push(line);
    open.notes.push(...own);
  }
  return columns;
}

function runsOf(line: SetLine, left: number, y: number): PdfRun[] {
  let x = left + line.inset;
  return line.parts.map(({ text, isMarker }) => {
    const points = isMarker ? line.points * 0.7 : line.points;
    const run: PdfRun = {
      text,
      x,
      y: isMarker ? y - line.points * 0.35 : y,
      width: [...text].length * letter(points),
      size: points,
      font: line.isBold ? 'Bold' : 'Plain',
      isBold: line.isBold,
      isItalic: false,
      direction: 'ltr',
      angle: 0,
    };
    x += run.width;
    return run;
  });
}

/** A column's runs, from the top and from the foot, and the height of the rule over its notes. */
function setColumn(column: Column, left: number): { runs: PdfRun[]; rule: number } {
  const runs: PdfRun[] = [];
  let y = margin;
  for (const line of column.lines) {
    y += leading(line.points) + line.above;
    runs.push(...runsOf(line, left, y));
  }
  y = height - margin - column.notes.reduce((sum, { points }) => sum + leading(points), 0);
  const rule = y - 2;
  for (const line of column.notes) {
    y += leading(line.points);
    runs.push(...runsOf(line, left, y));
  }
  return { runs, rule };
}

const words = (text: string): SetLine => ({
  parts: [{ text, isMarker: false }],
  inset: 0,
  points: 8,
  isBold: false,
  notes: [],
  above: 0,
});

/** A file with the draft's text; notes without words are left out. */
export function setPages(draft: Draft, setting: Setting): PdfFile {
  const measure = setting.columns === 1 ? width - 2 * margin : (width - 2 * margin - gutter) / 2;
  const columns = columnsOf(draft, measure, setting);
  const pages: PdfPage[] = [];
  for (let at = 0; at < columns.length; at += setting.columns) {
    const index = pages.length;
    const set = columns
      .slice(at, at + setting.columns)
      .map((column, side) => ({ column, x: margin + side * (measure + gutter) }))
      .map(({ column, x }) => ({ ...setColumn(column, x), x, hasNotes: column.notes.length > 0 }));
    const rules = set
      .filter(({ hasNotes }) => setting.hasRules && hasNotes)
      .map(({ x, rule }) => ({ x, y: rule, width: 80 }));
    const edges = [
      ...runsOf(words('A Journal of Things'), width / 2 - 40, 36),
      ...runsOf(words(String(index + 101)), width / 2, height - 30),
    ];
    pages.push({
      index,
      label: null,
      width,
      height,
      runs: [...set.flatMap(({ runs }) => runs), ...edges],
      links: [],
      images: [],
      rules,
    });
  }
  return { pages, outline: [], language: 'en', title: '', author: '' };
}

/** The words of a draft's body, for comparing. */
export const bodyWords = (draft: Draft): string =>
  draft.blocks.map(({ content }) => wordsOf(content)).join(' ');
