/** All that one can do with a line of the outline, in groups as its menu shows them. */
import { bearingActs } from './outline-acts-bearing.ts';
import { claimActs } from './outline-acts-claim.ts';
import { copyActs, newActs, placeActs } from './outline-acts-place.ts';
import type { LineAct, LineScene } from './outline-act.ts';

/** All acts of a line, in groups: what is done most comes first. Those that have no sense for such a line are not there. */
export function lineActs(scene: LineScene): readonly (readonly LineAct[])[] {
  const [words = [], ...claim] = claimActs(scene);
  const groups = [newActs(scene), words, placeActs(scene), ...bearingActs(scene), ...claim, copyActs(scene)];
  return groups.filter((group) => group.length > 0);
}
