/** The words of a note cut into runs: what is a link, what is marked. Pure. */
import type { NotePassage } from '../desk/passages.ts';
import type { NoteSpan } from '../model/paper.ts';
import type { PlainText } from '../model/plain-text.ts';

/** A stretch of a note, in code points. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A link in the words of a note: only http and https are ever followed. */
export interface Link extends Stretch {
  readonly href: string;
}

/** A run of words under the same marks, set in one way. */
export interface Run {
  readonly text: string;
  /** Names of the schema's marks. */
  readonly set: readonly string[];
  /** The marks that cover it, the shortest last. */
  readonly marks: readonly NotePassage[];
}

/** Words in a row that belong to one link, or to none. */
export interface Chunk {
  readonly href: string | null;
  readonly runs: readonly Run[];
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,2000}/giu;

/** What ends a sentence or a bracket around an address is not part of it. */
function trimmed(found: string): string {
  let text = found.replace(/(?<![.,;:!?'’…])[.,;:!?'’…]+$/u, '');
  while (/[)\]}]$/u.test(text)) {
    const closing = text.at(-1) as string;
    const opening = { ')': '(', ']': '[', '}': '{' }[closing] as string;
    if (text.split(opening).length >= text.split(closing).length) break;
    text = text.slice(0, -1).replace(/(?<![.,;:!?'’…])[.,;:!?'’…]+$/u, '');
  }
  return text;
}

/** The links in a text, in order. */
export function linksIn(text: string): readonly Link[] {
  const links: Link[] = [];
  let units = 0;
  let points = 0;
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0]);
    const href = /^www\./iu.test(found) ? `https://${found}` : found;
    if (!URL.canParse(href)) continue;
    points += [...text.slice(units, match.index)].length;
    units = match.index;
    links.push({ start: points, end: points + [...found].length, href: new URL(href).href });
  }
  return links;
}

/** What lies over a note's words. */
interface Over {
  readonly marks: readonly NotePassage[];
  readonly spans: readonly NoteSpan[];
}

/** The links that the copy itself has, and the addresses that stand in its words, in order, none in another. */
function allLinks(text: string, spans: readonly NoteSpan[]): readonly Link[] {
  const own = spans.flatMap(({ start, end, href }): Link[] => (href === null ? [] : [{ start, end, href }]));
  const typed = linksIn(text).filter((link) =>
    own.every((one) => one.end <= link.start || one.start >= link.end),
  );
  return [...own, ...typed].sort((one, other) => one.start - other.start);
}

/** The runs from `start` to `end`. */
function runsIn(words: PlainText, { marks, spans }: Over, { start, end }: Stretch): Run[] {
  const edges = [...marks, ...spans]
    .flatMap((one) => [one.start, one.end])
    .filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...edges, end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] as number;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    over.sort((one, other) => other.end - other.start - (one.end - one.start));
    const set = spans.find((span) => span.start <= from && span.end >= to)?.marks ?? [];
    return { text: words.slice(from, to), set, marks: over };
  });
}

/** The whole text as chunks; together their runs are the text. `spans` says how the copy has set it. */
export function chunksOf(
  words: PlainText,
  marks: readonly NotePassage[],
  spans: readonly NoteSpan[] = [],
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  const add = (to: number, href: string | null): void => {
    if (to > at) chunks.push({ href, runs: runsIn(words, { marks, spans }, { start: at, end: to }) });
    at = to;
  };
  for (const link of allLinks(words.text, spans)) {
    add(link.start, null);
    add(link.end, link.href);
  }
  add(words.length, null);
  return chunks;
}
