/** What one key does to a line of the outline: moves made of several, undone as one. */
import type { Claim } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import type { Edit } from '../notebook/notebook.ts';
import { draftClaim, whyNotDraftClaim } from './claim-commands.ts';
import { argument, derived, type Desk } from './desk.ts';
import {
  dropPremise,
  editInference,
  linkPremise,
  whyNotDropPremise,
  whyNotEditInference,
  whyNotLinkPremise,
} from './inference-commands.ts';
import { commandOf, inTurn, ownOf, reasonAgainst, type Move } from './moves.ts';
import { ownRecord, touched } from './own-records.ts';
import { relate, whyNotRelate, type Relation } from './relation-commands.ts';
import { remove, whyNotRemove } from './remove-commands.ts';
import type { Command } from './store.ts';

/** Where a claim is to stand: how it bears, and on what. `premise`: in a step that is there; `free`: on nothing. */
export type Spot =
  | { readonly relation: Relation | 'premise'; readonly to: string }
  | { readonly relation: 'free'; readonly to: null };

/** A line from which something is to be moved: a claim, and the step or conflict by which it bears there; null: by none. */
export interface Line {
  readonly claim: string;
  readonly via: string | null;
}

const asMove =
  (command: Command, whyNot: (desk: Desk) => string | null): Move =>
  (desk) =>
    command(desk) ?? whyNot(desk) ?? 'That cannot be done now.';

const nothingDone: Edit = { label: '' };

/** Lets a claim bear as the spot has it. */
const attaching = (spot: Spot, claim: string): Move => {
  if (spot.relation === 'free') return () => nothingDone;
  const { relation, to } = spot;
  if (relation === 'premise')
    return asMove(linkPremise(to, claim), (desk) => whyNotLinkPremise(desk, to, claim));
  return asMove(relate(relation, claim, to), (desk) => whyNotRelate(desk, relation, claim, to));
};

const detachings = derived((_desk: Desk) => new Map<string, Edit | string>());

/** Takes away the step or attack by which a claim bears somewhere; from a linked step only the premise. */
const detaching =
  (line: Line): Move =>
  (desk) => {
    const known = detachings(desk);
    const name = JSON.stringify([line.claim, line.via]);
    const edit = known.get(name) ?? detached(desk, line);
    known.set(name, edit);
    return edit;
  };

function detached(desk: Desk, { claim, via }: Line): Edit | string {
  if (via === null) return nothingDone;
  const step = argument(desk).inferences.get(via);
  const record = ownOf(desk, step ? 'inference' : 'conflict', via);
  if (typeof record === 'string') return record;
  const isLinked = step?.premises.some((premise) => premise.claim !== claim);
  return isLinked
    ? asMove(dropPremise(via, claim), (on) => whyNotDropPremise(on, via, claim))(desk)
    : asMove(remove(via), (on) => whyNotRemove(on, via))(desk);
}

/** What a new claim begins with. */
export type NewLine = Pick<Claim, 'id' | 'wording' | 'role' | 'group'>;

const making = (spot: Spot, line: NewLine): Move =>
  inTurn(
    'Make claim',
    asMove(draftClaim(line), (desk) => whyNotDraftClaim(desk, line)),
    attaching(spot, line.id),
  );

/** Makes a claim that bears as the spot has it. */
export const makeLine = (spot: Spot, line: NewLine): Command => commandOf(making(spot, line));

/** Why such a claim cannot be made; null where it can. */
export const whyNotMakeLine = (desk: Desk, spot: Spot, line: NewLine): string | null =>
  reasonAgainst(desk, making(spot, line));

/** The same step or attack with another end, where it can simply be led there; null where a new one is needed. */
function redirected(desk: Desk, { via }: Line, spot: Spot): NotebookRecord | null {
  const record = via === null ? null : ownRecord(desk, via);
  if (record?.kind === 'inference' && record.premises.length === 1 && spot.relation === 'supports')
    return touched(record, { conclusion: spot.to });
  if (record?.kind === 'conflict' && record.attack !== 'undercut' && spot.relation === 'attacks')
    return record.mutual ? null : touched(record, { to: spot.to });
  return null;
}

const moving =
  (line: Line, spot: Spot): Move =>
  (desk) => {
    const edit = inTurn('Move claim', detaching(line), attaching(spot, line.claim))(desk);
    if (typeof edit === 'string') return edit;
    // What somebody said of the step, and what attacks it, goes along.
    const same = redirected(desk, line, spot);
    return same ? { label: 'Move claim', put: [same] } : edit;
  };

/** Moves a claim from where it stands to another spot: it bears there instead. */
export const moveLine = (line: Line, spot: Spot): Command => commandOf(moving(line, spot));

/** Why it cannot be moved there; null where it can. */
export const whyNotMoveLine = (desk: Desk, line: Line, spot: Spot): string | null =>
  reasonAgainst(desk, moving(line, spot));

/** Takes a claim from where it stands; the claim itself stays. */
export const takeAway = (line: Line): Command => commandOf(inTurn('Take away', detaching(line)));

/** Why it cannot be taken away; null where it can. */
export const whyNotTakeAway = (desk: Desk, line: Line): string | null =>
  line.via === null ? 'It stands under nothing.' : reasonAgainst(desk, inTurn('Take away', detaching(line)));

const turning =
  (line: Line): Move =>
  (desk) => {
    const { inferences, conflicts } = argument(desk);
    const step = inferences.get(line.via ?? '');
    const conflict = conflicts.get(line.via ?? '');
    if (step)
      return inTurn(
        'Attack instead of support',
        detaching(line),
        attaching({ relation: 'attacks', to: step.conclusion }, line.claim),
      )(desk);
    if (!conflict) return 'It bears on nothing.';
    if (inferences.has(conflict.to)) return 'What attacks a step cannot support it.';
    const to = conflict.from === line.claim ? conflict.to : conflict.from;
    return inTurn(
      'Support instead of attack',
      detaching(line),
      attaching({ relation: 'supports', to }, line.claim),
    )(desk);
  };

/** Makes an attack of a support, and a support of an attack on a claim. */
export const turnLine = (line: Line): Command => commandOf(turning(line));

/** Why it cannot be turned; null where it can. */
export const whyNotTurnLine = (desk: Desk, line: Line): string | null => reasonAgainst(desk, turning(line));

/** Both sentences, where neither says the other. */
const sentences = (one: string, other: string): string =>
  !other || one.includes(other) ? one : [one, other].filter(Boolean).join(' ');

const linking =
  (line: Line, step: string): Move =>
  (desk) => {
    const { inferences } = argument(desk);
    const [mine, theirs] = [inferences.get(line.via ?? ''), inferences.get(step)];
    if (!theirs) return 'There is no support above it that it could be linked with.';
    const gist = sentences(theirs.gist, mine?.gist ?? '');
    const telling: readonly Move[] =
      gist === theirs.gist
        ? []
        : [asMove(editInference(step, { gist }), (on) => whyNotEditInference(on, step, { gist }))];
    return inTurn(
      'Link premises',
      detaching(line),
      attaching({ relation: 'premise', to: step }, line.claim),
      ...telling,
    )(desk);
  };

/** Lets a claim that supports something do so together with the premises of another step to the same conclusion. */
export const linkLine = (line: Line, step: string): Command => commandOf(linking(line, step));

/** Why it cannot be linked with that step; null where it can. */
export const whyNotLinkLine = (desk: Desk, line: Line, step: string): string | null =>
  reasonAgainst(desk, linking(line, step));
