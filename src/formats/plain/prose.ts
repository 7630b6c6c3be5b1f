/** Lines joined to running text, their hyphens undone, with the places where pages begin. Part of the reader of plain text. */
import { beat } from '../../model/beat.ts';
import type { DraftPage } from '../../model/draft.ts';
import { hyphenAt, type Vocabulary } from '../../text/hyphens.ts';
import type { Line } from './lines.ts';

/** Offsets are UTF-16 units of `text`. */
export interface Prose {
  readonly text: string;
  readonly pages: readonly { readonly at: number; readonly page: DraftPage }[];
  /** Behind the hyphens of which nothing told whether they belong to their words. */
  readonly doubts: readonly number[];
}

export interface Joining {
  readonly lines: readonly Line[];
  readonly pages: ReadonlyMap<number, DraftPage>;
  readonly words: Vocabulary;
  /** Whether a space at a line's end tells that no word is broken there. */
  readonly isLoose: boolean;
}

const broken = /[\p{L}\p{M}\d][-‐\u00ad–—―]$/u;

/** What joins the text so far to the line that follows; the text may lose its hyphen. */
function joint(
  text: string,
  last: Line,
  next: string,
  { words, isLoose }: Joining,
): [string, string, boolean] {
  if (!broken.test(text) || (isLoose && last.isLoose)) return [text, ' ', false];
  if (text.endsWith('\u00ad')) return [text.slice(0, -1), '', false];
  if (/[–—―]$/u.test(text)) return [text, '', false];
  const how = hyphenAt(text.slice(-60), next.slice(0, 60), words);
  return how === 'join' ? [text.slice(0, -1), '', false] : [text, '', how === null];
}

/** The words of some lines; `skip` characters of the first are left out. */
export function joined(indices: readonly number[], skip: number, joining: Joining): Prose {
  const parts: string[] = [];
  let [length, tail]: [number, string] = [0, ''];
  const pages: { at: number; page: DraftPage }[] = [];
  const doubts: number[] = [];
  let last: Line | null = null;
  for (const at of indices) {
    beat();
    const line = joining.lines[at] as Line;
    const words = last === null ? line.text.slice(skip).trimStart() : line.text;
    if (last !== null) {
      const [kept, space, isDoubtful] = joint(tail, last, words, joining);
      parts.push(kept, space);
      length += kept.length + space.length;
      if (isDoubtful) doubts.push(length);
    }
    const page = joining.pages.get(at);
    if (page) pages.push({ at: length, page });
    tail = words;
    last = line;
  }
  parts.push(tail);
  return { text: parts.join(''), pages, doubts };
}
