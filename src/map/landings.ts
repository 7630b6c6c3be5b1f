/** What something that is dropped on the map can come to there: each way with its words, or with the reason against it. */
import { claimOfMark, markOf } from '../desk/annotation-commands.ts';
import { draftClaim, makeClaim } from '../desk/claim-commands.ts';
import { argument, type Desk } from '../desk/desk.ts';
import type { Dragged } from '../desk/dragged.ts';
import { moveToGroup, whyNotMoveToGroup } from '../desk/group-commands.ts';
import { linkPremise, whyNotLinkPremise } from '../desk/inference-commands.ts';
import { mergeClaims, whyNotMergeClaims } from '../desk/merge-commands.ts';
import { place } from '../desk/passages.ts';
import { pinClaims, whyNotPinClaims } from '../desk/pin-commands.ts';
import { relate, whyNotRelate, type Relation } from '../desk/relation-commands.ts';
import type { Command } from '../desk/store.ts';
import { deskAfter } from '../desk/desk-after.ts';
import { together } from '../desk/together.ts';
import { addWording, whyNotAddWording } from '../desk/wording-commands.ts';
import type { Point } from './layout.ts';
import type { Spot } from './spot.ts';

/** One way in which a thing can land. */
export interface Landing {
  /** As in a menu. */
  readonly words: string;
  /** Why it cannot be done now; null where it can. */
  readonly why: string | null;
  readonly command: Command;
  /** What is said once it is done. */
  readonly said: string;
}

/** What is dropped, and where. */
export interface Arrival {
  readonly desk: Desk;
  readonly dragged: Dragged;
  readonly spot: Spot;
  /** Id that the claim gets which is made of it. */
  readonly id: string;
  /** Where it is to stay, in map px; null where the layout places it. */
  readonly at: Point | null;
}

/** The command that makes a claim of what is dropped; null where it is one already. */
function makingOf({ desk, dragged, id }: Arrival, group: string | null): Command | null {
  if (dragged.kind === 'claim') return null;
  if (dragged.kind === 'passage') return makeClaim(dragged.range, { id, group });
  if (dragged.kind === 'words') return draftClaim({ id, group, wording: dragged.words });
  const mark = markOf(desk, dragged.id);
  const making =
    mark?.targets.length === 0 ? draftClaim({ id, wording: mark.body }) : claimOfMark(dragged.id, { id });
  return group === null ? making : together('Make claim', [making, moveToGroup([id], group)]);
}

/** The desk as it is once the claim is made: what can be done with it is asked there. */
function madeIn(desk: Desk, making: Command | null): Desk {
  const edit = making?.(desk);
  return edit ? deskAfter(desk, edit) : desk;
}

const cannotBeMade = 'No claim can be made of it.';

const relations: Readonly<Record<Relation, { label: string; words: string; said: string }>> = {
  supports: { label: 'Add support', words: 'Supports it', said: 'Support added' },
  attacks: { label: 'Add attack', words: 'Attacks it', said: 'Attack added' },
  undercuts: { label: 'Add undercut', words: 'Undercuts the step', said: 'Undercut added' },
};

/** A relation of what is dropped, made a claim first where it is none, to what it is dropped on. */
function relating(arrival: Arrival, relation: Relation, to: string, group: string | null): Landing {
  const { desk, dragged, id } = arrival;
  const making = makingOf(arrival, group);
  const from = dragged.kind === 'claim' ? dragged.id : id;
  const { label, words, said } = relations[relation];
  const made = madeIn(desk, making);
  return {
    words,
    why: making && made === desk ? cannotBeMade : whyNotRelate(made, relation, from, to),
    command: together(label, [...(making ? [making] : []), relate(relation, from, to)]),
    said,
  };
}

/** What of a thing can be another wording of a claim: its passage, or its words. */
function wordingOf({ desk, dragged }: Arrival) {
  if (dragged.kind === 'passage') return dragged.range;
  if (dragged.kind === 'words') return dragged.words;
  const mark = dragged.kind === 'annotation' ? markOf(desk, dragged.id) : null;
  const target = mark?.targets[0];
  return target ? (place(desk, target) ?? target.exact) : (mark?.body ?? '');
}

function onClaim(arrival: Arrival, claim: string): Landing[] {
  const { desk, dragged } = arrival;
  const group = argument(desk).claims.get(claim)?.group ?? null;
  const bearings = (['supports', 'attacks'] as const).map((one) => relating(arrival, one, claim, group));
  if (dragged.kind === 'claim')
    return [
      ...bearings,
      {
        words: 'Merge it into that claim',
        why: whyNotMergeClaims(desk, claim, dragged.id),
        command: mergeClaims(claim, dragged.id),
        said: 'Claims merged',
      },
    ];
  const wording = wordingOf(arrival);
  const worded: Landing = {
    words: 'Another wording of it',
    why: whyNotAddWording(desk, claim, wording),
    command: addWording(claim, wording),
    said: 'Wording added',
  };
  return [...bearings, worded];
}

