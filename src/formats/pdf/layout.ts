/** Pages taken apart: what stands aside, the text of each column in reading order, the notes at its foot. */
import { pulse } from '../../model/beat.ts';
import { decodedPages } from './codes.ts';
import { stripsOf, type Strip } from './columns.ts';
import { withoutContents } from './contents.ts';
import { placeOf } from './edges.ts';
import { asides, type Aside } from './furniture.ts';
import { leadingOf, type Flow, type Leading } from './groups.ts';
import { chunksOf, type Chunk, type Line } from './lines.ts';
import { measureOf, type Measure } from './measure.ts';
import type { NoteRun } from './notes.ts';
import type { PdfBox, PdfFile, PdfPage } from './pages.ts';
import { sidewaysOf, type Sideways } from './sideways.ts';
import { markersAbove, zoned } from './zones.ts';

export interface Layout {
  readonly flows: readonly Flow[];
  readonly notes: readonly NoteRun[];
  readonly asides: readonly Aside[];
  /** What is written in the figures of each page, and its lines of a table of contents. */
  readonly inside: readonly Aside['words'][];
  /** Words that do not stand upright. */
  readonly sideways: readonly Sideways[];
  readonly measure: Measure;
  readonly leading: Leading;
  /** All lines, in reading order. */
  readonly lines: readonly Line[];
}

/** A picture of a part of a page, not the paper it is printed on. */
const isFigure = ([, , width, height]: PdfBox, page: PdfPage): boolean =>
  width > 30 && height > 30 && width * height < 0.75 * page.width * page.height;

/** The figures of a page. */
export const figuresOf = (page: PdfPage): readonly PdfBox[] =>
  page.images.filter((box) => isFigure(box, page));

const isInside = (chunk: Chunk, [x, y, width, height]: PdfBox): boolean =>
  chunk.x > x - 2 && chunk.right < x + width + 2 && chunk.y > y && chunk.y < y + height + 1;

/** The words in a page's figures: they are part of the pictures, and are kept beside. */
function wordsInside(page: PdfPage): Aside['words'] {
  pulse();
  const figures = figuresOf(page);
  if (figures.length === 0) return [];
  const inside = chunksOf(page).filter((chunk) => figures.some((box) => isInside(chunk, box)));
  return inside.map(({ runs, x, y }) => ({ text: runs.map(({ text }) => text).join(''), x, y }));
}

function stripsByPage(file: PdfFile, aside: readonly Aside[]): readonly (readonly Strip[])[] {
  return file.pages.map((page, at) => {
    pulse();
    const figures = figuresOf(page);
    const isAside = (chunk: Chunk): boolean =>
      (aside[at]?.chunks.has(placeOf(chunk)) ?? false) || figures.some((box) => isInside(chunk, box));
    return stripsOf(page, isAside);
  });
}

/** Edges of the columns of a text: a strip of few lines has those of the nearest column, whose lines are whole. */
function flowOf(strip: Strip, lines: readonly Line[], columns: readonly Strip[]): Flow {
  const isWhole = lines.length >= 8;
  const near = columns.find(
    (one) =>
      (one.page - strip.page) % 2 === 0 &&
      one.x <= strip.x + 1 &&
      one.x > strip.x - 80 &&
      one.right >= strip.right - 1,
  );
  const { x, right } = isWhole || !near ? strip : near;
  return { page: strip.page, x, right, lines };
}

const labelsOf = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ pieces }) => pieces.filter(({ rise }) => rise === 1).map(({ text }) => text.trim())),
  );

/** Columns that lines fill, the most common first. */
function fullColumns(strips: readonly Strip[]): readonly Strip[] {
  const full = strips.filter(({ lines }) => lines.length >= 12);
  const width = ({ x, right }: Strip): string => `${Math.round(x)} ${Math.round(right)}`;
  const counts = new Map<string, number>();
  for (const strip of full) counts.set(width(strip), (counts.get(width(strip)) ?? 0) + 1);
  return full.sort((a, b) => (counts.get(width(b)) ?? 0) - (counts.get(width(a)) ?? 0)).slice(0, 40);
}

/** The words in a page's figures, and its lines of a table of contents. */
const besideText = (page: PdfPage, contents: readonly Line[]): Aside['words'] => [
  ...wordsInside(page),
  ...contents.filter((line) => line.page === page.index),
];

/** Takes a file's pages apart. */
export function layoutOf(given: PdfFile): Layout {
  const file = { ...given, pages: decodedPages(given.pages) };
  const aside = asides(file.pages);
  const byPage = stripsByPage(file, aside);
  const lines = byPage.flat().flatMap((strip) => strip.lines);
  const measure = measureOf(
    lines,
    file.pages.map(({ height }) => height),
  );
  const columns = fullColumns(byPage.flat());
  const flows: Flow[] = [];
  const notes: NoteRun[] = [];
  let carried: ReadonlySet<string> = new Set();
  byPage.forEach((strips, at) => {
    const page = file.pages[at] as PdfPage;
    strips.forEach((strip, index) => {
      pulse();
      const markers = markersAbove(strips.slice(0, index), strip, carried);
      const parted = zoned({ strip, page, measure, markers, isOpen: notes.length > 0 });
      if (parted.body.length > 0) flows.push(flowOf(strip, parted.body, columns));
      if (parted.notes.length > 0) notes.push({ lines: parted.notes, place: 'foot' });
    });
    carried = labelsOf(strips.flatMap((strip) => strip.lines));
  });
  const body = flows.flatMap((flow) => flow.lines);
  const inText = withoutContents(flows);
  const inside = file.pages.map((page) => besideText(page, inText.contents));
  const sideways = sidewaysOf(file.pages);
  return {
    flows: inText.flows,
    notes,
    asides: aside,
    inside,
    sideways,
    measure,
    leading: leadingOf(body, measure),
    lines,
  };
}
