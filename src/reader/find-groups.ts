/** Hits as they are listed: under the heading of their section or kind, each with the words around it. */
import type { Finder, Hit } from '../desk/finder.ts';
import { blockAt, type Paper } from '../model/paper.ts';
import { groupWords } from './find-words.ts';

/** Hits under one heading, by their numbers. */
export interface HitGroup {
  readonly title: string;
  /** How many there are, listed or not. */
  readonly count: number;
  readonly hits: readonly number[];
}

/** Characters shown before a hit and behind it. */
const before = 40;
const after = 90;

/** Number of the first hit that is not in the section of `start`. */
function endOfSection(paper: Paper, finder: Finder, start: number): number {
  const section = blockAt(paper, start)?.section ?? '';
  const next = paper.text.blocks.find((block) => block.start > start && block.section !== section);
  return next ? finder.firstFrom(next.start) : finder.textCount;
}

function titleOf(paper: Paper, offset: number): string {
  const address = blockAt(paper, offset)?.section ?? '';
  const section = paper.sections.find((one) => one.address === address);
  return section ? `${section.label} ${section.title}`.trim() : 'Before the first heading';
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function inText(paper: Paper, finder: Finder, limit: number): HitGroup[] {
  const groups: HitGroup[] = [];
  for (let from = 0; from < Math.min(limit, finder.textCount);) {
    const { start } = finder.hit(from);
    const to = endOfSection(paper, finder, start);
    groups.push({ title: titleOf(paper, start), count: to - from, hits: numbers(from, Math.min(to, limit)) });
    from = to;
  }
  return groups;
}

function besideText(finder: Finder, limit: number): HitGroup[] {
  const groups = new Map<string, number[]>();
  for (let at = finder.textCount; at < Math.min(limit, finder.count); at += 1) {
    const hit = finder.hit(at);
    if (hit.kind !== 'entry') continue;
    const title = groupWords[hit.entry.group];
    const known = groups.get(title);
    if (known) known.push(at);
    else groups.set(title, [at]);
  }
  return [...groups].map(([title, hits]) => ({ title, count: hits.length, hits }));
}

/** The first `limit` hits in groups, in their order. */
export const groupsOf = (paper: Paper, finder: Finder, limit: number): HitGroup[] => [
  ...inText(paper, finder, limit),
  ...besideText(finder, limit),
];

/** A hit with the words around it. */
export interface HitLine {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const cut = (slice: (start: number, end: number) => string, length: number, { start, end }: Hit): HitLine => {
  const from = Math.max(0, start - before);
  const to = Math.min(length, end + after);
  return {
    // Cut at a word, unless there is none to cut at.
    before: from > 0 ? `… ${slice(from, start).replace(/^\S*\s(?=.*\S)/u, '')}` : slice(from, start),
    words: slice(start, end),
    after: to < length ? `${slice(end, to).replace(/\s\S*$/u, '')} …` : slice(end, to),
  };
};

/** The words around a hit: of its block in the text, or of its entry. */
export function lineOf(paper: Paper, hit: Hit): HitLine {
  if (hit.kind === 'entry') {
    const characters = [...hit.entry.words];
    return cut((start, end) => characters.slice(start, end).join(''), characters.length, hit);
  }
  const base = blockAt(paper, hit.start)?.start ?? 0;
  const end = Math.max(hit.end, blockAt(paper, hit.end)?.end ?? hit.end);
  const own = { ...hit, start: hit.start - base, end: hit.end - base };
  return cut((from, to) => paper.text.slice(base + from, base + to), end - base, own);
}
