/** A claim of another layer made the reader's own: a copy of it that they may change. */
import { argument, canEdit } from './desk.ts';
import { commandOf, reasonAgainst, type Move } from './moves.ts';
import { newClaim } from './new-records.ts';
import type { Desk } from './desk.ts';
import type { Command } from './store.ts';

const copying =
  (id: string, made?: string): Move =>
  (desk) => {
    const claim = argument(desk).claims.get(id);
    if (!claim) return 'The claim is gone.';
    if (canEdit(desk, id)) return 'It is yours already.';
    const { role, wording, targets, notes, group, aside, wordings } = claim;
    const copy = { role, wording, targets, notes, group, aside, wordings };
    return { label: 'Copy claim', put: [newClaim({ ...copy, ...(made === undefined ? {} : { id: made }) })] };
  };

/** Copies a claim of another layer into the reader's notebook, as `made`: its words, passages and notes, no relations. */
export const copyClaim = (id: string, made?: string): Command => commandOf(copying(id, made));

/** Why a claim cannot be copied; null where it can. */
export const whyNotCopyClaim = (desk: Desk, id: string): string | null => reasonAgainst(desk, copying(id));
