/** How near a draft that a reader made is to the true one: links, characters in order, headings, pages, blocks. Pure. */
import { isBody, type Draft, type DraftBlock } from '../../src/model/draft.ts';
import { pairCharacters } from './characters.ts';
import { scoreLinks } from './links.ts';
import { flatten, type Flat } from './flat.ts';

/** `found` by the reader, `right` among them, `of` so many. */
export interface Count {
  readonly found: number;
  readonly right: number;
  readonly of: number;
}

export interface Score {
  /** A link is a marker at its place in the text, with its label, of the note with that label and those words. */
  readonly links: Count;
  /** The share of characters that stand in both texts in the same order, of the longer text; white space is single. */
  readonly text: number;
  /** The same, of the words of the notes that are linked rightly; 1 where none has words. */
  readonly notes: number;
  /** Right: its words, at its place, as a heading. */
  readonly headings: Count;
  /** Those right ones among the headings that have their level. */
  readonly levels: number;
  /** Right: the label, before the very word. */
  readonly pages: Count;
  /** Blocks that begin where they should, and are of the kind that they should be. */
  readonly blocks: Count;
  /** The share of the true words found that stand in their order. */
  readonly order: number;
}

/** The part that is right of what should be; 1 where nothing should be. */
export const recall = ({ right, of }: Count): number => (of === 0 ? 1 : right / of);
/** The part that is right of what was found; 1 where nothing was found. */
export const precision = ({ right, found }: Count): number => (found === 0 ? 1 : right / found);
/** Counts together. */
export const total = (counts: readonly Count[]): Count => ({
  found: counts.reduce((sum, { found }) => sum + found, 0),
  right: counts.reduce((sum, { right }) => sum + right, 0),
  of: counts.reduce((sum, { of }) => sum + of, 0),
});

const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

type Place = (at: number) => number;

/** Where the character that a block begins with stands, of those blocks that have any. */
const beginnings = ({ blocks }: Flat): (Flat['blocks'][number] & { block: DraftBlock })[] =>
  blocks.filter(({ start, end }) => end > start);

function scoreBlocks(truth: Flat, read: Flat, place: Place): Pick<Score, 'headings' | 'levels' | 'blocks'> {
  const wanted = beginnings(truth);
  const found = beginnings(read);
  const byStart = new Map(found.map((one) => [one.start, one]));
  const isHeading = ({ block }: { block: DraftBlock }): boolean => block.kind === 'heading';
  let [blocks, headings, levels] = [0, 0, 0];
  for (const one of wanted) {
    const there = byStart.get(place(one.start));
    if (there?.block.kind !== one.block.kind) continue;
    blocks += 1;
    const isRight =
      isHeading(one) &&
      spelled(truth.text.slice(one.start, one.end)) === spelled(read.text.slice(there.start, there.end));
    if (isRight) headings += 1;
    if (isRight && one.block.level === there.block.level) levels += 1;
  }
  return {
    headings: {
      found: found.filter(isHeading).length,
      right: headings,
      of: wanted.filter(isHeading).length,
    },
    levels,
    blocks: { found: found.length, right: blocks, of: wanted.length },
  };
}

function scorePages(truth: Flat, read: Flat, place: Place): Count {
  const there = new Map(read.pages.map(({ label, at }) => [`${at} ${label}`, true]));
  const right = truth.pages.filter(({ label, at }) => there.has(`${place(at)} ${label}`)).length;
  return { found: read.pages.length, right, of: truth.pages.length };
}

/** Compares what was read with the truth. */
export function scoreDraft(read: Draft, truth: Draft): Score {
  const [one, two] = [flatten(truth.blocks.filter(isBody)), flatten(read.blocks.filter(isBody))];
  const pairs = pairCharacters(one.text, two.text);
  const place: Place = (at) => pairs.there[at] ?? -1;
  const { count, notes } = scoreLinks({ draft: truth, flat: one }, { draft: read, flat: two }, place);
  return {
    links: count,
    notes,
    text: shareOf(pairs.matched, one.text, two.text),
    pages: scorePages(one, two, place),
    order: pairs.order,
    ...scoreBlocks(one, two, place),
  };
}

const shareOf = (matched: number, one: string, two: string): number =>
  Math.max(one.length, two.length) === 0 ? 1 : matched / Math.max(one.length, two.length);
