/** Lines of text: runs that stand on one baseline, with what is raised or lowered beside them. */
import { written } from './letters.ts';
import type { PdfLink, PdfPage, PdfRun } from './pages.ts';

/** A run as it stands in its line. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly size: number;
  /** 1 raised, -1 lowered, 0 on the line. */
  readonly rise: -1 | 0 | 1;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Where a link over it leads outside. */
  readonly href: string | null;
  /** The link over it that leads to a place of this file. */
  readonly leads: PdfLink | null;
  readonly direction: 'ltr' | 'rtl';
}

/** A line, or the part of one that stands in one column. */
export interface Line {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** The size that most of its letters have. */
  readonly size: number;
  /** In reading order. */
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** Widest gap between two pieces, in points: a line of a table has wide ones. */
  readonly gap: number;
}

/** Runs of one baseline without a wide gap between them, from left to right. */
export interface Chunk {
  readonly runs: readonly PdfRun[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const isSpace = (run: PdfRun): boolean => run.text.trim() === '';
const rightOf = (run: PdfRun): number => run.x + run.width;

/** Upright runs in rows of one baseline, top to bottom. */
function rows(runs: readonly PdfRun[]): PdfRun[][] {
  const upright = runs.filter(({ angle, text }) => angle === 0 && text !== '').sort((a, b) => a.y - b.y);
  const all: PdfRun[][] = [];
  let y = -Infinity;
  for (const run of upright) {
    const row = all.at(-1);
    if (row && run.y - y <= Math.min(1.2, run.size * 0.12)) row.push(run);
    else {
      all.push([run]);
      y = run.y;
    }
  }
  return all;
}

const chunk = (runs: readonly PdfRun[]): Chunk => {
  const printed = runs.filter((run) => !isSpace(run));
  return {
    runs,
    x: Math.min(...printed.map(({ x }) => x)),
    right: Math.max(...printed.map(rightOf)),
    y: (printed[0] as PdfRun).y,
    size: sizeOf(printed),
  };
};

/** The size that most letters have. */
export function sizeOf(runs: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.trim().length);
  let [best, most] = [0, -1];
  for (const [size, count] of letters) if (count > most) [best, most] = [size, count];
  return best;
}

/** Runs of a page that stand together. A gap that no space fills parts them where it is wider than the words' own. */
export function chunksOf(page: PdfPage): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const row of rows(page.runs)) {
    row.sort((a, b) => a.x - b.x);
    let open: PdfRun[] = [];
    let edge = -Infinity;
    for (const run of row) {
      const isWide = isSpace(run) && run.width > 2 * run.size;
      const isApart = run.x - edge > 0.6 * run.size;
      if (isWide) continue;
      if (isApart && open.some((one) => !isSpace(one))) chunks.push(chunk(open));
      if (isApart) open = [];
      open.push(run);
      edge = Math.max(edge, rightOf(run));
    }
    if (open.some((one) => !isSpace(one))) chunks.push(chunk(open));
  }
  return chunks;
}

const covers = ({ box: [x, y, width, height] }: PdfLink, run: PdfRun): boolean => {
  const middle = run.y - run.size * 0.3;
  const shared = Math.min(x + width, rightOf(run)) - Math.max(x, run.x);
  return middle > y - 1 && middle < y + height + 1 && shared > 0.7 * run.width;
};

function piece(run: PdfRun, rise: Piece['rise'], links: readonly PdfLink[]): Piece {
  const link = isSpace(run) ? undefined : links.find((one) => covers(one, run));
  const { x, size, isBold, isItalic, direction } = run;
  const leads = link?.target ? link : null;
  const text = written(run.text);
  return {
    text,
    x,
    right: rightOf(run),
    size,
    rise,
    isBold,
    isItalic,
    href: link?.href ?? null,
    leads,
    direction,
  };
}

/** Pieces of a line that is written from right to left, in reading order: groups from left to right keep theirs. */
function turned(pieces: readonly Piece[]): readonly Piece[] {
  const order: Piece[] = [];
  let group: Piece[] = [];
  for (const one of [...pieces].reverse()) {
    if (one.direction === 'ltr' && one.text.trim() !== '') group.unshift(one);
    else {
      order.push(...group, one);
      group = [];
    }
  }
  return [...order, ...group];
}

