/** The bands of a map that shows two notebooks: whose a claim or a line is that only one of them has. */
import type { Desk } from '../desk/desk.ts';
import type { Side } from '../model/comparison.ts';
import type { GroupTag } from './group-tag.ts';

/** The tints of the sides: far apart in hue and in lightness. */
const tints: Readonly<Record<Side, number>> = { left: 0, right: 3 };

/** The band of a claim that only one has; null where both have it, and on every other map. */
export function sideBand(desk: Desk, claim: string): GroupTag | null {
  const { compared } = desk.session;
  const side = compared?.sides.get(claim);
  return compared && side
    ? { group: side, title: `Only in ${compared.names[side]}`, tint: tints[side] }
    : null;
}

/** What stands at a line that only one has; empty where both have it, and on every other map. */
export function sideRemark(desk: Desk, record: string): string {
  const { compared } = desk.session;
  const side = compared?.sides.get(record);
  return compared && side ? `only ${compared.names[side]}` : '';
}
