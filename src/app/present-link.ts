/** Links to the steps of a presentation: made, copied, and found again in whatever is open. */
import { argument, type Desk } from '../desk/desk.ts';
import { presentations } from '../desk/presentation-commands.ts';
import { copyWords } from '../reader/citation.ts';
import type { StepLink } from './mode-request.ts';
import { stepsOf, type Order, type Step } from './present-steps.ts';
import { formatRoute } from './routes.ts';

/** Where a link leads: step `at` of an order; `said` tells where it is not what was asked for, else null. */
export interface FoundStep {
  readonly order: Order;
  readonly at: number;
  readonly said: string | null;
}

/** Puts the link to a step on the clipboard; answers what to tell the reader. */
export function copyStepLink({ paper }: Desk, { key }: Step, order: Order): Promise<string> {
  const hash = formatRoute(paper.id, { to: 'step', value: { step: key, order } });
  return copyWords(new URL(hash, location.href).href, 'Copied a link to this step');
}

/** The order as it is known here; by the argument where it is not. */
export function knownOrder(desk: Desk, order: Order): Order {
  const isKnown =
    order === 'text' || presentations(desk).some(({ presentation }) => presentation.id === order);
  return isKnown ? order : 'argument';
}

/** The last step that stands at a place in the text or before it; the first where none does. */
const stepAt = (steps: readonly Step[], offset: number): number =>
  Math.max(
    0,
    steps.findLastIndex((step) => step.offset !== null && step.offset <= offset),
  );

/** Finds the step of a link, in another order where the one it names does not have it, else the nearest there is. */
export function findStep(desk: Desk, { step, order }: StepLink): FoundStep {
  const asked = knownOrder(desk, order);
  const others = presentations(desk).map(({ presentation }) => presentation.id);
  for (const one of [asked, ...others, 'argument']) {
    const at = stepsOf(desk, one).findIndex(({ key }) => key === step);
    if (at >= 0) return { order: one, at, said: null };
  }
  const { inferences, conflicts } = argument(desk);
  const claim = inferences.get(step)?.conclusion ?? conflicts.get(step)?.from;
  const near = claim === undefined ? -1 : stepsOf(desk, 'argument').findIndex(({ key }) => key === claim);
  if (near >= 0)
    return { order: 'argument', at: near, said: 'No order here shows that; this is the claim it is about.' };
  const offset = /^at-(\d{1,9})$/u.exec(step)?.[1];
  if (offset !== undefined) {
    const at = stepAt(stepsOf(desk, 'text'), Number(offset));
    return {
      order: 'text',
      at,
      said: 'That step is not in this copy of the paper; this is the nearest to it.',
    };
  }
  return {
    order: asked,
    at: 0,
    said: 'That step is not in this copy of the paper; this is the first.',
  };
}
