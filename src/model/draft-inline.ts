/** Inline content of drafts cut, joined and measured. Offsets are code points of the words; markers and page starts count nothing. */
import { wordsOf, type DraftInline, type DraftText } from './draft.ts';

/** Length in code points. */
export const pointsIn = (text: string): number =>
  /[\uD800-\uDFFF]/.test(text) ? [...text].length : text.length;

/** Length of the words, in code points. */
export const lengthOf = (content: readonly DraftInline[]): number => pointsIn(wordsOf(content));

/** `text` from `start` to `end`, in code points. */
export const slicePoints = (text: string, start: number, end?: number): string =>
  /[\uD800-\uDFFF]/.test(text) ? [...text].slice(start, end).join('') : text.slice(start, end);

const isAlike = (one: DraftText, other: DraftText): boolean =>
  one.href === other.href && (one.marks ?? []).join(' ') === (other.marks ?? []).join(' ');

/** The same content with runs of text that are set alike made one, and empty ones left out. */
export function joinedRuns(content: readonly DraftInline[]): readonly DraftInline[] {
  const kept: DraftInline[] = [];
  for (const one of content) {
    const last = kept.at(-1);
    if (one.kind !== 'text') kept.push(one);
    else if (one.text === '') continue;
    else if (last?.kind === 'text' && isAlike(last, one))
      kept[kept.length - 1] = { ...last, text: last.text + one.text };
    else kept.push(one);
  }
  return kept;
}

/**
 * The content before and after an offset. What stands at the offset itself is no text: markers belong to the word before
 * them and go `before`; page starts open what follows, unless a marker stands behind them.
 */
export function cutAt(
  content: readonly DraftInline[],
  offset: number,
): readonly [readonly DraftInline[], readonly DraftInline[]] {
  let left = offset;
  for (let at = 0; at < content.length; at += 1) {
    const one = content[at] as DraftInline;
    if (one.kind !== 'text') continue;
    const length = pointsIn(one.text);
    if (left < length) {
      if (left === 0) return seam(content, at);
      const before = { ...one, text: slicePoints(one.text, 0, left) };
      const after = { ...one, text: slicePoints(one.text, left) };
      return [
        [...content.slice(0, at), before],
        [after, ...content.slice(at + 1)],
      ];
    }
    left -= length;
  }
  return seam(content, content.length);
}

/** Cuts at the seam before the text at `at`: behind its last marker. */
function seam(
  content: readonly DraftInline[],
  at: number,
): readonly [readonly DraftInline[], readonly DraftInline[]] {
  let first = at;
  while (first > 0 && content[first - 1]?.kind !== 'text') first -= 1;
  const marker = content.slice(first, at).findLastIndex((one) => one.kind === 'marker');
  const cut = first + marker + 1;
  return [content.slice(0, cut), content.slice(cut)];
}

/** The content with something put at an offset: behind the markers that stand there, before page starts. */
export function putAt(
  content: readonly DraftInline[],
  offset: number,
  ...put: readonly DraftInline[]
): readonly DraftInline[] {
  const [before, after] = cutAt(content, offset);
  return joinedRuns([...before, ...put, ...after]);
}

/** Offset of the thing at an index of the content. */
export const offsetAt = (content: readonly DraftInline[], index: number): number =>
  lengthOf(content.slice(0, index));

/** The words from `start` to `end`, and what stands before and behind them; null where more than text stands in them. */
export function takeOut(
  content: readonly DraftInline[],
  start: number,
  end: number,
): {
  readonly before: readonly DraftInline[];
  readonly words: string;
  readonly after: readonly DraftInline[];
} | null {
  const [before, rest] = cutAt(content, start);
  // Page starts at the very beginning stay: the words are taken out behind them.
  const lead = rest.findIndex((one) => one.kind === 'text');
  const pages = rest.slice(0, Math.max(0, lead));
  const taken: string[] = [];
  let left = end - start;
  for (let at = pages.length; at < rest.length; at += 1) {
    if (left === 0) return { before: [...before, ...pages], words: taken.join(''), after: rest.slice(at) };
    const one = rest[at] as DraftInline;
    if (one.kind !== 'text') return null;
    const length = pointsIn(one.text);
    if (length > left) {
      const after = [{ ...one, text: slicePoints(one.text, left) }, ...rest.slice(at + 1)];
      return {
        before: [...before, ...pages],
        words: [...taken, slicePoints(one.text, 0, left)].join(''),
        after,
      };
    }
    taken.push(one.text);
    left -= length;
  }
  return left === 0 ? { before: [...before, ...pages], words: taken.join(''), after: [] } : null;
}
