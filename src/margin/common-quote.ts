/** The words that people's marks have in common, within those around them. Pure. */
import type { Common } from '../desk/class.ts';
import type { PaperText } from '../model/paper-text.ts';

/** So many code points of what is marked show on either side of the common words. */
const around = 60;
/** Longest stretch of common words that shows, in code points. */
const longest = 140;

const flat = (words: string): string => words.replace(/\s+/gu, ' ');

/** Words that go on behind the cut: whole ones only, where there is more than one. */
const beginning = (words: string, isCut: boolean): string =>
  isCut ? `${flat(words).replace(/(\s)\S*$/u, '$1')}…` : flat(words);

/** Words that began before the cut, likewise. */
const ending = (words: string, isCut: boolean): string =>
  isCut ? `…${flat(words).replace(/^\S*(?=\s)/u, '')}` : flat(words);

/** What all have in common, and what of theirs lies before and behind it, cut short by an ellipsis. */
export function contextOf(
  text: PaperText,
  { start, end, members }: Common,
): { readonly before: string; readonly words: string; readonly after: string } {
  const from = Math.min(...members.map((mark) => mark.start));
  const to = Math.max(...members.map((mark) => mark.end));
  const first = Math.max(from, start - around);
  const last = Math.min(to, end + around);
  const half = longest / 2;
  const isLong = end - start > longest;
  return {
    before: ending(text.slice(first, start), first > from),
    words: isLong
      ? `${beginning(text.slice(start, start + half), true)} ${ending(text.slice(end - half, end), true)}`
      : flat(text.slice(start, end)),
    after: beginning(text.slice(end, last), last < to),
  };
}
