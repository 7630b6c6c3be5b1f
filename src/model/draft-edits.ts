/**
 * Edits of a draft's blocks by hand: split, join, what a block is, its label, its order. Pure: each answers a new draft in which
 * all that was not touched is the same object, or a sentence why not. No word is lost by any of them.
 */
import { isBody, wordsOf, type Draft, type DraftBlock, type DraftInline, type DraftKind } from './draft.ts';
import { cutAt, joinedRuns, lengthOf, pointsIn, slicePoints } from './draft-inline.ts';
import {
  blockOf,
  freshId,
  isAbout,
  isInBlock,
  mended,
  moved,
  shifted,
  withBlocks,
  type DraftEdit,
} from './draft-places.ts';

const isDisplay = ({ kind }: DraftBlock): boolean => kind === 'table' || kind === 'figure';
const hasLabel = (kind: DraftKind): boolean => kind === 'heading' || kind === 'item';
const breaks = ['paragraph-doubtful', 'heading-doubtful', 'quotation-doubtful', 'aside-doubtful'] as const;

/** The block without some of what it may have. */
function without(block: DraftBlock, ...names: readonly ('label' | 'level' | 'isContinued')[]): DraftBlock {
  const fields = Object.entries(block).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(fields) as unknown as DraftBlock;
}

/** What the part after a cut is: after a heading text goes on; a quotation goes on in itself; items are each their own. */
function tail(block: DraftBlock, id: string, content: readonly DraftInline[]): DraftBlock {
  if (block.kind === 'heading')
    return { ...without(block, 'label', 'level'), id, kind: 'paragraph', content };
  const like = { ...without(block, 'label', 'isContinued'), id, content };
  return block.kind === 'quotation' ? { ...like, isContinued: true } : like;
}

/** Cuts a block in two at an offset; the second gets a new id. Markers at the cut stay with the words before it. */
export const splitBlock =
  (id: string, offset: number): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    if (isDisplay(block))
      return 'A table or a figure is not split: only its place in the text can be changed.';
    const [before, after] = cutAt(block.content, offset);
    if (!wordsOf(before).trim() || !wordsOf(after).trim())
      return 'There are no words on one side of the caret: put it between two words.';
    const fresh = freshId(draft, id);
    const next = withBlocks(draft, at, at + 1, { ...block, content: before }, tail(block, fresh, after));
    const findings = mended(draft.findings, ['paragraph-doubtful'], isAbout(id));
    return {
      ...next,
      findings: moved(findings, (place, finding) => {
        const staysAtCut = /^(?:marker|note)/u.test(finding.kind);
        const isBefore = place.offset < offset || (place.offset === offset && staysAtCut);
        return place.block !== id || isBefore ? place : { block: fresh, offset: place.offset - offset };
      }),
    };
  };

/** The block that a block would be joined with: the next of the text, or the next aside. Null where there is none. */
function partner(draft: Draft, at: number): number | null {
  const block = draft.blocks[at] as DraftBlock;
  if (!isBody(block)) {
    const next = draft.blocks[at + 1];
    return next && !isBody(next) ? at + 1 : null;
  }
  const next = draft.blocks.findIndex((one, index) => index > at && isBody(one));
  return next === -1 ? null : next;
}

const endsOpen = (content: readonly DraftInline[]): boolean => /\S$/u.test(wordsOf(content));
const startsOpen = (content: readonly DraftInline[]): boolean => /^\S/u.test(wordsOf(content));

/**
 * Joins a block with the next one of the text; what is aside between the two stays, behind them. A space is put between their
 * words where neither has one and `isTight` is false; where it is true they are one word.
 */
export const joinNext =
  (id: string, isTight = false): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const to = partner(draft, at);
    if (to === null)
      return isBody(block)
        ? 'Nothing of the text follows.'
        : 'What follows is part of the text: put this back into it first.';
    const next = draft.blocks[to] as DraftBlock;
    if (isDisplay(block) || isDisplay(next)) return 'A table or a figure is not joined with text.';
    const head: readonly DraftInline[] = next.label ? [{ kind: 'text', text: `${next.label} ` }] : [];
    const gap = !isTight && endsOpen(block.content) && startsOpen([...head, ...next.content]);
    const lead = joinedRuns([...block.content, ...(gap ? [{ kind: 'text', text: ' ' } as const] : [])]);
    const joined = { ...block, content: joinedRuns([...lead, ...head, ...next.content]) };
    const by = lengthOf(lead) + lengthOf(head);
    const isBetween = (one: string): boolean => one === id || one === next.id;
    const findings = mended(
      draft.findings,
      ['paragraph-doubtful'],
      ({ place }) => isInBlock(place) && isBetween(place.block),
    );
    return {
      ...withBlocks(draft, at, to + 1, joined, ...draft.blocks.slice(at + 1, to)),
      findings: moved(findings, (place) =>
        place.block === next.id ? { block: id, offset: place.offset + by } : place,
      ),
    };
  };

const printedLabel =
  /^(?:\(?(?:[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z])[.)]|§\s?\d{1,4}|[•·–*]|\d{1,3}(?:\.\d{1,3}){1,4})\s+(?=\S)/u;

/** What one can make of a block. `level` counts for headings and items; `isContinued` for quotations and items. */
export interface Retyping {
  readonly kind: Exclude<DraftKind, 'table' | 'figure'>;
  readonly level?: number;
  readonly isContinued?: boolean;
}

