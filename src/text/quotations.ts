/** Quotations of a paper: its block quotations, and what stands between quotation marks. Pure. */
import type { PaperText } from '../model/paper-text.ts';

/** A quotation, its marks with it. Offsets in code points. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

/** Marks that open, each with those that close it. What opens in one country closes in another: „so“ and “so”. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['‹', '›'],
  ['"', '"'],
  ["'", "'"],
]);

/** These are apostrophes too: they close only behind a word, and open (where they do) only before one. */
const singles = "‘’'";

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

/** Whether one can open here: at the start, behind white space, a bracket, a dash or another mark. */
const isLeading = (before: string | undefined): boolean =>
  before === undefined || /[\s([{<“„«‘‚‹"'\p{Pd}/]/u.test(before);

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

function opens(characters: readonly string[], at: number): boolean {
  const mark = characters[at] as string;
  if (!pairs.has(mark) || isSpace(characters[at + 1])) return false;
  return mark === '"' || singles.includes(mark) ? isLeading(characters[at - 1]) : true;
}

function closes(characters: readonly string[], at: number, opener: string): boolean {
  const mark = characters[at] as string;
  if (!pairs.get(opener)?.includes(mark)) return false;
  return !singles.includes(mark) || (!isWord(characters[at + 1]) && !isSpace(characters[at - 1]));
}

/** Whether a closing mark may as well be the apostrophe of “the states’ readiness”. */
const isPossessive = (characters: readonly string[], at: number): boolean =>
  /s/iu.test(characters[at - 1] ?? '') && characters[at + 1] === ' ' && isWord(characters[at + 2]);

/** Index of the mark that closes what opens at `from`; -1 where none does before a quotation of its kind opens anew. */
function closing(characters: readonly string[], from: number): number {
  const opener = characters[from] as string;
  let doubtful = -1;
  for (let at = from + 1; at < characters.length; at += 1) {
    if (closes(characters, at, opener)) {
      if (!singles.includes(opener) || !isPossessive(characters, at)) return at;
      if (doubtful < 0) doubtful = at;
    } else if (characters[at] === opener && opens(characters, at)) {
      return doubtful;
    }
  }
  return doubtful;
}

/**
 * What is quoted in one paragraph: the outermost quotations, in code points from its start. A mark that is not closed
 * opens a quotation to the end where `goesOn` tells that the next paragraph begins with the same mark again, as is the
 * custom; else it is nobody's.
 */
export function quotedIn(paragraph: string, goesOn: (opener: string) => boolean = () => false): Quotation[] {
  const characters = [...paragraph];
  const found: Quotation[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    if (!opens(characters, at)) continue;
    const close = closing(characters, at);
    const end = close >= 0 ? close : goesOn(characters[at] as string) ? characters.length - 1 : -1;
    if (end < 0) continue;
    found.push({ start: at, end: end + 1 });
    at = end;
  }
  return found;
}

const hasMark = /[“„«‘‚‹"']/u;

/** The quotations of one block, by its place among the blocks; for a long paper that is read in slices. */
export function quotationsOfBlock(text: PaperText, at: number): Quotation[] {
  const block = text.blocks[at];
  if (!block) return [];
  if (block.kind === 'quotation') return [{ start: block.start, end: block.end }];
  const words = text.slice(block.start, block.end);
  if (!hasMark.test(words)) return [];
  const next = text.blocks[at + 1];
  const goesOn = (opener: string): boolean =>
    next?.kind === block.kind && text.slice(next.start, next.start + 1) === opener;
  return quotedIn(words, goesOn).map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
}

/** All quotations of a paper, in its order, none within another. What is left are the author's own words, headings too. */
export const quotationsIn = (text: PaperText): Quotation[] =>
  text.blocks.flatMap((_, at) => quotationsOfBlock(text, at));
