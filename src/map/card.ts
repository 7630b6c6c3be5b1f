/** The geometry of a claim's card: its size, where its words stand, and the shape that tells its role. */
import type { Claim, ClaimRole } from '../model/argument-records.ts';
import { textWidth, wrapText } from './measure.ts';
import { orElse } from './untitled.ts';

/** Sizes in px of the unzoomed map, on a 4 px grid where it shows. */
export const cardMetrics = {
  text: 14,
  line: 19,
  label: 10.5,
  header: 17,
  padX: 14,
  padTop: 10,
  padBottom: 10,
  tick: 5,
} as const;

/** Widths that a wording may be set in: the narrowest that keeps it within `maxLines` wins. */
const measures = [
  { width: 168, maxLines: 4 },
  { width: 204, maxLines: 6 },
  { width: 248, maxLines: Infinity },
] as const;

/** How a role is drawn and named. `corner` is the radius, or the length of the cut. */
export interface RoleLook {
  readonly label: string;
  readonly shape: 'round' | 'cut' | 'plain';
  readonly corner: number;
  readonly border: number;
  readonly isDouble: boolean;
  /** Width of the strip at the card's start; 0 for none. */
  readonly strip: number;
}

/** The five roles. Each differs by outline as well as by hue, so that greyscale tells them apart. */
export const roleLooks: Readonly<Record<ClaimRole, RoleLook>> = {
  conclusion: { label: 'Conclusion', shape: 'round', corner: 10, border: 1.5, isDouble: true, strip: 0 },
  issue: { label: 'Issue', shape: 'cut', corner: 12, border: 1.5, isDouble: false, strip: 0 },
  determinant: { label: 'Determinant', shape: 'plain', corner: 2, border: 1.5, isDouble: false, strip: 8 },
  background: { label: 'Background', shape: 'round', corner: 18, border: 1.5, isDouble: false, strip: 0 },
  premise: { label: 'Premise', shape: 'plain', corner: 2, border: 1.25, isDouble: false, strip: 0 },
};

/** The signs of the roles on a 10 px square, the same as beside a claim's card in the margin. */
export const roleSigns: Readonly<Record<ClaimRole, string>> = {
  conclusion: 'M5 0L10 3.8L8.1 10H1.9L0 3.8Z',
  issue: 'M3 0H7L10 3V7L7 10H3L0 7V3Z',
  determinant: 'M5 0L10 10H0Z',
  background: 'M5 0A5 5 0 0 1 5 10A5 5 0 0 1 5 0Z',
  premise: 'M0 0H10V10H0Z',
};

/** How large a sign stands on a card (px), and the room it takes before the label. */
export const signSize = { side: 8, room: 13 } as const;

/** What stands at the head of a card; `key` is what a printed page calls the claim, empty elsewhere. */
export const cardLabel = (role: ClaimRole, isOwn: boolean, key = ''): string =>
  `${key && `${key} `}${roleLooks[role].label}${isOwn ? ' · mine' : ''}`.toUpperCase();

/** Fonts of the map as CSS shorthands. */
export interface MapFonts {
  readonly text: string;
  readonly label: string;
  readonly title: string;
}

/** The font of titles, in small capitals: so named, the ruler measures what the pen draws. */
export const titleFont = (size: number, fontText: string): string => `small-caps 600 ${size}px ${fontText}`;

/** The fonts for two families. */
export const mapFonts = (fontText: string, fontUi: string): MapFonts => ({
  text: `400 ${cardMetrics.text}px ${fontText}`,
  label: `600 ${cardMetrics.label}px ${fontUi}`,
  title: titleFont(13, fontText),
});

/** What is written on a card, broken into lines, and the size that holds it. */
export interface CardText {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Sets a wording in the narrowest measure that does not make it a column; `header` must fit as well. */
export function setCard(claim: Pick<Claim, 'wording' | 'role'>, header: number, fonts: MapFonts): CardText {
  const width = textWidth(fonts.text);
  const wording = orElse(claim.wording, 'Untitled claim');
  let lines: string[] = [];
  let measure = 0;
  for (const step of measures) {
    measure = Math.max(step.width, Math.min(header, 248));
    lines = wrapText(wording, measure, width);
    if (lines.length <= step.maxLines) break;
  }
  const { padX, padTop, padBottom, header: head, line } = cardMetrics;
  const { strip } = roleLooks[claim.role];
  return {
    lines,
    width: Math.ceil(measure + padX * 2 + strip),
    height: Math.ceil(padTop + head + lines.length * line + padBottom),
  };
}

/** Where the words of a card start, from its top left corner; `y` are baselines. */
export function cardText(role: ClaimRole): { x: number; header: number; first: number } {
  const { padX, padTop, header, line, text } = cardMetrics;
  return {
    x: padX + roleLooks[role].strip,
    header: padTop + 10,
    first: padTop + header + (line + text) / 2 - 2.5,
  };
}

/** Where the ticks for the notes start: clear of a cut or round corner. */
export const tickStart = (role: ClaimRole): number =>
  cardText(role).x + (roleLooks[role].shape === 'plain' ? 0 : 4);

/** The outline of a card as an SVG path, top left corner at 0,0 and drawn `inset` px inside its box. */
export function cardOutline(role: ClaimRole, width: number, height: number, inset = 0): string {
  const { shape, corner } = roleLooks[role];
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  const c = Math.max(0, Math.min(corner - inset / 2, (bottom - top) / 2));
  if (shape === 'cut') {
    return `M${left + c} ${top}H${right - c}L${right} ${top + c}V${bottom - c}L${right - c} ${bottom}H${left + c}L${left} ${bottom - c}V${top + c}Z`;
  }
  const arc = (x: number, y: number): string => `A${c} ${c} 0 0 1 ${x} ${y}`;
  return `M${left + c} ${top}H${right - c}${arc(right, top + c)}V${bottom - c}${arc(right - c, bottom)}H${left + c}${arc(left, bottom - c)}V${top + c}${arc(left + c, top)}Z`;
}