const isAside = ({ kind }: Retyping): boolean => kind === 'furniture' || kind === 'uncertain';

/** A block with the draft that it is of, both with the label where it belongs. */
interface Labelled {
  readonly block: DraftBlock;
  readonly draft: Draft;
}

/** Puts the printed label back into the words; offsets move along. */
function labelBack(draft: Draft, block: DraftBlock, label: string): Labelled {
  const content = joinedRuns([{ kind: 'text', text: `${label} ` }, ...block.content]);
  const by = pointsIn(label) + 1;
  const findings = moved(draft.findings, (place) =>
    place.block === block.id ? { block: place.block, offset: place.offset + by } : place,
  );
  return { block: { ...without(block, 'label'), content }, draft: { ...draft, findings } };
}

/** Takes a printed label off the words, where they begin with one. */
function labelOff(draft: Draft, block: DraftBlock): Labelled {
  const [first] = block.content;
  const found = first?.kind === 'text' ? printedLabel.exec(first.text)?.[0] : undefined;
  if (found === undefined || first?.kind !== 'text') return { block, draft };
  const content = joinedRuns([{ ...first, text: first.text.slice(found.length) }, ...block.content.slice(1)]);
  const findings = moved(draft.findings, shifted(block.id, 0, -pointsIn(found)));
  return { block: { ...block, label: found.trim(), content }, draft: { ...draft, findings } };
}

/** What goes on with an item has no label of its own; what is aside keeps whatever it has. */
function relabelled(draft: Draft, block: DraftBlock, to: Retyping): Labelled {
  if (isAside(to)) return { block, draft };
  const isLabelled = hasLabel(to.kind) && !to.isContinued;
  if (isLabelled) return block.label ? { block, draft } : labelOff(draft, block);
  return block.label ? labelBack(draft, block, block.label) : { block, draft };
}

const isAlready = (block: DraftBlock, { kind, level, isContinued }: Retyping): boolean =>
  block.kind === kind &&
  (!hasLabel(kind) || (block.level ?? 1) === (level ?? block.level ?? 1)) &&
  (block.isContinued ?? false) === (isContinued ?? block.isContinued ?? false);

function typed(block: DraftBlock, { kind, level, isContinued }: Retyping): DraftBlock {
  const goesOn = isContinued === true && (kind === 'quotation' || kind === 'item');
  const isDeep = hasLabel(kind) || isAside({ kind });
  return {
    ...without(block, 'level', 'isContinued'),
    kind,
    ...(isDeep ? { level: level ?? block.level ?? 1 } : {}),
    ...(goesOn ? { isContinued: true } : {}),
  };
}

/** Makes something else of a block: text of another kind, or something aside (furniture, uncertain), or of the text again. */
export const retype =
  (id: string, to: Retyping): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    if (isAlready(block, to)) return 'It is that already.';
    if (isDisplay(block) && !isAside(to))
      return 'A table or a figure cannot become text: it can only be put aside.';
    if ((block.table || block.picture) && !isAside(to)) return restored(draft, at);
    const { block: own, draft: base } = relabelled(draft, block, to);
    const next = begun(withBlocks(base, at, at + 1, typed(own, to)), at, block.kind);
    return { ...next, findings: mended(next.findings, breaks, isAbout(id)) };
  };

/** A table or a figure that was put aside comes back as what it is. */
function restored(draft: Draft, at: number): Draft {
  const block = draft.blocks[at] as DraftBlock;
  const next = withBlocks(draft, at, at + 1, { ...block, kind: block.table ? 'table' : 'figure' });
  return { ...next, findings: mended(next.findings, breaks, isAbout(block.id)) };
}

/** Where the beginning of a quotation or an item has become something else, what went on with it begins it. */
function begun(draft: Draft, at: number, kind: DraftKind): Draft {
  const to = draft.blocks.findIndex((one, index) => index > at && isBody(one));
  const next = draft.blocks[to];
  if (!next?.isContinued || next.kind !== kind || draft.blocks[at]?.kind === kind) return draft;
  return withBlocks(draft, to, to + 1, without(next, 'isContinued'));
}

/** Longest that a printed label may be, in code points. */
export const longestLabel = 40;

/** Changes what is printed before a heading or an item; null or nothing but space: there is no label. */
export const setLabel =
  (id: string, label: string | null): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const given = slicePoints((label ?? '').replace(/\s+/gu, ' ').trim(), 0, longestLabel);
    if (!hasLabel(block.kind)) return 'Only a heading or an item of a list has a label.';
    if (given === (block.label ?? '')) return 'That is its label already.';
    return withBlocks(draft, at, at + 1, given ? { ...block, label: given } : without(block, 'label'));
  };

/** Moves a block before the one before it (-1) or behind the one after it (1). */
export const moveBlock =
  (id: string, by: -1 | 1): DraftEdit =>
  (draft) => {
    const { block, at } = blockOf(draft, id);
    const other = draft.blocks[at + by];
    if (!other) return by === -1 ? 'It is the first already.' : 'It is the last already.';
    const pair = by === -1 ? [block, other] : [other, block];
    const next = withBlocks(draft, Math.min(at, at + by), Math.max(at, at + by) + 1, ...pair);
    return { ...next, findings: mended(next.findings, ['order-doubtful'], isAbout(id)) };
  };
