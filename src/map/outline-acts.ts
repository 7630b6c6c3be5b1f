/** All that one can do with a line of the outline, in groups as its menu shows them. */
import { bearingActs } from './outline-acts-bearing.ts';
import { claimActs } from './outline-acts-claim.ts';
import { placeActs } from './outline-acts-place.ts';
import type { LineAct, LineScene } from './outline-act.ts';

/** All acts of a line, in groups as the menu shows them. Those that have no sense for such a line are not there. */
export const lineActs = (scene: LineScene): readonly (readonly LineAct[])[] =>
  [...placeActs(scene), ...bearingActs(scene), ...claimActs(scene)].filter((group) => group.length > 0);

/** The act of an id; null where a line of this kind has none such. */
export const lineAct = (scene: LineScene, id: string): LineAct | null =>
  lineActs(scene)
    .flat()
    .find((act) => act.id === id) ?? null;
