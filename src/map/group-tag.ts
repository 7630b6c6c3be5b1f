/** The band on a card that says which group it belongs to, where groups are shown by colour and not as boxes. */
import type { ClaimRole } from '../model/argument-records.ts';
import { roleLooks } from './card.ts';

/** A band: the group's title as far as the card is wide, and which of the tints it bears. */
export interface GroupTag {
  readonly group: string;
  readonly title: string;
  /** Counts groups from 0; see `tintColour`. */
  readonly tint: number;
}

/** Sizes in px: the band's height, the baseline of its title above the card's lower edge, the room beside it. */
export const tagMetrics = { height: 21, baseline: 8, side: 12 } as const;

/** The outline of the band along a card's lower edge as an SVG path, `inset` px inside the card's box. */
export function tagOutline(role: ClaimRole, width: number, height: number, inset: number): string {
  const { shape, corner } = roleLooks[role];
  const [left, right, bottom] = [inset, width - inset, height - inset];
  const top = height - tagMetrics.height;
  const c = Math.max(0, Math.min(corner - inset / 2, bottom - top));
  const start = `M${left} ${top}H${right}V${bottom - c}`;
  if (shape === 'cut') return `${start}L${right - c} ${bottom}H${left + c}L${left} ${bottom - c}Z`;
  return `${start}A${c} ${c} 0 0 1 ${right - c} ${bottom}H${left + c}A${c} ${c} 0 0 1 ${left} ${bottom - c}Z`;
}
