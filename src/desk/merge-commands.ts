/** Two claims of the reader's own become one, or one becomes two: no passage, wording or note is lost. */
import type { Claim } from '../model/argument-records.ts';
import { notesOf } from '../model/paper.ts';
import { restsOn } from './circular.ts';
import { notesIn } from './claim-commands.ts';
import { argument, type Desk } from './desk.ts';
import { rewired } from './merged-relations.ts';
import { commandOf, ownOf, reasonAgainst, type Move } from './moves.ts';
import { newClaim } from './new-records.ts';
import { touched } from './own-records.ts';
import { place } from './passages.ts';
import type { Command } from './store.ts';
import { folded, wordedAs, wordingsOf, whyNotSoMany, type Worded } from './wording-commands.ts';

/** Whether a claim rests on another through a third one: as one, the two would argue in a circle. */
function restsThrough(desk: Desk, claim: string, on: string): boolean {
  const graph = argument(desk);
  return graph
    .supportsFor(claim)
    .flatMap((step) => step.premises)
    .some((premise) => premise.claim !== on && restsOn(graph, premise.claim).has(on));
}

/** The one claim that two become: the words, role and place of the first, and whatever the second adds. */
function joined(desk: Desk, kept: Claim, gone: Claim): Claim {
  return touched(kept, {
    ...wordedAs(folded([...wordingsOf(kept), ...wordingsOf(gone)])),
    notes: allNotes(desk, [...kept.notes, ...gone.notes]),
    group: kept.group ?? gone.group,
    aside: kept.aside && gone.aside,
    foreign: kept.foreign ?? gone.foreign,
  });
}

/** Notes in the order of the paper, none twice; those that the paper lacks last. */
function allNotes(desk: Desk, notes: readonly string[]): readonly string[] {
  const known = notesOf(desk.paper, notes).map((note) => note.id);
  return [...new Set([...known, ...notes])];
}

const merging =
  (kept: string, gone: string): Move =>
  (desk) => {
    const one = ownOf(desk, 'claim', kept);
    if (typeof one === 'string') return one;
    const other = ownOf(desk, 'claim', gone);
    if (typeof other === 'string') return other;
    if (kept === gone) return 'It takes two claims to merge them.';
    if (restsThrough(desk, kept, gone) || restsThrough(desk, gone, kept))
      return 'One rests on the other by way of a third: as one they would argue in a circle.';
    const claim = joined(desk, one, other);
    const why = whyNotSoMany(claim);
    if (why) return why;
    const { put, remove } = rewired(desk, kept, gone);
    return { label: 'Merge claims', put: [claim, ...put], remove: [gone, ...remove] };
  };

/**
 * Makes two claims of the reader's own one: `kept` stays, with all wordings, passages, notes and relations of both.
 * What one was to the other is dropped, and what both had alike is there once.
 */
export const mergeClaims = (kept: string, gone: string): Command => commandOf(merging(kept, gone));

/** Why two claims cannot be merged; null where they can. */
export const whyNotMergeClaims = (desk: Desk, kept: string, gone: string): string | null =>
  reasonAgainst(desk, merging(kept, gone));

/** The notes of a claim that its passages of some wordings carry. */
function notesOfWordings(desk: Desk, claim: Claim, wordings: readonly Worded[]): readonly string[] {
  const here = new Set(
    wordings
      .flatMap(({ targets }) => targets)
      .flatMap((target) => {
        if (target.note !== undefined) return [target.note];
        const range = place(desk, target);
        return range ? notesIn(desk, range) : [];
      }),
  );
  return claim.notes.filter((note) => here.has(note));
}

const splitting =
  (id: string, ids: readonly string[], made?: string): Move =>
  (desk) => {
    const claim = ownOf(desk, 'claim', id);
    if (typeof claim === 'string') return claim;
    const all = wordingsOf(claim);
    const isChosen = (one: Worded): boolean => one.id !== null && ids.includes(one.id);
    const apart = all.filter(isChosen);
    if (apart.length === 0) return 'Choose at least one of the other wordings: it becomes the new claim.';
    if (apart.length < new Set(ids).size) return 'This wording is gone.';
    const { role, group, aside } = claim;
    const split = newClaim({
      ...(made === undefined ? {} : { id: made }),
      ...wordedAs(apart),
      role,
      group,
      aside,
      notes: notesOfWordings(desk, claim, apart),
    });
    const stays = touched(claim, wordedAs(all.filter((one) => !isChosen(one))));
    return { label: 'Split claim', put: [stays, split] };
  };

/**
 * Makes a claim of its own of some of the other wordings, by their ids, of a claim of the reader's own, the
 * first of them its canonical one, with their passages and the notes that these carry. The relations, and all notes,
 * stay with the claim that is split. `made` names the new claim.
 */
export const splitClaim = (claim: string, wordings: readonly string[], made?: string): Command =>
  commandOf(splitting(claim, wordings, made));

/** Why a claim cannot be split so; null where it can. */
export const whyNotSplitClaim = (desk: Desk, claim: string, wordings: readonly string[]): string | null =>
  reasonAgainst(desk, splitting(claim, wordings));
