/** How claims are related: one supports or attacks another, or undercuts a step. What is there already is not made twice. */
import type { Conflict } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { drafting, making, whyNotMakeClaim, type ClaimOptions } from './claim-commands.ts';
import { argument, type Desk, type Range } from './desk.ts';
import { linking, whyNotReason } from './inference-commands.ts';
import { commandOf, inTurn, type Move } from './moves.ts';
import { newConflict, newInference } from './new-records.ts';
import type { Command } from './store.ts';

/** How a claim bears on another one, or on a step: what it undercuts is an inference. */
export type Relation = 'supports' | 'attacks' | 'undercuts';

/** What one may say of a relation when it is made. `id` names its record, so that the caller can go to it. */
export interface RelateOptions {
  readonly id?: string;
  /** How a claim attacks another; a rebuttal until it is said otherwise. */
  readonly attack?: 'rebut' | 'undermine';
  /** Key of the critical question that an attack raises. */
  readonly question?: string;
}

function whyNotSupports(desk: Desk, from: string, to: string): string | null {
  const graph = argument(desk);
  const isKnown = graph.stepsFrom(from).some((step) => step.conclusion === to);
  return isKnown ? 'It supports that claim already.' : whyNotReason(desk, from, to);
}

function whyNotAttacks(desk: Desk, from: string, to: string): string | null {
  const graph = argument(desk);
  if (!graph.claims.has(from) || !graph.claims.has(to)) return 'One of the two claims is gone.';
  if (from === to) return 'A claim cannot bear on itself.';
  const isKnown = graph.attacksBy(from).some((one) => one.to === to || (one.mutual && one.from === to));
  return isKnown ? 'It attacks that claim already.' : null;
}

function whyNotUndercuts(desk: Desk, from: string, to: string): string | null {
  const graph = argument(desk);
  const step = graph.inferences.get(to);
  if (!graph.claims.has(from)) return 'The claim is gone.';
  if (!step) return 'The step is gone.';
  if (step.conclusion === from) return 'It is what that step concludes.';
  if (step.premises.some((premise) => premise.claim === from)) return 'It is a premise of that step.';
  return graph.attacksBy(from).some((one) => one.to === to) ? 'It undercuts that step already.' : null;
}

const reasons = { supports: whyNotSupports, attacks: whyNotAttacks, undercuts: whyNotUndercuts };

/** Why a relation cannot be made now; null where it can. */
export const whyNotRelate = (desk: Desk, relation: Relation, from: string, to: string): string | null =>
  reasons[relation](desk, from, to);

const labels: Readonly<Record<Relation, string>> = {
  supports: 'Add support',
  attacks: 'Add attack',
  undercuts: 'Add undercut',
};

function relationOf(relation: Relation, from: string, to: string, options: RelateOptions): NotebookRecord {
  const id = options.id === undefined ? {} : { id: options.id };
  if (relation === 'supports') return newInference([from], to, id);
  const attack: Conflict['attack'] = relation === 'undercuts' ? 'undercut' : (options.attack ?? 'rebut');
  return newConflict(from, to, attack, { ...id, question: options.question ?? null });
}

/** The move that relates two claims, or a claim and a step. */
export const relating =
  (relation: Relation, from: string, to: string, options: RelateOptions): Move =>
  (desk) =>
    whyNotRelate(desk, relation, from, to) ?? {
      label: labels[relation],
      put: [relationOf(relation, from, to, options)],
    };

/** Relates a claim: it supports or attacks another claim, or undercuts a step (then `to` is the inference). Anybody's may be related. */
export const relate = (relation: Relation, from: string, to: string, options: RelateOptions = {}): Command =>
  commandOf(relating(relation, from, to, options));

/** Makes a passage a claim and relates it, as one. */
export const relatePassage = (
  range: Range | null,
  relation: Relation,
  to: string,
  options: ClaimOptions = {},
): Command => {
  const id = options.id ?? newId();
  return commandOf(inTurn(null, making(range, { ...options, id }), relating(relation, id, to, {})));
};

/** Why a passage cannot be related so; null where it can. */
export function whyNotRelatePassage(
  desk: Desk,
  range: Range | null,
  relation: Relation,
  to: string,
): string | null {
  const { claims, inferences } = argument(desk);
  if (relation === 'undercuts' && !inferences.has(to)) return 'The step is gone.';
  if (relation !== 'undercuts' && !claims.has(to)) return 'The claim is gone.';
  return whyNotMakeClaim(desk, range);
}

/**
 * Makes a claim of words of one's own, and lets another one, or a passage that becomes one, support or attack it, as
 * one. `made` names the claim that the passage becomes.
 */
export const relateToNew = (
  relation: 'supports' | 'attacks',
  from: string | Range,
  wording: string,
  made = newId(),
): Command => {
  const id = newId();
  const fresh = drafting({ id, wording });
  if (typeof from === 'string') return commandOf(inTurn(null, fresh, relating(relation, from, id, {})));
  return commandOf(inTurn(null, making(from, { id: made }), fresh, relating(relation, made, id, {})));
};

/** Makes a claim of words of one's own and lets it undercut a step, as one. */
export const undercutByNew = (inference: string, wording: string, id = newId()): Command =>
  commandOf(inTurn(null, drafting({ id, wording }), relating('undercuts', id, inference, {})));

/** Makes a claim of words of one's own and links it as a premise of a step of the reader's own, as one. */
export const linkNewPremise = (inference: string, wording: string, id = newId()): Command =>
  commandOf(inTurn(null, drafting({ id, wording }), linking(inference, id)));
