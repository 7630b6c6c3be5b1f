/** By which way a claim fell: from a note that went, claim by claim, to the claim itself. Pure. */
import type { Fall, Loss, Outcome } from './without.ts';

/** A link of the way; `by` is what brought the claim down: the note, or the step from the claim before. */
export interface WayLink {
  readonly claim: string;
  readonly by: Loss;
}

const fallOf = (outcome: Outcome, claim: string): Fall => {
  const fall = outcome.falls.get(claim);
  if (!fall) throw new RangeError(`The claim ${claim} does not fall.`);
  return fall;
};

const stepOf = (outcome: Outcome, loss: Loss): number =>
  loss.kind === 'note' ? -1 : fallOf(outcome, loss.premise).step;

/** The loss that came last before the fall: with it everything was gone. Null inside a circle. */
function decisive(outcome: Outcome, { step, losses }: Fall): Loss | null {
  let last: Loss | null = null;
  for (const loss of losses) {
    const at = stepOf(outcome, loss);
    if (at < step && (last === null || at > stepOf(outcome, last))) last = loss;
  }
  return last;
}

/** From a claim in a circle to the nearest one in it that lost something outside, the way there first. */
function outOfCircle(outcome: Outcome, claim: string): readonly WayLink[] {
  const ways: { readonly at: string; readonly links: readonly WayLink[] }[] = [{ at: claim, links: [] }];
  const seen = new Set([claim]);
  // The list grows while it is walked.
  for (const { at, links } of ways) {
    const fall = fallOf(outcome, at);
    const outside = decisive(outcome, fall);
    if (outside) return [...links, { claim: at, by: outside }];
    for (const by of fall.losses) {
      if (by.kind === 'note' || seen.has(by.premise)) continue;
      seen.add(by.premise);
      ways.push({ at: by.premise, links: [...links, { claim: at, by }] });
    }
  }
  throw new RangeError(`Nothing outside its circle carried the claim ${claim}.`);
}

/** The way from a note to a claim that falls, the claim last. Throws where the claim does not fall. */
export function wayDown(outcome: Outcome, claim: string): readonly WayLink[] {
  const links: WayLink[] = [];
  let last: WayLink | undefined;
  for (let at: string | null = claim; at !== null;) {
    const part = outOfCircle(outcome, at);
    links.push(...part);
    last = part.at(-1);
    at = last?.by.kind === 'inference' ? last.by.premise : null;
  }
  return links.reverse();
}
