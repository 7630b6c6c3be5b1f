/** What a reader does with steps of their own: adds premises and takes them out, says how the step goes and how it stands. */
import type { Inference, Premise, QuestionAnswer } from '../model/argument-records.ts';
import { isSame } from '../model/same.ts';
import { limits } from '../notebook/part-shapes.ts';
import { wouldCircle } from './circular.ts';
import { argument, ownLayer, type Desk } from './desk.ts';
import { commandOf, ownOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { newInference } from './new-records.ts';
import { joining, ownRecords, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** Why a claim cannot be a reason for another; null where it can. Whether it is one already does not count here. */
export function whyNotReason(desk: Desk, premise: string, conclusion: string): string | null {
  const graph = argument(desk);
  if (!graph.claims.has(premise) || !graph.claims.has(conclusion)) return 'One of the two claims is gone.';
  if (premise === conclusion) return 'A claim cannot bear on itself.';
  return wouldCircle(graph, premise, conclusion) ? 'That would argue in a circle.' : null;
}

/** Whether anything of the reader's own refers to a record: attacks it, or prefers it or another. */
const isReferredTo = (desk: Desk, id: string): boolean =>
  [...ownLayer(desk).records.values()].some(
    (record) =>
      (record.kind === 'conflict' && record.to === id) ||
      (record.kind === 'preference' && (record.over === id || record.under === id)),
  );

/** Whether nobody has said anything of a step beyond that it is there. */
const isBare = (step: Inference): boolean =>
  step.gist === '' && !step.scheme && !step.qualifier && step.questions.length === 0 && !step.foreign;

/** Bare steps of the reader's own from one claim alone to another: what a linked step makes needless. */
const bareSteps = (desk: Desk, premise: string, conclusion: string): readonly string[] =>
  ownRecords(desk, 'inference')
    .filter(
      (step) =>
        step.conclusion === conclusion &&
        step.premises.length === 1 &&
        step.premises[0]?.claim === premise &&
        isBare(step) &&
        !isReferredTo(desk, step.id),
    )
    .map((step) => step.id);

/** The move that links a premise. */
export const linking =
  (id: string, claim: string): Move =>
  (desk) => {
    const step = ownOf(desk, 'inference', id);
    if (typeof step === 'string') return step;
    if (step.premises.some((premise) => premise.claim === claim))
      return 'It is a premise of that step already.';
    const why = whyNotReason(desk, claim, step.conclusion);
    if (why) return why;
    if (step.premises.length >= limits.items) return 'That step has as many premises as a step may have.';
    const premises: readonly Premise[] = [...step.premises, { claim, role: null }];
    const remove = bareSteps(desk, claim, step.conclusion);
    return { label: 'Link premise', put: [touched(step, { premises })], remove };
  };

/**
 * Lets a claim be a premise of a step of the reader's own, together with those that are there (linked). Where it
 * supported the same conclusion by a bare step of its own, that step goes.
 */
export const linkPremise = (inference: string, claim: string): Command =>
  commandOf(linking(inference, claim));

/** Why a claim cannot be linked; null where it can. */
export const whyNotLinkPremise = (desk: Desk, inference: string, claim: string): string | null =>
  reasonAgainst(desk, linking(inference, claim));

/** The step without a premise, or in a sentence why it cannot do without. */
function without(desk: Desk, id: string, claim: string): Inference | string {
  const step = ownOf(desk, 'inference', id);
  if (typeof step === 'string') return step;
  const premises = step.premises.filter((premise) => premise.claim !== claim);
  if (premises.length === step.premises.length) return 'It is no premise of that step.';
  if (premises.length === 0) return 'It is the only premise: delete the step instead.';
  return touched(step, { premises });
}

const unlinking =
  (id: string, claim: string, own?: string): Move =>
  (desk) => {
    const step = without(desk, id, claim);
    if (typeof step === 'string') return step;
    const { claims } = argument(desk);
    const isLost = !claims.has(claim) || !claims.has(step.conclusion);
    const apart = newInference([claim], step.conclusion, own === undefined ? {} : { id: own });
    return { label: 'Unlink premise', put: isLost ? [step] : [step, apart] };
  };

/** Takes a premise out of a step of the reader's own and lets it support the conclusion by itself (convergent). `own` names the new step. */
export const unlinkPremise = (inference: string, claim: string, own?: string): Command =>
  commandOf(unlinking(inference, claim, own));

/** Why a premise cannot be unlinked; null where it can. */
export const whyNotUnlinkPremise = (desk: Desk, inference: string, claim: string): string | null =>
  reasonAgainst(desk, unlinking(inference, claim));

const dropping =
  (id: string, claim: string): Move =>
  (desk) => {
    const step = without(desk, id, claim);
    return typeof step === 'string' ? step : { label: 'Remove premise', put: [step] };
  };

/** Takes a premise out of a step of the reader's own; the claim stays, without that step. */
export const dropPremise = (inference: string, claim: string): Command =>
  commandOf(dropping(inference, claim));

/** Why a premise cannot be taken out; null where it can. */
export const whyNotDropPremise = (desk: Desk, inference: string, claim: string): string | null =>
  reasonAgainst(desk, dropping(inference, claim));

/** What one changes of a step by writing. */
export type InferencePatch = Partial<
  Pick<Inference, 'gist' | 'implicit' | 'scheme' | 'qualifier' | 'questions'>
>;

/** Words as they are; null where there is nothing but white space. */
const said = (words: string | null): string | null => (words?.trim() === '' ? null : words);

const editing =
  (id: string, patch: InferencePatch, writing: string): Move =>
  (desk) => {
    const step = ownOf(desk, 'inference', id);
    if (typeof step === 'string') return step;
    const qualifier = patch.qualifier === undefined ? step.qualifier : said(patch.qualifier);
    const scheme = patch.scheme === undefined ? step.scheme : said(patch.scheme);
    const wanted = { ...step, ...patch, qualifier, scheme };
    if (isSame(wanted, step)) return unchanged;
    if (wanted.gist.length > limits.sentence) return 'That is too long for a sentence.';
    if ([qualifier, scheme].some((one) => (one?.length ?? 0) > limits.name)) return 'That is too long.';
    return { label: 'Edit step', put: [touched(step, wanted)], ...joining(`write ${id}`, writing) };
  };

/** Changes a step of the reader's own; edits of one `writing` are undone as one. */
export const editInference = (id: string, patch: InferencePatch, writing = ''): Command =>
  commandOf(editing(id, patch, writing));

/** Why a step cannot be changed so; null where it can. */
export const whyNotEditInference = (desk: Desk, id: string, patch: InferencePatch): string | null =>
  reasonAgainst(desk, editing(id, patch, ''));

const casting =
  (id: string, claim: string, role: Premise['role']): Move =>
  (desk) => {
    const step = ownOf(desk, 'inference', id);
    if (typeof step === 'string') return step;
    const at = step.premises.findIndex((premise) => premise.claim === claim);
    if (at < 0) return 'It is no premise of that step.';
    if (step.premises[at]?.role === role) return unchanged;
    const premises = step.premises.with(at, { claim, role });
    return { label: 'Change role', put: [touched(step, { premises })] };
  };

/** Says what a premise does in a step of the reader's own, in Toulmin's words; null: nobody says. */
export const castPremise = (inference: string, claim: string, role: Premise['role']): Command =>
  commandOf(casting(inference, claim, role));

/** Why a premise cannot be given a role; null where it can. */
export const whyNotCastPremise = (
  desk: Desk,
  inference: string,
  claim: string,
  role: Premise['role'],
): string | null => reasonAgainst(desk, casting(inference, claim, role));

/** What is said of a question; null: nothing, but a remark that is there keeps it open. */
type AnswerPatch = Partial<Omit<QuestionAnswer, 'question'>> | null;

const answering =
  (id: string, question: string, patch: AnswerPatch, writing: string): Move =>
  (desk) => {
    const step = ownOf(desk, 'inference', id);
    if (typeof step === 'string') return step;
    const at = step.questions.findIndex((one) => one.question === question);
    const known = step.questions[at] ?? { question, answer: 'open', remark: '' };
    if (patch === null && known.remark === '')
      return editing(id, { questions: step.questions.filter((_, index) => index !== at) }, writing)(desk);
    const wanted: QuestionAnswer = { ...known, ...(patch ?? { answer: 'open' }) };
    const questions = at < 0 ? [...step.questions, wanted] : step.questions.with(at, wanted);
    return editing(id, { questions }, writing)(desk);
  };

/** Answers a critical question of a step of the reader's own, or remarks on it; edits of one `writing` are undone as one. */
export const answerQuestion = (
  inference: string,
  question: string,
  patch: AnswerPatch,
  writing = '',
): Command => commandOf(answering(inference, question, patch, writing));

/** Why a critical question cannot be answered so; null where it can. */
export const whyNotAnswerQuestion = (
  desk: Desk,
  inference: string,
  question: string,
  patch: AnswerPatch,
): string | null => reasonAgainst(desk, answering(inference, question, patch, ''));
