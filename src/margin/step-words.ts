/** How a step and an attack are called in a line: by what they join. */
import { argument, type Desk } from '../desk/desk.ts';
import type { Conflict, Inference } from '../model/argument-records.ts';
import { shorten } from './note-details.ts';

/** The wording of a claim, or a word for one that is gone. */
const wordingOf = (desk: Desk, claim: string, most: number): string => {
  const wording = argument(desk).claims.get(claim)?.wording;
  return wording === undefined ? 'a claim that is gone' : shorten(wording, most);
};

/** A step as one names it: its premises, then what they lead to. `most` is how many characters of each wording are shown. */
export function stepWords(desk: Desk, step: Inference, most = 80): string {
  const premises = step.premises.map(({ claim }) => wordingOf(desk, claim, most));
  return `${premises.join(' + ')} → ${wordingOf(desk, step.conclusion, most)}`;
}

/** What an attack is directed at: the wording of a claim, or the step. */
export function attackedWords(desk: Desk, { to }: Conflict, most = 80): string {
  const step = argument(desk).inferences.get(to);
  return step ? `the step ${stepWords(desk, step, most)}` : wordingOf(desk, to, most);
}