/** Puts a space where the file leaves a gap and none is written. */
function spaced(pieces: readonly Piece[]): { pieces: Piece[]; gap: number } {
  const out: Piece[] = [];
  let widest = 0;
  for (const one of pieces) {
    const last = out.at(-1);
    const gap = last ? Math.max(one.x - last.right, last.x - one.right) : 0;
    widest = Math.max(widest, one.text.trim() === '' ? one.right - one.x : gap);
    const limit = one.rise === 0 && last?.rise === 0 ? 0.14 : 0.3;
    const isTouching = !last || /\s$/u.test(last.text) || /^\s/u.test(one.text);
    const needs = !isTouching && gap > limit * Math.max(one.size, last.size);
    out.push(needs ? { ...one, text: ` ${one.text}` } : one);
  }
  return { pieces: out, gap: widest };
}

/** The words of pieces, white space single. */
export const textOfPieces = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

/** A base with what is raised and lowered beside it, as a line. */
function lineOf(base: Row, page: PdfPage): Line {
  const all = [...base.parts.map(({ run, rise }) => piece(run, rise, page.links))].sort((a, b) => a.x - b.x);
  const letters = (direction: string): number =>
    all.reduce((sum, one) => sum + (one.direction === direction ? one.text.trim().length : 0), 0);
  const ordered = letters('rtl') > letters('ltr') ? turned(all) : all;
  const { pieces, gap } = spaced(ordered);
  const printed = all.filter(({ text }) => text.trim() !== '');
  return {
    page: page.index,
    x: Math.min(...printed.map(({ x }) => x)),
    right: Math.max(...printed.map(({ right }) => right)),
    y: base.y,
    size: base.size,
    pieces,
    text: textOfPieces(pieces),
    gap,
  };
}

interface Row {
  y: number;
  size: number;
  x: number;
  right: number;
  parts: { run: PdfRun; rise: Piece['rise'] }[];
}

/** 1 or -1 where the one stands raised or lowered at the other, 0 where it does not. */
function riseAt(small: Row, base: Row): Piece['rise'] {
  if (small === base || small.size > base.size * 0.88) return 0;
  const up = (base.y - small.y) / base.size;
  const isNear = base.parts.some(
    ({ run }) =>
      small.x < rightOf(run) + 0.5 * base.size + 1 &&
      small.right > run.x - 0.5 * base.size - 1 &&
      !isSpace(run),
  );
  const isBefore = small.right <= base.x && base.x - small.right < 2 * base.size;
  if (!isNear && !isBefore) return 0;
  if (up > 0.08 && up < 0.85) return 1;
  return up < -0.04 && up > -0.4 ? -1 : 0;
}

/** Moves rows of small signs into the rows that they belong to. `all` runs from top to bottom. */
function merged(all: Row[]): Row[] {
  const gone = new Set<Row>();
  all.forEach((small, at) => {
    let best: { base: Row; rise: Piece['rise'] } | null = null;
    for (let step = Math.max(0, at - 4); step < Math.min(all.length, at + 6); step += 1) {
      const base = all[step] as Row;
      const rise = gone.has(base) ? 0 : riseAt(small, base);
      if (rise !== 0 && (best === null || Math.abs(base.y - small.y) < Math.abs(best.base.y - small.y)))
        best = { base, rise };
    }
    if (best === null) return;
    const { base, rise } = best;
    gone.add(small);
    base.parts.push(...small.parts.map(({ run }) => ({ run, rise })));
    [base.x, base.right] = [Math.min(base.x, small.x), Math.max(base.right, small.right)];
  });
  return all.filter((row) => !gone.has(row));
}

/** The lines of chunks that stand in one column, top to bottom. */
export function linesOf(chunks: readonly Chunk[], page: PdfPage): readonly Line[] {
  const all: Row[] = [];
  const sorted = [...chunks].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const { runs, x, right, y, size } of sorted) {
    const parts = runs.map((run) => ({ run, rise: 0 as const }));
    const row = all.at(-1);
    const isSame = row !== undefined && Math.abs(row.y - y) < Math.min(1.2, size * 0.12);
    if (!isSame) all.push({ y, size, x, right, parts });
    else {
      row.parts.push(...parts);
      [row.x, row.right] = [Math.min(row.x, x), Math.max(row.right, right)];
      row.size = sizeOf(row.parts.map(({ run }) => run));
    }
  }
  return merged(all).map((row) => lineOf(row, page));
}
