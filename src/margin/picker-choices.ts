/** What a reader may choose when a claim is related, linked or merged: who is asked, what there is, and why something cannot be. */
import type { Picking } from '../desk/pick-requests.ts';
import { wordingFrom } from '../desk/claim-commands.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { linkPremise, whyNotLinkPremise } from '../desk/inference-commands.ts';
import { mergeClaims, whyNotMergeClaims } from '../desk/merge-commands.ts';
import {
  linkNewPremise,
  relate,
  relatePassage,
  relateToNew,
  undercutByNew,
  whyNotRelate,
  whyNotRelatePassage,
  type Relation,
} from '../desk/relation-commands.ts';
import type { Command } from '../desk/store.ts';
import { claimRoles, type ClaimRole } from '../model/argument-records.ts';
import { roleNames } from './role-names.ts';
import { stepWords } from './step-words.ts';

/** A claim or a step that may be chosen. */
export interface Choice {
  readonly id: string;
  readonly words: string;
  /** What kind of thing it is, in a word or two. */
  readonly kind: string;
  /** Null for a step. */
  readonly role: ClaimRole | null;
}

const relationTitles: Readonly<Record<Relation, string>> = {
  supports: 'What does it support?',
  attacks: 'What does it attack?',
  undercuts: 'Which step does it undercut?',
};

/** What is asked. */
export function titleOf(picking: Picking): string {
  if (picking.kind === 'relate') return relationTitles[picking.relation];
  if (picking.kind === 'merge') return 'With which claim is it one?';
  return picking.kind === 'premise' ? 'Which claim is a further premise?' : 'Which claim undercuts it?';
}

/** Of what it is asked: the wording of the claim, the words of the passage, or the step. */
export function subjectOf(desk: Desk, picking: Picking): string {
  const { claims, inferences } = argument(desk);
  if (picking.kind === 'relate' && typeof picking.from !== 'string')
    return wordingFrom(desk.paper.text.slice(picking.from.start, picking.from.end));
  if (picking.kind === 'relate') return claims.get(picking.from as string)?.wording ?? '';
  if (picking.kind === 'merge') return claims.get(picking.claim)?.wording ?? '';
  const step = inferences.get(picking.inference);
  return step ? stepWords(desk, step) : '';
}

/** Id of the claim that is asked about; null where it is a passage or a step. */
const selfOf = (picking: Picking): string | null => {
  if (picking.kind === 'merge') return picking.claim;
  return picking.kind === 'relate' && typeof picking.from === 'string' ? picking.from : null;
};

/** Whether steps are chosen from, not claims. */
export const isOfSteps = (picking: Picking): boolean =>
  picking.kind === 'relate' && picking.relation === 'undercuts';

/** Everything that could be chosen, whether it may be or not; claims by their roles, the conclusion first. */
export function choicesOf(desk: Desk, picking: Picking): readonly Choice[] {
  const { claims, inferences } = argument(desk);
  if (isOfSteps(picking))
    return [...inferences.values()].map((step) => ({
      id: step.id,
      words: stepWords(desk, step, 120),
      kind: step.premises.length > 1 ? 'Linked step' : 'Step',
      role: null,
    }));
  return [...claims.values()]
    .filter((claim) => claim.id !== selfOf(picking))
    .sort((one, other) => claimRoles.indexOf(one.role) - claimRoles.indexOf(other.role))
    .map(({ id, wording, role }) => ({ id, words: wording, kind: roleNames[role], role }));
}

/** Why something cannot be chosen; null where it can. */
export function whyNotChoose(desk: Desk, picking: Picking, id: string): string | null {
  if (picking.kind === 'merge') return whyNotMergeClaims(desk, picking.claim, id);
  if (picking.kind === 'premise') return whyNotLinkPremise(desk, picking.inference, id);
  if (picking.kind === 'undercut') return whyNotRelate(desk, 'undercuts', id, picking.inference);
  const { from, relation } = picking;
  return typeof from === 'string'
    ? whyNotRelate(desk, relation, from, id)
    : whyNotRelatePassage(desk, from, relation, id);
}

/** What choosing does. `made` names the claim that a passage becomes. */
export function choose(picking: Picking, id: string, made: string): Command {
  if (picking.kind === 'merge') return mergeClaims(picking.claim, id);
  if (picking.kind === 'premise') return linkPremise(picking.inference, id);
  if (picking.kind === 'undercut') return relate('undercuts', id, picking.inference);
  const { from, relation } = picking;
  return typeof from === 'string'
    ? relate(relation, from, id)
    : relatePassage(from, relation, id, { id: made });
}

/** What becomes of words that no claim has: a new claim, related likewise; null where none can be made. */
export function chooseNew(picking: Picking, words: string, made: string): Command | null {
  if (words.trim() === '' || picking.kind === 'merge') return null;
  if (picking.kind === 'premise') return linkNewPremise(picking.inference, words, made);
  if (picking.kind === 'undercut') return undercutByNew(picking.inference, words, made);
  const { from, relation } = picking;
  return relation === 'undercuts' ? null : relateToNew(relation, from, words, made);
}

/** What one hears once it is done. */
export function doneWords(picking: Picking, words: string): string {
  if (picking.kind === 'merge') return `Now one with: ${words}`;
  if (picking.kind === 'premise') return `Now a premise of the step: ${words}`;
  if (picking.kind === 'undercut') return `Now undercut by: ${words}`;
  return `Now ${picking.relation}: ${words}`;
}