function onStep(arrival: Arrival, step: string): Landing[] {
  const { desk, dragged, id } = arrival;
  const conclusion = argument(desk).inferences.get(step)?.conclusion;
  const group = (conclusion && argument(desk).claims.get(conclusion)?.group) ?? null;
  const making = makingOf(arrival, group);
  const claim = dragged.kind === 'claim' ? dragged.id : id;
  const made = madeIn(desk, making);
  const linking: Landing = {
    words: 'A premise of the step',
    why: making && made === desk ? cannotBeMade : whyNotLinkPremise(made, step, claim),
    command: together('Link premise', [...(making ? [making] : []), linkPremise(step, claim)]),
    said: 'Premise added to the step',
  };
  return [relating(arrival, 'undercuts', step, group), linking];
}

const titled = (desk: Desk, group: string): string =>
  `“${argument(desk).groups.get(group)?.title ?? 'the group'}”`;

/** A claim that is on the map already: it changes its group, or its place. */
function moved({ desk, dragged, at }: Arrival, group: string | null): Landing[] {
  if (dragged.kind !== 'claim') return [];
  const { id } = dragged;
  if ((argument(desk).claims.get(id)?.group ?? null) !== group)
    return [
      {
        words: group === null ? 'Out of its group' : `Into ${titled(desk, group)}`,
        why: whyNotMoveToGroup(desk, [id], group),
        command: moveToGroup([id], group),
        said: group === null ? 'Taken out of its group' : `Moved into ${titled(desk, group)}`,
      },
    ];
  return at ? [pinned(desk, id, at)] : [];
}

/** Puts a claim where it was dropped. */
export function pinned(desk: Desk, id: string, at: Point): Landing {
  const places = new Map([[id, at]]);
  return {
    words: 'Keep it in this place',
    why: whyNotPinClaims(desk, places),
    command: pinClaims(places),
    said: 'Kept in this place',
  };
}

function onGround(arrival: Arrival, group: string | null): Landing[] {
  const { desk, id, at } = arrival;
  const making = makingOf(arrival, group);
  if (!making) return moved(arrival, group);
  const commands = at ? [making, pinClaims(new Map([[id, at]]))] : [making];
  return [
    {
      words: 'A new claim',
      why: making(desk) ? null : cannotBeMade,
      command: together('Make claim', commands),
      said: group === null ? 'Claim made' : `Claim made in ${titled(desk, group)}`,
    },
  ];
}

/** A way that cannot be gone does nothing, whoever runs it. */
const sound = (landing: Landing): Landing =>
  landing.why === null ? landing : { ...landing, command: () => null };

/** Every way in which what is dropped can land where it is; none where nothing would come of it. */
export const landingsOf = (arrival: Arrival): readonly Landing[] => waysOf(arrival).map(sound);

function waysOf(arrival: Arrival): readonly Landing[] {
  const { spot, dragged } = arrival;
  if (spot.kind === 'group') return onGround(arrival, spot.group);
  if (spot.kind === 'empty') return onGround(arrival, null);
  const { kind, id } = spot.record;
  if (kind === 'inference') return onStep(arrival, id);
  if (kind !== 'claim') return onGround(arrival, null);
  return dragged.kind === 'claim' && dragged.id === id ? [] : onClaim(arrival, id);
}

const short = (words: string): string => (words.length > 48 ? `${words.slice(0, 46).trimEnd()}…` : words);

/** What would happen at a spot, said before the drop. */
export function hintAt(desk: Desk, kind: Dragged['kind'], spot: Spot, isKept: boolean): string {
  const { claims, inferences } = argument(desk);
  const isThere = kind === 'claim';
  if (spot.kind === 'group') return `${isThere ? 'Into' : 'A new claim in'} ${titled(desk, spot.group)}`;
  const claim = spot.kind === 'record' ? claims.get(spot.record.id) : undefined;
  if (claim)
    return `${isThere ? 'For, against, or one with' : 'For, against, or as'} “${short(claim.wording)}”`;
  if (spot.kind === 'record' && inferences.has(spot.record.id))
    return 'Against this step, or a premise of it';
  if (isThere) return isKept ? 'Keep it in this place' : 'It is on the map already';
  return isKept ? 'A new claim, kept in this place' : 'A new claim here';
}
