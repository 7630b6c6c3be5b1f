/** Findings of a draft follow its edits: their places move with the words, and what an edit settles is mended. */
import type { Draft, DraftBlock, DraftPlace, FindingKind, ImportFinding } from './draft.ts';

/** An edit of a draft: a new draft, or why it cannot be, in a sentence. */
export type DraftEdit = (draft: Draft) => Draft | string;

/** A place in the words of a block; offsets are code points of them. */
export type BlockPlace = Extract<DraftPlace, { readonly block: string }>;

/** Where a place is after an edit; the same object where it did not move. */
export type PlaceMove = (place: BlockPlace, finding: ImportFinding) => DraftPlace;

export const isInBlock = (place: DraftPlace | null): place is BlockPlace =>
  place !== null && 'block' in place;

/** The findings with their places moved, those that stay themselves as they are. */
export function moved(findings: readonly ImportFinding[], move: PlaceMove): readonly ImportFinding[] {
  return findings.map((finding) => {
    const to = (place: DraftPlace): DraftPlace => (isInBlock(place) ? move(place, finding) : place);
    const place = finding.place && to(finding.place);
    const others = finding.others?.map(to);
    const stays = place === finding.place && (others ?? []).every((one, at) => one === finding.others?.[at]);
    return stays ? finding : { ...finding, place, ...(others ? { others } : {}) };
  });
}

/** The findings of these kinds that are open and of which `isIt` is true, mended. */
export function mended(
  findings: readonly ImportFinding[],
  kinds: readonly FindingKind[],
  isIt: (finding: ImportFinding) => boolean,
): readonly ImportFinding[] {
  return findings.map((one) =>
    one.state === 'open' && kinds.includes(one.kind) && isIt(one) ? { ...one, state: 'mended' } : one,
  );
}

/** The draft with other findings; the same one where they are the same. */
export function withFindings(draft: Draft, findings: readonly ImportFinding[]): Draft {
  return findings.every((one, at) => one === draft.findings[at]) && findings.length === draft.findings.length
    ? draft
    : { ...draft, findings };
}

/** Whether a finding is about a block; at an offset of it, where one is given. */
export const isAbout =
  (block: string, offset?: number) =>
  ({ place }: ImportFinding): boolean =>
    isInBlock(place) && place.block === block && (offset === undefined || place.offset === offset);

/** The block of an id with its index. Throws RangeError where there is none: ids come from the draft itself. */
export function blockOf(draft: Draft, id: string): { readonly block: DraftBlock; readonly at: number } {
  const at = draft.blocks.findIndex((one) => one.id === id);
  const block = draft.blocks[at];
  if (!block) throw new RangeError(`The draft has no block “${id}”.`);
  return { block, at };
}

/** The draft with the blocks from `at` to `end` replaced. */
export const withBlocks = (
  draft: Draft,
  at: number,
  end: number,
  ...blocks: readonly DraftBlock[]
): Draft => ({ ...draft, blocks: [...draft.blocks.slice(0, at), ...blocks, ...draft.blocks.slice(end)] });

/** An id like another one that no block has. */
export function freshId(draft: Draft, like: string): string {
  const taken = new Set(draft.blocks.map(({ id }) => id));
  const stem = like.replace(/-\d+$/u, '');
  for (let count = 2; ; count += 1) if (!taken.has(`${stem}-${count}`)) return `${stem}-${count}`;
}

/** Moves offsets of a block behind words that were put in (`by` > 0) at `offset` or taken out (`by` < 0) from it. */
export const shifted =
  (block: string, offset: number, by: number) =>
  (place: BlockPlace): BlockPlace => {
    if (place.block !== block || place.offset <= offset) return place;
    return { block, offset: by < 0 ? Math.max(offset, place.offset + by) : place.offset + by };
  };
