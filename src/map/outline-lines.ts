/** Where a line of the outline stands, in the words of the commands: what bears there, on what, by which step. */
import type { Line, Spot } from '../desk/line-commands.ts';
import type { OutlineView } from './outline-view.ts';
import type { OutlineItem } from './outline.ts';

/** A claim with what it bears by. */
export const lineOf = ({ id, via }: OutlineItem): Line => ({ claim: id, via });

/** Whether a line says a claim, here or elsewhere. */
export const isClaim = ({ kind }: OutlineItem): boolean => kind === 'claim' || kind === 'again';

/** Id of the step that a line is, or by which its claim supports what is above it; null where it is none. */
export function stepIn(item: OutlineItem): string | null {
  if (item.kind === 'step') return item.id;
  return isClaim(item) && (item.bearing === 'supports' || item.bearing === 'linked') ? item.via : null;
}

/** Id of the attack by which a line's claim bears on what is above it; null where it attacks nothing there. */
export const attackIn = (item: OutlineItem): string | null =>
  isClaim(item) && (item.bearing === 'against' || item.bearing === 'undercuts') ? item.via : null;

/** Where a claim beside a line would stand: it would bear as the line does. */
export function spotBeside(item: OutlineItem, view: OutlineView): Spot {
  const above = view.parent(item.key);
  if (!above || above.kind === 'branch' || item.kind === 'branch') return { relation: 'free', to: null };
  if (item.bearing === 'undercuts') return { relation: 'undercuts', to: above.id };
  if (item.bearing === 'against') return { relation: 'attacks', to: above.id };
  return above.kind === 'step'
    ? { relation: 'premise', to: above.id }
    : { relation: 'supports', to: above.id };
}

/** Where a claim under a line would stand: for it (in a step: as one of its premises), or against it. */
export function spotUnder(item: OutlineItem, isFor: boolean): Spot {
  if (item.kind === 'branch') return { relation: 'free', to: null };
  if (item.kind === 'step') return { relation: isFor ? 'premise' : 'undercuts', to: item.id };
  return { relation: isFor ? 'supports' : 'attacks', to: item.id };
}

/** The step of the line above, among its siblings: what a support can be linked with; null where there is none. */
export function stepAbove(item: OutlineItem, view: OutlineView): string | null {
  const siblings = view.siblings(item.key);
  const before = siblings.slice(
    0,
    siblings.findIndex((one) => one.key === item.key),
  );
  const above = before.findLast((one) => one.kind !== 'wording');
  return above && item.bearing === 'supports' ? stepIn(above) : null;
}
