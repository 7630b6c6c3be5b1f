/** Where what a finding is about may belong instead: the alternatives that the import saw, or the caret. Pure. */
import { wordsOf, type Draft, type DraftBlock, type DraftPlace, type ImportFinding } from '../model/draft.ts';
import { markerOf } from '../model/draft-findings.ts';
import { offsetAt } from '../model/draft-inline.ts';
import {
  digitsAt,
  firstMarker,
  leadTo,
  mark,
  moveMarker,
  putMarker,
  unmark,
} from '../model/draft-markers.ts';
import { setPage } from '../model/draft-pages.ts';
import { isInBlock, type BlockPlace, type DraftEdit } from '../model/draft-places.ts';
import { blockAt, right, type Decision } from './mend-decisions.ts';

/** The edit that moves what a finding is about to another place; null where it cannot be moved. */
export function moveTo(draft: Draft, finding: ImportFinding, to: DraftPlace): DraftEdit | null {
  const block = blockAt(draft, finding.place);
  const index = markerOf(draft, finding);
  if (!isInBlock(to)) return block && index >= 0 ? leadTo(block.id, index, to.note) : null;
  const target = blockAt(draft, to);
  if (!target) return null;
  if (finding.kind === 'marker-weak')
    return block && index >= 0 ? replaced(block.id, index, finding, target, to.offset) : null;
  if (finding.kind === 'marker-missing') return markHere(target, to.offset, finding.quote, null);
  if (finding.kind === 'page-inferred') return pageTo(block, finding, target, to.offset);
  return finding.kind.startsWith('note') ? noteTo(draft, finding, target, to.offset) : null;
}

/** The marker of a note moves; where it has none, it gets one. */
function noteTo(
  draft: Draft,
  { place, quote }: ImportFinding,
  target: DraftBlock,
  offset: number,
): DraftEdit | null {
  if (!place || isInBlock(place)) return null;
  const stands = firstMarker(draft, place.note);
  if (stands) return moveMarker(stands.block, stands.index, target.id, offset);
  const label = draft.notes.find(({ id }) => id === place.note)?.label ?? quote;
  return markHere(target, offset, label, place.note);
}

function pageTo(
  block: DraftBlock | null,
  { place }: ImportFinding,
  target: DraftBlock,
  offset: number,
): DraftEdit | null {
  if (!block || !isInBlock(place)) return null;
  const page = block.content.find(
    (one, at) => one.kind === 'page' && offsetAt(block.content, at) === place.offset,
  );
  return page?.kind === 'page' ? setPage(target.id, offset, page.label) : null;
}

/** Where the same number stands in the words, that one becomes the marker, and the old one words again. */
function replaced(
  id: string,
  index: number,
  finding: ImportFinding,
  target: DraftBlock,
  offset: number,
): DraftEdit {
  const digits = digitsAt(target.content, offset, finding.quote);
  if (!digits) return moveMarker(id, index, target.id, offset);
  return (draft) => {
    const marked = mark(target.id, ...digits)(draft);
    if (typeof marked === 'string') return marked;
    const at = markerOf(marked, marked.findings.find(({ id: same }) => same === finding.id) ?? finding);
    return at < 0 ? marked : unmark(id, at)(marked);
  };
}

function markHere(target: DraftBlock, offset: number, label: string, note: string | null): DraftEdit {
  const digits = digitsAt(target.content, offset, label);
  return digits ? mark(target.id, ...digits, note) : putMarker(target.id, offset, label, note);
}

/** What stands around a place, to tell alternatives apart: words before and behind it. */
export function around(draft: Draft, place: DraftPlace): readonly [string, string] {
  const block = blockAt(draft, place);
  if (block && isInBlock(place)) {
    const words = [...wordsOf(block.content)];
    return [
      words.slice(Math.max(0, place.offset - 48), place.offset).join(''),
      words.slice(place.offset, place.offset + 32).join(''),
    ];
  }
  const note = isInBlock(place) ? null : draft.notes.find(({ id }) => id === place.note);
  return [`note ${note?.label ?? ''}`, ` ${(note?.content ?? []).map(wordsOf).join(' ').slice(0, 60)}`];
}

/** The decisions that another place gives: a number key each, best first. */
export function moves(
  draft: Draft,
  finding: ImportFinding,
): readonly (Decision & { readonly place: DraftPlace })[] {
  return (finding.others ?? []).slice(0, 9).flatMap((place, at) => {
    const edit = moveTo(draft, finding, place);
    return edit ? [{ ...right(String(at + 1), finding, 'It belongs here', 'Moved', edit), place }] : [];
  });
}

/** The decision that takes what a finding is about to where the caret is; null where it cannot be moved there. */
export function moveHere(draft: Draft, finding: ImportFinding, caret: BlockPlace | null): Decision | null {
  const edit = caret && moveTo(draft, finding, caret);
  return edit ? right('M', finding, 'Move it to the caret', 'Moved', edit) : null;
}
