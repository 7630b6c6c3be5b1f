/** Edits of a draft's page starts and hyphens by hand. See `draft-edits.ts` for what an edit is. */
import { wordsOf, type Draft, type DraftBlock, type DraftInline, type DraftPage } from './draft.ts';
import { joinedRuns, offsetAt, pointsIn, putAt, slicePoints, takeOut } from './draft-inline.ts';
import { blockOf, isAbout, mended, moved, shifted, withBlocks, type DraftEdit } from './draft-places.ts';

/** Longest that a page's label may be, in code points. */
export const longestPage = 12;

const isPage = (one: DraftInline | undefined, label: string): boolean =>
  one?.kind === 'page' && one.label === label;

/** The draft without the first page start of this label. */
function withoutPage(draft: Draft, label: string): Draft {
  const at = draft.blocks.findIndex(({ content }) => content.some((one) => isPage(one, label)));
  const block = draft.blocks[at];
  if (!block) return draft;
  const index = block.content.findIndex((one) => isPage(one, label));
  return withBlocks(draft, at, at + 1, { ...block, content: joinedRuns(block.content.toSpliced(index, 1)) });
}

/** Lets a page start at an offset, as known to whoever says so; one of the same label elsewhere moves here. */
export const setPage =
  (id: string, offset: number, label: string): DraftEdit =>
  (draft) => {
    const given = label.replace(/\s+/gu, ' ').trim();
    if (given === '') return 'A page needs a number, as it is printed.';
    if (pointsIn(given) > longestPage) return 'That is too long for the number of a page.';
    const here = blockOf(draft, id).block;
    const stands = here.content.findIndex((one) => isPage(one, given));
    const page: DraftPage = { kind: 'page', label: given, evidence: 'known' };
    if (stands >= 0 && offsetAt(here.content, stands) === offset && isKnown(here.content[stands]))
      return `Page ${given} starts here already.`;
    const base = withoutPage(draft, given);
    const { block, at } = blockOf(base, id);
    const next = withBlocks(base, at, at + 1, { ...block, content: putAt(block.content, offset, page) });
    const isIt = (quote: string): boolean => quote.split(/\s/u).includes(given);
    const mine = isAbout(id, offset);
    return {
      ...next,
      findings: mended(next.findings, ['page-inferred'], (one) => isIt(one.quote) || mine(one)),
    };
  };

const isKnown = (one: DraftInline | undefined): boolean =>
  one?.kind === 'page' && one.evidence !== 'inferred';

/** Takes a page start away. `index` is its index in the block's content. */
export const removePage =
  (id: string, index: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    if (block.content[index]?.kind !== 'page') return 'No page starts here.';
    const offset = offsetAt(block.content, index);
    const content = joinedRuns(block.content.toSpliced(index, 1));
    const next = withBlocks(draft, at, at + 1, { ...block, content });
    return { ...next, findings: mended(next.findings, ['page-inferred'], isAbout(id, offset)) };
  };

const hyphens = /^[-\u00AD\u2010\u2011]$/u;

/** Where the hyphen at an offset or just before it stands, in code points; -1 where there is none. */
export function hyphenAt({ content }: DraftBlock, offset: number): number {
  const words = wordsOf(content);
  return [offset, offset - 1].find((at) => at >= 0 && hyphens.test(slicePoints(words, at, at + 1))) ?? -1;
}

const gap = (words: string): number => pointsIn(/^\s*/u.exec(words)?.[0] ?? '');

/** Undoes the hyphen at an offset, or just before it: what it parted is one word. Space behind it goes too. */
export const dropHyphen =
  (id: string, offset: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const start = hyphenAt(block, offset);
    if (start < 0) return 'There is no hyphen here.';
    const end = start + 1 + gap(slicePoints(wordsOf(block.content), start + 1));
    const cut = takeOut(block.content, start, end) ?? takeOut(block.content, start, start + 1);
    if (!cut) return 'There is no hyphen here.';
    const content = joinedRuns([...cut.before, ...cut.after]);
    const next = withBlocks(draft, at, at + 1, { ...block, content });
    const findings = mended(
      next.findings,
      ['hyphen-undecided'],
      (one) => isAbout(id, start)(one) || isAbout(id, offset)(one),
    );
    return { ...next, findings: moved(findings, shifted(id, start, -pointsIn(cut.words))) };
  };

/** Puts a hyphen between the letters at an offset. */
export const putHyphen =
  (id: string, offset: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const words = wordsOf(block.content);
    if (!/^[\p{L}\p{N}]{2}$/u.test(slicePoints(words, offset - 1, offset + 1)))
      return 'A hyphen stands between two letters: put the caret there.';
    const content = putAt(block.content, offset, { ...like(block, offset), text: '-' });
    const next = withBlocks(draft, at, at + 1, { ...block, content });
    return { ...next, findings: moved(next.findings, shifted(id, offset, 1)) };
  };

/** A run set as the text that ends at an offset is. */
function like({ content }: DraftBlock, offset: number): Extract<DraftInline, { kind: 'text' }> {
  const index = content.findIndex(
    (one, at) => one.kind === 'text' && offsetAt(content, at) + pointsIn(one.text) >= offset,
  );
  const run = content[index];
  return run?.kind === 'text' ? run : { kind: 'text', text: '' };
}
