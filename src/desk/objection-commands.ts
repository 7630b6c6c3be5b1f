/** An objection to a step: a claim that raises one of its critical questions, against what the question's failing attacks. */
import type { Inference } from '../model/argument-records.ts';
import type { CriticalQuestion } from '../model/scheme-form.ts';
import { questionOf } from '../model/schemes.ts';
import { newId } from '../notebook/id.ts';
import { drafting } from './claim-commands.ts';
import { argument, type Desk } from './desk.ts';
import { commandOf, reasonAgainst, inTurn, type Move } from './moves.ts';
import { relating } from './relation-commands.ts';
import type { Command } from './store.ts';

/** Which premises of a step a question may doubt: those of the role that it asks about, all where none has it. */
export function premisesDoubted({ premises }: Inference, question: CriticalQuestion): readonly string[] {
  const role = questionOf(question.key)?.scheme.premises[question.premise ?? -1]?.role;
  const cast = premises.filter((premise) => premise.role !== null && premise.role === role);
  return (cast.length > 0 ? cast : premises).map((premise) => premise.claim);
}

const raising =
  (inference: string, key: string, wording: string, id: string, premise: string | null): Move =>
  (desk) => {
    const step = argument(desk).inferences.get(inference);
    if (!step) return 'The step is gone.';
    const question = questionOf(key)?.question;
    if (!question) return 'This question belongs to no scheme.';
    const fresh = drafting({ id, wording });
    if (question.aim === 'undercut')
      return inTurn(null, fresh, relating('undercuts', id, inference, { question: key }))(desk);
    const attack = question.aim;
    const doubted = premise ?? premisesDoubted(step, question)[0] ?? step.conclusion;
    const to = attack === 'rebut' ? step.conclusion : doubted;
    return inTurn(null, fresh, relating('attacks', id, to, { attack, question: key }))(desk);
  };

/** What one may say of an objection when it is raised. */
export interface ObjectionOptions {
  /** Names the new claim, so that the caller can go to it. */
  readonly id?: string;
  /** Which premise it doubts, where the question doubts one; the first it may doubt until it is said. */
  readonly premise?: string | null;
}

/** Raises a critical question against a step, anybody's: a new claim attacks a premise, the step or the conclusion, as the question asks. */
export const raiseObjection = (
  inference: string,
  question: string,
  wording: string,
  { id = newId(), premise = null }: ObjectionOptions = {},
): Command => commandOf(raising(inference, question, wording, id, premise));

/** Why a question cannot be raised so; null where it can. */
export const whyNotRaiseObjection = (
  desk: Desk,
  inference: string,
  question: string,
  wording: string,
): string | null => reasonAgainst(desk, raising(inference, question, wording, newId(), null));

/** The claims that raise a question against a step, its premises or its conclusion. */
export function objectionsTo(desk: Desk, step: Inference, question: string): readonly string[] {
  const graph = argument(desk);
  const attacked = [step.id, step.conclusion, ...step.premises.map((premise) => premise.claim)];
  const raised = attacked.flatMap((id) => graph.attacksOn(id)).filter((one) => one.question === question);
  return [...new Set(raised.map((one) => one.from))];
}
