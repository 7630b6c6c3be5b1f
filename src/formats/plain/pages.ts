/** Where the pages of the copy begin: by form feeds, furniture, and the traces that page turns leave. Part of the reader of plain text. */
import type { DraftPage } from '../../model/draft.ts';
import { folioIn } from './furniture.ts';
import { quantile, type Line, type Lines } from './lines.ts';

interface Turn {
  /** The first line of the page that is no furniture. */
  readonly line: number;
  readonly label: string | null;
}

/** The next line from `at` on that is no furniture. */
function bodyFrom(at: number, aside: ReadonlySet<number>): number {
  let line = at;
  while (aside.has(line)) line += 1;
  return line;
}

/** Pages between form feeds; their label stands in the furniture of their first or last lines. */
function byFeeds({ lines }: Lines, aside: ReadonlySet<number>): Turn[] {
  const starts = lines.flatMap(({ isFed }, at) => (isFed || at === 0 ? [at] : []));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const edges = [start, start + 1, end - 1, end - 2].filter(
      (at) => at >= start && at < end && aside.has(at),
    );
    const label = edges.map((at) => folioIn(lines[at] as Line)).find((one) => one !== null) ?? null;
    return { line: bodyFrom(start, aside), label };
  });
}

/** Pages between furniture: a number on its own mostly stands at the foot, one beside a running head at the top. */
function byFurniture({ lines }: Lines, aside: ReadonlySet<number>): Turn[] {
  const clusters: { at: number; label: string; isAlone: boolean }[] = [];
  for (const at of aside) {
    const label = folioIn(lines[at] as Line);
    if (label !== null) clusters.push({ at, label, isAlone: /^\W*\w+\W*$/u.test((lines[at] as Line).text) });
  }
  clusters.sort((a, b) => a.at - b.at);
  const [first, last] = [clusters[0], clusters.at(-1)];
  if (!first || !last) return [];
  const isFoot = first.at > 2 && (last.at >= lines.length - 3 || first.isAlone);
  const turns = clusters.map(({ at, label }) => ({
    line: bodyFrom(isFoot ? at + 1 : at, aside),
    label: isFoot && /^\d+$/u.test(label) ? String(Number(label) + 1) : label,
  }));
  const start: Turn = { line: bodyFrom(0, aside), label: isFoot ? first.label : null };
  return turns[0]?.line === start.line ? turns : [start, ...turns];
}

/** In a double spaced text, a line with a space before it and no blank line is what a page turn leaves: at regular distances. */
function byTraces({ lines, isDouble }: Lines, known: readonly Turn[]): Turn[] {
  if (!isDouble) return [];
  const traces = lines.flatMap(({ isTight, indent }, at) => (isTight && indent > 0 && at > 0 ? [at] : []));
  if (traces.length < 3) return [];
  const all = [...new Set([0, ...known.map(({ line }) => line), ...traces])].sort((a, b) => a - b);
  const steps = all.slice(1).map((at, index) => at - (all[index] as number));
  const usual = quantile(steps, 0.5);
  const kept: number[] = [];
  all.forEach((at, index) => {
    const [before, after] = [kept.at(-1) ?? 0, all[index + 1] ?? Infinity];
    const isEarly = at - before < usual * 0.85 && after - before < usual * 1.4;
    if (known.some(({ line }) => line === at) || !isEarly) kept.push(at);
  });
  const traced = new Set(traces);
  return kept.filter((at) => traced.has(at)).map((line) => ({ line, label: null }));
}

/** Labels that were not seen are counted from the nearest that were. */
function labelled(turns: readonly Turn[]): ReadonlyMap<number, DraftPage> {
  const known = turns.flatMap(({ label }, at) =>
    label !== null && /^\d+$/u.test(label) ? [{ at, value: Number(label) }] : [],
  );
  const pages = new Map<number, DraftPage>();
  turns.forEach(({ line, label }, at) => {
    const near = known.reduce<(typeof known)[number] | null>(
      (best, one) => (best === null || Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best),
      null,
    );
    const counted = near ? near.value + at - near.at : at + 1;
    if (label === null && counted < 1) return;
    pages.set(line, {
      kind: 'page',
      label: label ?? String(counted),
      evidence: label === null ? 'inferred' : 'printed',
    });
  });
  return pages;
}

/** The pages by the line that each begins with. */
export function pageStarts(lines: Lines, aside: ReadonlySet<number>): ReadonlyMap<number, DraftPage> {
  const hasFeeds = lines.lines.filter(({ isFed }) => isFed).length > 1;
  const known = hasFeeds ? byFeeds(lines, aside) : byFurniture(lines, aside);
  const traced = hasFeeds ? [] : byTraces(lines, known);
  const all = [...known, ...traced].sort((a, b) => a.line - b.line);
  if (traced.length > 0 && all[0]?.line !== bodyFrom(0, aside))
    all.unshift({ line: bodyFrom(0, aside), label: null });
  return labelled(all.filter(({ line }, at) => line !== all[at - 1]?.line && line < lines.lines.length));
}
