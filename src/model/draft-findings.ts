/** Findings of a draft: in the order of the text, decided one by one. */
import type { Draft, FindingKind, ImportFinding } from './draft.ts';
import { markerAt } from './draft-markers.ts';
import { offsetAt } from './draft-inline.ts';
import { isInBlock, type DraftEdit } from './draft-places.ts';

/** Decides a finding: it is so (`confirmed`), not to be looked at again (`dismissed`), put right (`mended`), or open again. */
export const settle =
  (id: string, state: ImportFinding['state']): DraftEdit =>
  (draft) => {
    const at = draft.findings.findIndex((one) => one.id === id);
    const finding = draft.findings[at];
    if (!finding) throw new RangeError(`The draft has no finding “${id}”.`);
    if (finding.state === state) return 'That is decided already.';
    return { ...draft, findings: draft.findings.with(at, { ...finding, state }) };
  };

/** The places of a draft as numbers that sort as the text runs; notes come where their first marker stands. */
function ranks(draft: Draft): (finding: ImportFinding) => readonly [number, number] {
  const blocks = new Map(draft.blocks.map(({ id }, at) => [id, at]));
  const notes = new Map<string, readonly [number, number]>();
  draft.blocks.forEach(({ content }, at) =>
    content.forEach((one, index) => {
      if (one.kind === 'marker' && !notes.has(one.note)) notes.set(one.note, [at, offsetAt(content, index)]);
    }),
  );
  const last = draft.blocks.length;
  const order = new Map(draft.notes.map(({ id }, at) => [id, at]));
  return ({ place }) => {
    if (!place) return [-1, 0];
    if (isInBlock(place)) return [blocks.get(place.block) ?? last, place.offset];
    return notes.get(place.note) ?? [last, order.get(place.note) ?? 0];
  };
}

/** The findings in the order of the text: those of the whole file first. */
export function inOrder(draft: Draft): readonly ImportFinding[] {
  const rank = ranks(draft);
  return draft.findings
    .map((finding, at) => ({ finding, at, rank: rank(finding) }))
    .sort((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1] || one.at - other.at)
    .map(({ finding }) => finding);
}

/** The findings that are still to be looked at. */
export const openFindings = (draft: Draft): readonly ImportFinding[] =>
  draft.findings.filter(({ state }) => state === 'open');

/** What is to be looked at under one heading, in the order of the text. */
export interface FindingGroup {
  readonly kind: FindingKind;
  readonly findings: readonly ImportFinding[];
}

/** The findings by kind; kinds in the order of their first finding in the text. */
export function grouped(draft: Draft): readonly FindingGroup[] {
  const groups = new Map<FindingKind, ImportFinding[]>();
  for (const finding of inOrder(draft)) {
    const group = groups.get(finding.kind);
    if (group) group.push(finding);
    else groups.set(finding.kind, [finding]);
  }
  return [...groups].map(([kind, findings]) => ({ kind, findings }));
}

/** The index of the marker that a finding is about in its block's content; -1 where it is about none. */
export function markerOf(draft: Draft, { place, quote }: ImportFinding): number {
  if (!isInBlock(place)) return -1;
  const block = draft.blocks.find(({ id }) => id === place.block);
  return block ? markerAt(block.content, place.offset, quote) : -1;
}
