/** What a reader does with claims of their own: makes them of a passage or on the map, words them, says what they are for. */
import type { Claim, ClaimRole } from '../model/argument-records.ts';
import { notesOf } from '../model/paper.ts';
import { isSame } from '../model/same.ts';
import { limits } from '../notebook/part-shapes.ts';
import { argument, supports, type Desk, type Range } from './desk.ts';
import { commandOf, ownOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { newClaim } from './new-records.ts';
import { touched } from './own-records.ts';
import { place } from './passages.ts';
import type { Command } from './store.ts';
import { targetFor } from './targets.ts';

const overlaps = (one: Range | null, other: Range): boolean =>
  one !== null && one.start < other.end && one.end > other.start;

/** Ids of the notes whose marker or support lies within a range: what carries a claim made there. */
export function notesIn(desk: Desk, range: Range): readonly string[] {
  const { text } = desk.paper;
  const marked = text.markers
    .filter((marker) => marker.offset > range.start && marker.offset <= range.end + 1)
    .map((marker) => String(marker.node.attrs['note']));
  const supported = [...supports(desk).values()]
    .filter((support) => {
      const at = place(desk, support.target);
      return overlaps(at, range);
    })
    .map((support) => support.note);
  const order = desk.paper.notes.map((note) => note.id);
  return [...new Set([...marked, ...supported])].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
}

/** Longest wording that is taken from a quotation; longer ones are cut at a word. */
const wordingLimit = 160;

/** A first wording of a claim: the quotation, cut where it is long. */
export const wordingFrom = (quote: string): string => {
  const flat = quote.replace(/\s+/gu, ' ').trim();
  if (flat.length <= wordingLimit) return flat;
  const cut = flat.lastIndexOf(' ', wordingLimit);
  return `${flat.slice(0, cut > 0 ? cut : wordingLimit)} …`;
};

/** Why words cannot be the wording of a claim; null where they can. */
export function whyNotWording(words: string): string | null {
  if (words.trim() === '') return 'A claim needs words.';
  return words.length > limits.sentence
    ? `A wording has at most ${limits.sentence.toLocaleString('en')} characters.`
    : null;
}

/** What one may say of a claim when it is made. `id` names it, so that the caller can go to it. */
export interface ClaimOptions {
  readonly id?: string;
  readonly role?: ClaimRole;
  readonly wording?: string;
  /** Id of the group that it is drawn in. */
  readonly group?: string | null;
}

const given = ({ id, role, group }: ClaimOptions): Partial<Claim> => ({
  ...(id === undefined ? {} : { id }),
  ...(role === undefined ? {} : { role }),
  ...(group === undefined ? {} : { group }),
});

/** The claim that a passage would be, or in a sentence why it would be none. */
export function claimOfRange(desk: Desk, range: Range | null, options: ClaimOptions = {}): Claim | string {
  const target = targetFor(desk, range);
  if (!target) return 'No passage is selected.';
  const wording = options.wording ?? wordingFrom(target.exact);
  const why = whyNotWording(wording);
  return why ?? newClaim({ ...given(options), wording, targets: [target], notes: notesIn(desk, target) });
}

/** The move that makes a passage a claim. */
export const making =
  (range: Range | null, options: ClaimOptions): Move =>
  (desk) => {
    const claim = claimOfRange(desk, range, options);
    return typeof claim === 'string' ? claim : { label: 'Make claim', put: [claim] };
  };

/** Makes a passage a claim: wording from the quotation, notes from the supports in the span. */
export const makeClaim = (range: Range | null, options: ClaimOptions = {}): Command =>
  commandOf(making(range, options));

/** Why a passage cannot be made a claim; null where it can. */
export const whyNotMakeClaim = (desk: Desk, range: Range | null): string | null =>
  reasonAgainst(desk, making(range, {}));

/** The move that makes a claim without a passage. */
export const drafting =
  (options: ClaimOptions & { readonly wording: string }): Move =>
  (desk) => {
    const wording = options.wording.replace(/\s+/gu, ' ').trim();
    const why = whyNotWording(wording);
    if (why) return why;
    const group = options.group ?? null;
    if (group !== null && !argument(desk).groups.has(group)) return 'The group is gone.';
    return { label: 'Make claim', put: [newClaim({ ...given(options), wording })] };
  };

/** Makes a claim without a passage, as on the map or in the outline. */
export const draftClaim = (options: ClaimOptions & { readonly wording: string }): Command =>
  commandOf(drafting(options));

/** Why a claim cannot be made of these words; null where it can. */
export const whyNotDraftClaim = (
  desk: Desk,
  options: ClaimOptions & { readonly wording: string },
): string | null => reasonAgainst(desk, drafting(options));

/** What one changes of a claim by writing. Notes are ids (`fn53`); those that the paper lacks are left out. */
export type ClaimPatch = Partial<Pick<Claim, 'wording' | 'role' | 'aside' | 'notes'>>;

const editing =
  (id: string, patch: ClaimPatch, writing: string): Move =>
  (desk) => {
    const record = ownOf(desk, 'claim', id);
    if (typeof record === 'string') return record;
    const why = patch.wording === undefined ? null : whyNotWording(patch.wording);
    if (why) return why;
    const notes = patch.notes && notesOf(desk.paper, patch.notes).map((note) => note.id);
    const wanted = { ...record, ...patch, ...(notes ? { notes } : {}) };
    if (isSame(wanted, record)) return unchanged;
    return { label: 'Edit claim', put: [touched(record, wanted)], joins: `write ${id} ${writing}` };
  };

/** Changes a claim of the reader's own; edits of one `writing` are undone as one. */
export const editClaim = (id: string, patch: ClaimPatch, writing = ''): Command =>
  commandOf(editing(id, patch, writing));

/** Why a claim cannot be changed so; null where it can. */
export const whyNotEditClaim = (desk: Desk, id: string, patch: ClaimPatch): string | null =>
  reasonAgainst(desk, editing(id, patch, ''));
